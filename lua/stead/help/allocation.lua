--- What books and allocations can do. In the examples `w` is an allocation of the book.
local lead <const> = 'local w = book:allocate { stream = "primary-medical", year = "2023/24" }\n'

local function of(name, usage, means, example)
  return { name = "allocation:" .. name, usage = usage, means = means, example = lead .. "return " .. example }
end

local entered <const> =
  'book:import_ledger("ledger/primary-medical-2023-24.csv", "primary-medical")\n'

---@type stead.HelpEntry[]
return {
  { name = "book:need", usage = 'book:need { year = Y, by = "place", icb = X, from = FILE }',
    means = "People and weighted people of places, PCNs, districts, councils, sub-ICB locations or ICBs, as a frame.",
    units = "people, weighted people; an index of 1 is the whole's",
    example = 'book:need { year = "2023/24", by = "place" }' },
  { name = "book:allocate", usage = "book:allocate { stream = S, year = Y, … }",
    means = "A budget for each place: an allocation. Terms that are not given are the book's own.",
    example = 'book:allocate { stream = "primary-medical", year = "2023/24" }' },
  { name = "book:check", usage = "book:check { on = DATE }", means = "What does not hold, as findings; .errors counts.",
    example = "book:check().errors" },
  { name = "book:who_decides", usage = "book:who_decides { func = F, place = P, amount = M, on = DATE }",
    means = "Who may decide so much of a function, and by what route: .takers, .says, .verdict.",
    example = 'book:who_decides { func = "continuing-healthcare", place = "wakefield", amount = gbp "1.2m",\n'
      .. '  on = "2023-11-30" }' },
  { name = "book:in_view", usage = "book:in_view()",
    means = "The streams that the book has in view: council money beside the allocations, never mixed with them.",
    example = "book:in_view()" },
  { name = "book:import_ledger", usage = "book:import_ledger(file, recipe)",
    means = "Brings a file into the ledger by a recipe, all of it or nothing: .rows, .fresh, .sha256.",
    example = entered .. "return book:sql \"select count(*) as entries from ledger\"" },
  { name = "book:ledger", usage = 'book:ledger { year = Y, by = { "place", "kind" } }', units = "pence",
    means = "Totals of the ledger's entries in force, by the fields asked for.",
    example = entered .. 'return book:ledger { by = { "place", "kind" } }' },
  { name = "book:outturn", usage = 'book:outturn { year = Y, month = 7, by = "place", apart = RATE }', units = "pence",
    means = "Plan, actual and each forecast of a year, to the end of a month; what lies further apart is asked about.",
    example = entered .. 'return book:outturn { year = "2023/24", month = 6, by = "place" }' },
  { name = "book:sql", usage = "book:sql(query, parameters)", means = "A question in SQL of this book; see sql.",
    example = 'book:sql("select count(*) as practices from place_practice where year = ?", { "2023/24" })' },
  { name = "book:policy", usage = 'book:policy():value("bcf.uplift", { on = DATE })',
    means = "England's parameters, rules and checks and, over them, the book's own and its variations.",
    example = 'book:policy():parameter("bcf.uplift").title' },
  { name = "book:cover", usage = "book:cover(year)",
    means = "Which place each practice is in: .astray lists those in two or in none, .excluded those left out by name.",
    example = '#book:cover("2023/24").astray' },
  { name = "book:close", usage = "book:close()", means = "Closes the book's database.", example = 'open("."):close()' },
  of("place", "w.place.wakefield, w.place[\"E08000036\"]", "The lines by code, or by name made into an identifier: "
    .. "icb, code, name, baseline, target, allocation, growth, opening_distance, closing_distance, weight, practices.",
    "w.place.wakefield.allocation"),
  of("with", 'w:with { floor = pct "2.25" }', "The same allocation with some terms changed: a what-if. The base stays "
    .. "as it is.", 'w:with { floor = pct "2.25" }.place.wakefield.allocation'),
  of("against", "changed:against(w)", "Line by line, this allocation less another of the same places.",
    'w:with { floor = pct "2.25" }:against(w)'),
  of("path", "w:path(years)", "This year and those that follow: each starts from the last one's allocations.",
    "w:path(3)"),
  of("explain", 'w:explain("calderdale")', "How a line was made, down to the rows of the published files.",
    'w:explain("calderdale").reference'),
  of("without", "w:without(variation)", "The same allocation as if one variation had not been agreed.",
    "w:without(book:policy().variations[1]):foots()"),
  of("frame", "w:frame()", "The frame that people see and files hold.", "w:frame():names()"),
  of("total", "w:total()", "What the lines come to, and what there was to share.", "w:total()"),
  of("foots", "w:foots()", "Whether the parts are the whole, to the penny.", "w:foots()"),
  of("csv", "w:csv(), w:csv(path)", "Its frame as CSV; see frame:csv.", "w:csv()"),
  of("json", "w:json()", "Its frame as JSON; see frame:json.", "w:json()"),
  of("markdown", "w:markdown()", "Its frame as a Markdown table; see frame:markdown.", "w:markdown()"),
  of("rows", "w:rows()", "An iterator of its lines; see frame:rows.", "w:rows()().name"),
  of("text", "w:text({ width = 100 })", "Its ruled table; see frame:text.", "w:text({ width = 100 })"),
}
