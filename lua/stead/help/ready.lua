--- The names that scripts and the REPL find ready.
---@type stead.HelpEntry[]
return {
  { name = "gbp", usage = 'gbp "1,234.56"',
    means = "Money from text, exactly. It takes a pound sign, commas and the units k, m and bn; or a whole number of "
      .. "pounds. A Lua number with a point is refused, for it cannot hold pence exactly.",
    units = "whole pence, printed as pounds", example = 'gbp "£1.25m"' },
  { name = "pence", usage = "pence(123)", means = "Money from a whole number of pence.", units = "whole pence",
    example = "pence(123)" },
  { name = "pct", usage = 'pct "2.5"',
    means = "A rate from a percentage, as text or a whole number. pct.range(from, to, step) gives each rate in turn.",
    units = "10^-9 of one, printed as a percentage", example = 'gbp("200"):times(pct "2.5")' },
  { name = "rate", usage = 'rate "0.025"',
    means = 'A rate from a fraction, as text: rate "0.025" is pct "2.5". It also reads "2.5%".',
    units = "10^-9 of one, printed as a percentage", example = 'rate "0.025" == pct "2.5"' },
  { name = "book", usage = "book",
    means = "The book found from the working folder, or England's reference tables when there is none; STEAD_BOOK in "
      .. "the environment names another. It is opened when it is first used.",
    example = "book" },
  { name = "open", usage = "open(folder)", means = "Opens the book in a folder, or in the nearest folder above it.",
    example = 'open(".").system.name' },
  { name = "england", usage = "england",
    means = "England's reference tables, without a book. It answers what a book answers, for any ICB or for all.",
    example = 'england:need { year = "2023/24", by = "icb" }:head(3)' },
  { name = "sql", usage = 'sql "select …", or sql "… where year = ?" { "2023/24" }',
    means = "A question in SQL over the book's facts and the reference tables; the answer is a frame. It reads only.",
    units = "columns called pence or ending in _pence are money",
    example = 'sql "select year, count(*) as practices, sum(pence) as pence from payments where year = ? group by 1" '
      .. '{ "2022/23" }' },
  { name = "frame", usage = "frame(columns, rows)",
    means = "A table of typed columns. Kinds: text, integer, quantity, money, rate, real. A cell of another kind is "
      .. "refused with its row and column; nil is a missing cell.",
    example = 'frame({ { "place", "text" }, { "bid", "money" } }, { { "Leeds", gbp "1,200" } })' },
  { name = "csv", usage = "csv(path, kinds)",
    means = "A CSV of one's own as a frame. Every column is text, so that codes keep their zeros, unless kinds says "
      .. 'otherwise: csv("bids.csv", { bid = "money" }).',
    example = 'local core = require("stead.core")\ncore.host.write_file("bids.csv", "code,bid\\nleeds,12.50\\n")\n'
      .. 'return csv("bids.csv", { bid = "money" })' },
  { name = "explain", usage = "explain(money)",
    means = "How a figure of a result was made: the steps, then the rows of the published files under them. The figure "
      .. "must come from a result; a sum or product of figures has no single origin.",
    example = 'explain(book:allocate { stream = "primary-medical", year = "2023/24" }.place.calderdale.allocation)' },
  { name = "chart", usage = "chart.bars, .dots, .map (rows); chart.line, .spc (rows, { x = C, y = C })",
    means = "Pictures: who gets what, how far from target, where practices are, how a figure goes over time; spc takes "
      .. "its limits, lower and upper. At the prompt they are letters; each has :svg(path), :html(path) and "
      .. ":text(width).",
    example = 'chart.dots(book:allocate { stream = "primary-medical", year = "2023/24" }:frame()).title' },
  { name = "overlap", usage = "overlap.straddling(facts, { year = Y, column = C, basis = B })",
    means = "How councils and ICBs lie over one another, by registered people or by residents; the two are never "
      .. 'mixed. C is "district" or "council"; B is "registered" or "residents".',
    units = "people; shares of the council's people",
    example = 'overlap.straddling(book.facts, { year = "2023/24", column = "council",\n'
      .. '  basis = "registered" }):head(4)' },
  { name = "words", usage = "words.list(list), words.count(n, one), words.keys(map), words.slug(name)",
    means = "Words for people: lists with commas and an and, counts, sorted keys, names made into identifiers.",
    example = 'words.list({ "Leeds", "Kirklees", "Wakefield" })' },
  { name = "progress", usage = "for x in progress(list) do … end",
    means = "Goes through a list, or from 1 to a whole number, and shows how far it has come: a bar on standard error "
      .. "when that is a terminal, nothing otherwise.",
    example = "local sum = 0\nfor i in progress(4) do\n  sum = sum + i\nend\nreturn sum" },
  { name = "help", usage = "help(), help \"name\"",
    means = "What a name is: a verb, a ready name, a method, a stream, a component of need, a declaration, a check.",
    example = 'help "floor"' },
}
