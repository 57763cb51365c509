--- The need table: practices and their weighted people summed by place, PCN, district, council, sub-ICB location or
--- ICB, with indices relative to the ICB (or, for ICBs, to England). Source of the sums and indices: DOMAIN 2.8.
local core <const> = require("stead.core")
local facts <const> = require("stead.facts")
local fault <const> = require("stead.fault")
local published <const> = require("stead.published")
local shape <const> = require("stead.shape")
local words <const> = require("stead.words")

local need = {}

need.by = { "place", "pcn", "district", "council", "sub_icb", "icb" }

local kind_of_name <const> = {
  icb = "icb", sub_icb = "sub_icb", pcn = "pcn", district = "council", council = "council",
}

local titles <const> = {
  place = "place", pcn = "primary care network", district = "district", council = "upper-tier council",
  sub_icb = "sub-ICB location", icb = "ICB",
}

--- The practices to group, and where they come from: a published file read directly, or what is held.
local function rows_for(book, options)
  if options.from then
    return published.need(book.facts, options.from, options.year)
  end
  return book.facts:need(options.year)
end

--- Refuses when there are no places to ask about.
---@param book stead.Book
function need.places(book)
  if not book.root then
    fault.command("places are declared in a book, and there is none here; use --book DIR, or --by council")
  elseif #book.places == 0 then
    fault.check("%s has no place: declare each in a file of places/, or ask --by council", book.system.name)
  end
end

--- How the practices of `frame` are grouped: by columns of their own, or by the places of a book.
---@param book stead.Book
---@param frame stead.Frame
---@param by string
---@param year string
---@return table grouping for core.calc.plan
function need.grouping(book, frame, by, year)
  if by ~= "place" then
    if not frame:has(by) or next(frame:column(by)) == nil then
      fault.command("the %s figures have no %s codes%s", year, titles[by],
        by == "pcn" and "; those of 2022/23 have them" or "")
    end
    return { outer = "icb", inner = by }
  end
  need.places(book)
  local cover = book:cover(year)
  local ids = {}
  for i, place in ipairs(book.places) do
    ids[i] = place.id
  end
  return { outer = "icb", assign = cover.place, codes = ids }
end

local function name_of(book, by)
  if by == "place" then
    return function(code)
      return book.place[code].name
    end
  end
  local names = book.facts:names(kind_of_name[by])
  return function(code)
    return names[code] or (by == "pcn" and code == "U" and "Unallocated") or code
  end
end

local function column_list()
  local columns = { { "icb", "text" }, { "code", "text" }, { "name", "text" }, { "practices", "integer" } }
  for _, component in ipairs(facts.components) do
    columns[#columns + 1] = { component, "quantity" }
  end
  for i = 2, #facts.components do
    columns[#columns + 1] = { facts.components[i] .. "_index", "real" }
  end
  return columns
end

--- What each group is compared with: the sums of its ICB, or of England.
local function wholes(sums, by)
  local totals = {}
  for row in sums:rows() do
    local key = by == "icb" and "England" or row.icb
    local into = totals[key] or {}
    totals[key] = into
    for _, component in ipairs(facts.components) do
      into[component] = (into[component] or 0) + row[component]
    end
  end
  return function(icb)
    return totals[by == "icb" and "England" or icb]
  end
end

local function index(part, people, whole, whole_people)
  if people == 0 or whole == 0 or whole_people == 0 then
    return nil
  end
  return (part / people) / (whole / whole_people)
end

local function describe(frame, book, options, sums, source)
  local about <const> = frame:about()
  local of = options.icb and book.facts:names("icb")[options.icb] or "England"
  about.title = ("Need in %s, %s, by %s"):format(of, options.year, titles[options.by])
  about.keys = { "icb", "code", "name" }
  about.decimals, about.headings = { population = 0 }, {}
  for i = 2, #facts.components do
    about.headings[facts.components[i] .. "_index"] = facts.components[i]:gsub("_", " ") .. "\nindex"
  end
  about.notes = {
    options.by == "icb" and "indices: each ICB against England"
      or "indices: each row against its own ICB (not England)",
    ("source: %s, %s"):format(source.title, source.publisher),
  }
  local blanks = {}
  for i = 2, #facts.components do
    local component, count = facts.components[i], 0
    for _, blank in ipairs(sums:column(component .. "_blanks")) do
      count = count + blank
    end
    if count > 0 then
      blanks[#blanks + 1] = ("%s in %s"):format(words.count(count, "practice"), component:gsub("_", " "))
    end
  end
  if #blanks > 0 then
    table.insert(about.notes, "blank in the file, left out of that component: " .. words.list(blanks))
  end
end

local fields <const> = {
  year = { check = shape.year, required = true }, by = { check = shape.one_of(need.by) }, icb = { check = shape.text },
  from = { check = shape.text },
}

--- What was asked for, with what a book stands for where nothing was said.
local function asked(book, options)
  shape.check("need", options, fields, fault.command)
  local icb = options.icb or book.icb or "all"
  return { year = options.year, from = options.from, by = options.by or (book.root and "place") or "council",
    icb = icb ~= "all" and book.facts:icb(icb) or nil }
end

--- The need table.
---@param book stead.Book
---@param options { year: string, by: string?, icb: string?, from: string? } by place in a book, else council; the
--- book's own ICB, else all
---@return stead.Frame
function need.frame(book, options)
  options = asked(book, options)
  local practices, source = rows_for(book, options)
  local grouping = need.grouping(book, practices, options.by, options.year)
  local plan = core.calc.plan({ need = practices, columns = facts.components, group = grouping })
  local sums, name, rows = plan:need(), name_of(book, options.by), {}
  local whole_of, columns = wholes(sums, options.by), column_list()
  local last <const> = #columns - #facts.components -- before the indices, which begin with the second component
  for row in sums:rows() do
    if not options.icb or row.icb == options.icb then
      local whole = whole_of(row.icb)
      local out = { row.icb, row.code, name(row.code), row.practices }
      for _, component in ipairs(facts.components) do
        out[#out + 1] = row[component]
      end
      for i = 2, #facts.components do
        local c <const> = facts.components[i]
        out[last + i] = index(row[c], row.population, whole[c], whole.population)
      end
      rows[#rows + 1] = out
    end
  end
  local frame = core.frame.new(columns, rows)
  describe(frame, book, options, sums, source)
  return frame
end

return need
