--- What checks are given: the book on a day as plain data that cannot be changed, and words to say it in. All of it
--- is made before a check runs, so that a check's own limits are spent on the check alone.
---
---   given.on                the day; given.system, given.places, given.bodies as declared, each with `where`
---   given.years             held, missing and last: the years that the book speaks of
---   given.practices(year)   code, name, places, excluded (the reason), population, weight (primary medical), …
---   given.people(year)      the need of each place: code, name, population and weighted people
---   given.councils          names by code; given.successors, codes that took over; given.residents, people by ICB
---   given.overlaps          coterminosity of places, and councils of theirs that lie in several ICBs
---   given.allocations       what the book declares: made, with its lines, or `fails` with the reason
---   given.ledger            plans that do not come to their envelope: stream, year, planned and envelope
---   given.parameters        those in use, with value and status; given.value(name, { on, stream, at }), or nil
---   given.variations        with span, review, authority, and what became of the rule since
---   given.examples()        results of worked examples
---   given.agreements        with what each lacks; given.pools, with sums, and `unfunded` of a declared outturn;
---                           given.bcf, with the conditions `unmet` and `unknown`
---   given.governance        who decides: rights, faults of grants, decisions, posts (stead.decisions.given)
---   given.say               number, day, money, percent, count, list, near
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local difference <const> = require("stead.policy.difference")
local examples <const> = require("stead.policy.examples")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")
local frozen <const> = require("stead.frozen")
local in_use <const> = require("stead.policy.in_use")
local mirror <const> = require("stead.mirror")
local overlap <const> = require("stead.overlap")
local pools <const> = require("stead.pools.given")
local policy_of <const> = require("stead.policy")
local variation <const> = require("stead.policy.variation")
local words <const> = require("stead.words")

local given = {}

local function where_of(item)
  return ("%s:%d"):format(item.file, item.line)
end

--- A declared thing with `where`, and `written` for a purpose that somebody has written.
local function declared(item)
  local out = {}
  for key, value in pairs(item) do
    out[key] = value
  end
  out.where = where_of(item)
  local purpose = item.purpose or ""
  out.purpose_written = purpose:find("%S") ~= nil and purpose ~= require("stead.new").PURPOSE
  return out
end

local function all_declared(list)
  local out = {}
  for i, item in ipairs(list or {}) do
    out[i] = declared(item)
  end
  return out
end

