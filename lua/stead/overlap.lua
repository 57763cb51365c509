--- How places, councils and ICBs lie over one another, by registered people and by residents. The two bases are
--- never mixed in one ratio (DOMAIN 1.3).
local core <const> = require("stead.core")
local format <const> = require("stead.format")
local words <const> = require("stead.words")

local overlap = {}

--- Residents of each council by ICB, in whole people, on the latest basis held.
---@param facts stead.Facts
---@return table<string, table<string, integer>> people by council and ICB
---@return string basis
function overlap.residents(facts, basis)
  basis = basis or "mid-2020"
  local out = {}
  for _, row in ipairs(facts:rows("select council, icb, people from residents where basis = ?", { basis })) do
    out[row.council] = out[row.council] or {}
    out[row.council][row.icb] = row.people
  end
  return out, basis
end

--- Registered people of each district or council by ICB.
---@param facts stead.Facts
---@param year string
---@param column "district"|"council"
---@return table<string, table<string, { people: number, practices: integer }>>
function overlap.registered(facts, year, column)
  local need = facts:need(year)
  local area, icb, people, out = need:column(column), need:column("icb"), need:column("population"), {}
  for i = 1, #need do
    if area[i] then
      local of = out[area[i]] or {}
      local at = of[icb[i]] or { people = 0, practices = 0 }
      at.people, at.practices = at.people + people[i], at.practices + 1
      of[icb[i]], out[area[i]] = at, of
    end
  end
  return out
end

--- The areas that lie in more than one ICB, with how many people in each.
---@param facts stead.Facts
---@param options { year: string?, column: "district"|"council", basis: "registered"|"residents" }
---@return stead.Frame
function overlap.straddling(facts, options)
  local masses = {}
  if options.basis == "residents" then
    for area, of in pairs((overlap.residents(facts))) do
      masses[area] = of
    end
  else
    for area, of in pairs(overlap.registered(facts, options.year, options.column)) do
      masses[area] = {}
      for icb, at in pairs(of) do
        masses[area][icb] = at.people
      end
    end
  end
  local names, icbs, rows = facts:names("council"), facts:names("icb"), {}
  for _, area in ipairs(words.keys(masses)) do
    local list, whole = words.keys(masses[area]), 0
    for _, icb in ipairs(list) do
      whole = whole + masses[area][icb]
    end
    for _, icb in ipairs(#list > 1 and list or {}) do
      local part = masses[area][icb]
      rows[#rows + 1] = { area, names[area] or area, icb, icbs[icb], part, part / whole }
    end
  end
  local frame = core.frame.new({ { "code", "text" }, { "name", "text" }, { "icb", "text" }, { "icb_name", "text" },
    { "people", "quantity" }, { "share", "real" } }, rows)
  frame:about().title = ("Areas in more than one ICB, by %s people"):format(
    options.basis == "residents" and "resident" or "registered")
  return frame
end

--- Districts or upper-tier councils: the column of practices that has the codes.
local function tier_of(book, code)
  local council = book.facts:council(code)
  return council and council.tier == "upper" and "council" or "district"
end

local function registered_of(book, place, year, districts)
  local of_place, of_area, both = 0, 0, 0
  local found = book:cover(year)
  local need, named = found.need, {}
  for _, code in ipairs(districts) do
    named[code] = true
    for _, each in ipairs(book.facts:earlier(code)) do
      named[each] = true
    end
  end
  local area, people = need:column(tier_of(book, districts[1])), need:column("population")
  for i = 1, #need do
    local inside = found.place[i] and book.places[found.place[i]] == place
    of_place = of_place + (inside and people[i] or 0)
    of_area = of_area + (named[area[i]] and people[i] or 0)
    both = both + (inside and named[area[i]] and people[i] or 0)
  end
  if of_place == 0 or of_area == 0 then
    return nil
  end
  local measure = core.calc.overlap(of_place, of_area, both)
  return measure, ("%s with its councils by registered people, %s: %.3f (of the place %.3f, of the councils %.3f)")
    :format(measure.class, year, measure.coterminosity, measure.of_a, measure.of_b)
end

local function residents_of(book, code, residents)
  local of = residents[code]
  local list = of and words.keys(of) or {}
  if #list < 2 then
    return nil
  end
  local parts, said, names = {}, {}, book.facts:names("icb")
  for i, icb in ipairs(list) do
    parts[i] = { icb = icb, name = names[icb] or icb, people = of[icb] }
    said[i] = ("%s in %s"):format(format.number(of[icb], 0), parts[i].name)
  end
  local name = book.facts:names("council")[code] or code
  return parts, ("%s straddles ICBs by residents: %s"):format(name, words.list(said)), name
end

---@class stead.OverlapOfPlace
---@field place string
---@field message string
---@field straddles boolean
---@field measure table? of coterminosity: class, coterminosity, of_a (the place), of_b (its councils)
---@field council string? the one that straddles
---@field name string? its name
---@field parts { icb: string, name: string, people: integer }[]? its residents by ICB

--- What a book's places come to: coterminosity of each, and councils of theirs that straddle.
---@param book stead.Book
---@return stead.OverlapOfPlace[]
function overlap.of_book(book)
  local out, years = {}, book.facts:years("need")
  local held = {}
  for _, year in ipairs(years) do
    held[year] = true
  end
  local year
  for _, each in ipairs(book.system.years) do
    year = held[each] and each or year
  end
  local residents = overlap.residents(book.facts)
  for _, place in ipairs(book.places) do
    local districts = place.residents and place.residents.codes or {}
    if year and #districts > 0 then
      local measure, message = registered_of(book, place, year, districts)
      if measure then
        out[#out + 1] = { place = place.id, message = message, straddles = false, measure = measure }
      end
    end
    for _, code in ipairs(districts) do
      local parts, message, name = residents_of(book, code, residents)
      if parts then
        out[#out + 1] = { place = place.id, message = message, straddles = true, council = code, name = name,
          parts = parts }
      end
    end
  end
  return out
end

return overlap
