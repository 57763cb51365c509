--- What does not hold in a book, as findings: each with a stable id, a severity, what it is about and what to do.
local core <const> = require("stead.core")
local cover <const> = require("stead.cover")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")
local words <const> = require("stead.words")

local check = {}

---@class stead.Finding
---@field id string stable, such as "footprint.none"
---@field severity "error"|"warning"|"info"
---@field subject string
---@field message string
---@field todo string?
---@field where string? file and line

local order <const> = { error = 1, warning = 2, info = 3 }

local function held_years(book)
  local held, out = {}, {}
  for _, year in ipairs(book.facts:years("need")) do
    held[year] = true
  end
  for _, year in ipairs(book.system.years) do
    if held[year] then
      out[#out + 1] = year
    end
  end
  return out, held
end

local rules = {}

--- Years that the book speaks of and no need is held for.
function rules.years(book, add)
  local _, held = held_years(book)
  for _, year in ipairs(book.system.years) do
    if not held[year] then
      add({ id = "years.no-need", severity = "warning", subject = year,
        message = ("no practice need is held for %s"):format(year),
        todo = ("stead import need FILE --year %s, or take the year out of system.lua"):format(year) })
    end
  end
end

--- Every practice in one place, none in two (DOMAIN 2.8: an allocation needs a partition).
function rules.footprints(book, add)
  if #book.places == 0 then
    add({ id = "places.none", severity = "error", subject = book.system.name, message = "the book has no place",
      todo = "declare each in a file of places/" })
    return
  end
  for _, year in ipairs((held_years(book))) do
    local found = book:cover(year)
    for i, line in ipairs(cover.lines(book, found, "primary_medical")) do
      local each = found.astray[i]
      add({ id = #each.places == 0 and "footprint.none" or "footprint.twice", severity = "error",
        subject = each.practice, message = ("%s: %s"):format(year, line),
        todo = ("add it to one footprint, or leave it out: exclude \"%s\" { reason = \"…\" }"):format(each.practice) })
    end
    for _, each in ipairs(found.excluded) do
      add({ id = "footprint.excluded", severity = "info", subject = each.practice,
        message = ("%s: %s is left out by name, %s people: %s"):format(year, each.name,
          format.number(each.weight, 0), each.reason) })
    end
  end
end

--- A practice left out by name must be one of the system's, in some year.
function rules.exclusions(book, add)
  local seen = {}
  for _, year in ipairs((held_years(book))) do
    local found = book:cover(year)
    local practices = found.need:column("practice")
    for _, row in ipairs(found.inside) do
      seen[practices[row]] = true
    end
  end
  local all <const> = words.keys(seen)
  for _, each in ipairs(book.system.excludes or {}) do
    if not seen[each.id] then
      add({ id = "exclusion.unknown", severity = "error", subject = each.id, where = ("%s:%d"):format(each.file,
        each.line), message = ("no practice of this system has that code%s"):format(words.did_you_mean(each.id, all)) })
    end
  end
end

local function within(day, item)
  return (not item.from or item.from <= day) and (not item.to or day <= item.to)
end

--- Dates in order, partners in being.
function rules.dates(book, add, on)
  for _, body in ipairs(book.system.bodies or {}) do
    if body.from and body.to and body.to < body.from then
      add({ id = "body.dates", severity = "error", subject = body.id, where = ("%s:%d"):format(body.file, body.line),
        message = ("%s ends on %s, before it starts on %s"):format(body.name, core.text.words(body.to),
          core.text.words(body.from)) })
    end
  end
  for _, place in ipairs(book.places) do
    for _, id in ipairs(place.partners or {}) do
      local body = book.body[id]
      if on and not within(on, body) then
        add({ id = "partner.not-in-being", severity = "info", subject = place.id,
          where = ("%s:%d"):format(place.file, place.line),
          message = ("partner %s is not in being on %s"):format(body.name, core.text.words(on)) })
      end
    end
  end
end

--- Codes of bodies and residents that the register knows.
function rules.codes(book, add)
  local names = book.facts:names("council")
  for _, body in ipairs(book.system.bodies or {}) do
    if body.kind == "council" and not names[body.id] then
      add({ id = "body.unknown-council", severity = "error", subject = body.id,
        where = ("%s:%d"):format(body.file, body.line),
        message = ("no council has the code %s%s"):format(body.id, words.did_you_mean(body.id, words.keys(names))) })
    end
  end
  for _, place in ipairs(book.places) do
    for _, code in ipairs(place.residents and place.residents.codes or {}) do
      if not names[code] then
        add({ id = "place.unknown-district", severity = "error", subject = place.id,
          where = ("%s:%d"):format(place.file, place.line),
          message = ("residents: no council has the code %s%s"):format(code,
            words.did_you_mean(code, words.keys(names))) })
      end
    end
  end
end

--- Population bands say something, never that something is wrong (DOMAIN 1.2).
function rules.bands(book, add)
  local years = held_years(book)
  local year = years[#years]
  if not year or #book.places == 0 then
    return
  end
  local people = {}
  for row in book:need({ year = year, by = "place", icb = book.icb }):rows() do
    people[#people + 1] = row
  end
  if #people == 1 then
    add({ id = "places.single", severity = "info", subject = book.system.name,
      message = "one place covers the whole system; a separate place board is not looked for" })
  end
  for _, row in ipairs(people) do
    if row.population < 250000 or row.population > 500000 then
      add({ id = "place.band", severity = "info", subject = row.code,
        message = ("%s people in %s; places are often 250,000 to 500,000"):format(format.number(row.population, 0),
          year) })
    end
  end
end

--- Where registered people and residents part company: coterminosity and councils in several ICBs (DOMAIN 1.3).
function rules.overlap(book, add)
  for _, each in ipairs(require("stead.overlap").of_book(book)) do
    add({ id = each.straddles and "place.straddles" or "place.coterminous", severity = "info", subject = each.place,
      message = each.message })
  end
end

--- Allocations that the book declares can be made, and foot.
function rules.allocations(book, add)
  for _, each in ipairs(book.system.allocations or {}) do
    local ok, made = pcall(book.allocate, book, { stream = each.id, year = each.year })
    local subject <const> = each.id .. " " .. each.year
    local where <const> = ("%s:%d"):format(each.file, each.line)
    if not ok and not fault.is(made) then
      error(made, 0)
    elseif not ok then
      add({ id = "allocation.fails", severity = "error", subject = subject, where = where, message = tostring(made) })
    else
      local declared = made.terms.declared_envelope
      local _, envelope = made:total()
      if declared and declared.amount ~= envelope then
        add({ id = "allocation.envelope", severity = "error", subject = subject, where = where,
          message = ("the terms give %s and the declared envelope is %s"):format(format.pounds(envelope),
            format.pounds(declared.amount)), todo = "change the growth or the envelope so that they agree" })
      end
      if each.status ~= "verified" then
        add({ id = "terms.status", severity = "info", subject = subject, where = where,
          message = ("its terms are %s: reports say so"):format(each.status) })
      end
    end
  end
end

local sequence <const> = { "years", "codes", "dates", "footprints", "exclusions", "bands", "overlap", "allocations" }

---@class stead.Findings
---@field [integer] stead.Finding
---@field errors integer
local findings = { __name = "stead.findings" }

function findings.__index(self, key)
  if key == "errors" then
    local n = 0
    for _, each in ipairs(self) do
      n = n + (each.severity == "error" and 1 or 0)
    end
    return n
  end
end

function findings.__tostring(self)
  local out = {}
  for _, each in ipairs(self) do
    out[#out + 1] = ("  %-8s %-22s %s: %s"):format(each.severity, each.id, each.subject, each.message)
    local after = { each.where }
    after[#after + 1] = each.todo
    if #after > 0 then
      out[#out + 1] = "           " .. table.concat(after, "  ")
    end
  end
  local counts = { error = 0, warning = 0, info = 0 }
  for _, each in ipairs(self) do
    counts[each.severity] = counts[each.severity] + 1
  end
  out[#out + 1] = ("  %s, %s, %d to know"):format(words.count(counts.error, "error"),
    words.count(counts.warning, "warning"), counts.info)
  return table.concat(out, "\n")
end

--- Runs every check.
---@param book stead.Book
---@param options { on: string? }
---@return stead.Findings
function check.run(book, options)
  local list = {}
  for _, name in ipairs(sequence) do
    rules[name](book, function(finding)
      finding.place = #list
      list[#list + 1] = finding
    end, options.on)
  end
  table.sort(list, function(a, b)
    if a.severity ~= b.severity then
      return order[a.severity] < order[b.severity]
    end
    return a.place < b.place
  end)
  for _, each in ipairs(list) do
    each.place = nil
  end
  return setmetatable(list, findings)
end

return check