local function years_of(book)
  local held, out = {}, { held = {}, missing = {} }
  for _, year in ipairs(book.facts:years("need")) do
    held[year] = true
  end
  for _, year in ipairs(book.system.years) do
    table.insert(held[year] and out.held or out.missing, year)
  end
  out.last = out.held[#out.held]
  return out
end

--- The last day of the book's years: the day of a check when none is asked for.
---@param book stead.Book
---@return string
function given.last_day(book)
  local last = book.system.years[1]
  for _, year in ipairs(book.system.years) do
    last = dates.start_of(year) > dates.start_of(last) and year or last
  end
  return last and ("%d-03-31"):format(core.text.year(last) + 1) or dates.before(dates.NEVER)
end

local shown <const> = { "name", "population", "district", "council", "pcn", "sub_icb" }

local function practices_of(book, year)
  local found, out = book:cover(year), {}
  local column = { code = found.need:column("practice"), weight = found.need:column("primary_medical") }
  for _, name in ipairs(shown) do
    column[name] = found.need:column(name)
  end
  local astray, excluded = {}, {}
  for _, each in ipairs(found.astray) do
    astray[each.row] = each.places
  end
  for _, each in ipairs(found.excluded) do
    astray[each.row], excluded[each.row] = each.places, each.reason
  end
  for i, row in ipairs(found.inside) do
    local practice = { places = {}, excluded = excluded[row] }
    for name, cells in pairs(column) do
      practice[name] = cells[row]
    end
    for _, index in ipairs(astray[row] or { found.place[row] }) do
      table.insert(practice.places, book.places[index].id)
    end
    out[i] = practice
  end
  return out
end

local function people_of(book, year)
  local out = {}
  if #book.places > 0 then
    for row in book:need({ year = year, by = "place", icb = book.icb }):rows() do
      out[#out + 1] = row
    end
  end
  return out
end

local function by_year(years, make)
  local made = {}
  for _, year in ipairs(years.held) do
    made[year] = frozen.of(make(year))
  end
  return function(year)
    return made[year] or error(("no practice need is held for %s; there is %s"):format(tostring(year),
      #years.held > 0 and words.list(years.held) or "none"), 2)
  end
end

local function allocation_of(book, each)
  local out = declared(each)
  out.stream, out.subject, out.starts = each.id, each.id .. " " .. each.year, dates.start_of(each.year)
  local ok, made = pcall(book.allocate, book, { stream = each.id, year = each.year })
  if not ok and not fault.is(made) then
    error(made, 0)
  elseif not ok then
    -- Its first line: the practices that follow are findings of their own.
    out.fails = tostring(made):match("^[^\n]*")
    return out
  end
  out.lines, out.declared = {}, made.terms.declared_envelope and made.terms.declared_envelope.amount
  for row in made.result:rows() do
    row.name = book.places_by_id[row.code] and book.places_by_id[row.code].name or row.code
    table.insert(out.lines, row)
  end
  out.total, out.envelope = made:total()
  return out
end

--- What became of the rule since a variation was agreed against a version of it.
local function version_of(book, policy, v, out)
  local rule = policy.rules[v.id]
  out.version = policy_of.version(rule)
  if v.against and v.against ~= out.version and v.against ~= rule.digest then
    out.changed = true
    local old = mirror.rule_text(book, v.id, v.against)
    out.difference = old and table.concat(difference.lines(old, rule.text), "\n") or nil
    out.rule_where = where_of(rule)
  end
end

local function variations_of(book, policy, on)
  local out = {}
  for i, v in ipairs(policy.variations) do
    local item, span = declared(v), variation.span(v)
    item.kind, item.from, item.to = variation.kind(v), span.from, span.to
    item.counts, item.over = dates.within(on, span), span.to ~= nil and span.to < on
    item.at_name = v.at and book.places_by_id[v.at].name or book.system.name
    if item.kind == "rule" then
      version_of(book, policy, v, item)
    end
    out[i] = item
  end
  return out
end

local function candidates_of(list)
  local out = {}
  for key, value in pairs(list) do
    out[#out + 1] = math.type(key) == "integer" and value or key
  end
  return out
end

local say <const> = {
  number = format.number,
  day = core.text.words,
  money = format.pounds,
  percent = function(part, whole)
    return format.number(100 * part / whole, 2) .. "%"
  end,
  count = words.count,
  list = function(list)
    return words.list(candidates_of(list))
  end,
  --- "; did you mean 'E08000033'?", of a list or of the keys of a table.
  near = function(word, list)
    return words.did_you_mean(word, candidates_of(list))
  end,
}

--- The council whose code took over, for codes that the register has closed.
local function successors_of(book)
  local out = {}
  for _, row in ipairs(book.facts:rows("select code, successor from council where successor is not null")) do
    out[row.code] = row.successor
  end
  return out
end

--- What the checks of a book are given on a day.
---@param book stead.Book
---@param policy stead.Policy
---@param on string
---@return table
function given.of(book, policy, on)
  local years, allocations = years_of(book), {}
  for i, each in ipairs(book.system.allocations or {}) do
    allocations[i] = allocation_of(book, each)
  end
  local ran = frozen.of(examples.run(policy))
  return frozen.of({
    governance = require("stead.decisions.given").of(book, on),
    on = on, years = years, system = declared(book.system), icb = book.icb, say = say,
    places = all_declared(book.places), bodies = all_declared(book.system.bodies),
    excludes = all_declared(book.system.excludes), envelopes = all_declared(book.system.envelopes),
    practices = by_year(years, function(year) return practices_of(book, year) end),
    people = by_year(years, function(year) return people_of(book, year) end),
    councils = book.facts:names("council"), successors = successors_of(book),
    ledger = require("stead.ledger.outturn").astray(book),
    residents = (overlap.residents(book.facts)), overlaps = overlap.of_book(book), allocations = allocations,
    parameters = in_use.list(book, policy, on), variations = variations_of(book, policy, on),
    value = function(name, ask)
      ask = ask or {}
      local found = policy:resolve(name, { on = ask.on or on, stream = ask.stream, at = ask.at })
      return found and frozen.of(found.value)
    end,
    examples = function()
      return ran
    end,
    agreements = pools.agreements(book, on), pools = pools.pools(book),
    bcf = require("stead.bcf.conditions").given(book),
  })
end

return given
