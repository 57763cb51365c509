--- The words that declarations are written in: system, body, place, envelope, allocation, stream, practices, …
--- Each gives back what was declared, checked field by field, with the file and line where it stands.
local core <const> = require("stead.core")
local footprint <const> = require("stead.footprint")
local sandbox <const> = require("stead.sandbox")
local sealed <const> = require("stead.sealed")
local shape <const> = require("stead.shape")
local vocabulary <const> = require("stead.vocabulary")

local declare = {}

---@class stead.Declared
---@field what string system, body, place, …
---@field id string
---@field file string
---@field line integer

local text <const>, date <const> = { check = shape.text }, { check = shape.date }
local must_text <const>, must_year <const> =
  { check = shape.text, required = true }, { check = shape.year, required = true }
local rate <const> = { check = shape.rate }
local texts <const> = { check = shape.list_of(shape.text) }
local tab <const> = { check = shape.table }
local citation <const> = { check = shape.declared("citation") }
local status <const> = {
  check = shape.one_of({ "verified", "derived", "unverified", "user", "illustrative" }), required = true,
}

local function list_of(what)
  return { check = shape.list_of(shape.declared(what)) }
end

local forms <const> = {
  system = {
    name = must_text, years = { check = shape.list_of(shape.year), required = true }, definition = text,
    purpose = text, bodies = list_of("body"), envelopes = list_of("envelope"), allocations = list_of("allocation"),
    streams = list_of("stream"), excludes = list_of("exclusion"), from = date, to = date, note = text,
  },
  envelope = {
    year = must_year, amount = { check = shape.money, required = true }, status = status, note = text,
    holder = text, cites = citation,
  },
  allocation = {
    year = must_year, method = { check = shape.one_of({ "uniform", "pace", "banded", "bottom-up", "hybrid", "need" }),
      required = true },
    baseline = text, growth = rate, closing = rate, floor = rate, ceiling = rate, cap = rate, status = status,
    note = text, mix = tab, bids = text, by = text, cites = citation,
  },
  stream = {
    status = { check = shape.one_of({ "pooled", "aligned", "in view", "out" }), required = true }, title = text,
    year = must_year, source = must_text, service = must_text, note = text,
  },
  exclusion = { reason = must_text },
  place = {
    name = must_text, purpose = must_text, footprint = { check = shape.declared("footprint"), required = true },
    residents = { check = shape.declared("districts") }, partners = texts, governance = tab, from = date, to = date,
    note = text, also_called = texts,
  },
}

for _, room in ipairs(vocabulary.rooms()) do
  for what, form in pairs(room.forms) do
    forms[what] = form
  end
end

--- Where the declaration stands; "?" when the file's own frame is gone. Asked when its id is read: `return place "x"
--- { … }` is a tail call, so by the time its fields come there is no frame to ask.
local function position()
  local level = 2
  while true do
    local info = debug.getinfo(level, "Slf")
    if not info or info.func == core.host.load_declaration or info.func == core.host.call_limited then
      return "?", 0
    elseif info.source:find("^@") and not info.source:find("^@stead/") then
      return info.source:sub(2), info.currentline
    end
    level = level + 1
  end
end

local function declared(what, id, fields, file, line)
  local where = ("%s:%d: %s '%s'"):format(file, line, what, id)
  local wrong = shape.table(fields)
  if wrong then
    error(("%s %s"):format(where, wrong), 0)
  end
  fields = sealed.settle(fields, where)
  shape.check(where, fields, forms[what])
  local out = { what = what, id = id, file = file, line = line }
  for key, value in pairs(fields) do
    out[key] = value
  end
  return out
end

--- `parameter "x" { … }` declares one; `parameter "x"` alone names it. A name is what it is until fields follow.
local naming = { __name = "stead.reference" }

function naming.__call(self, fields)
  return declared(self.of, self.id, fields, self.file, self.line)
end

local function word(what)
  return function(id)
    local file, line = position()
    local wrong = shape.text(id)
    if wrong then
      error(("%sthe name of a %s %s"):format(line > 0 and ("%s:%d: "):format(file, line) or "", what, wrong), 0)
    end
    return setmetatable({ what = "reference", of = what, id = id, file = file, line = line }, naming)
  end
end

local function districts(list)
  local wrong = shape.list_of(shape.text)(list)
  if wrong then
    error("districts " .. wrong, 0)
  end
  return { what = "districts", codes = list }
end

local function ladder(steps)
  local wrong = shape.table(steps)
  if wrong then
    error("ladder " .. wrong, 0)
  end
  return { what = "ladder", steps = steps }
end

local function cite(source, paragraph)
  local wrong = shape.text(source) or paragraph ~= nil and shape.text(paragraph)
  if wrong then
    error("cite " .. wrong, 0)
  end
  return { what = "citation", source = source, paragraph = paragraph }
end

--- A word that builds part of a declaration says where it stands when it is refused.
local function placed(make)
  return function(...)
    local file, line = position()
    local ok, made = pcall(make, ...)
    if not ok then
      error(line == 0 and made or ("%s:%d: %s"):format(file, line, tostring(made)), 0)
    end
    return made
  end
end

--- The environment that declarations see: these words, and what Lua needs to write a table. What words make is
--- sealed: stead.sealed says why.
---@return table<string, any>
function declare.environment()
  local given = { practices = footprint.practices, districts = districts, ladder = ladder, cite = cite }
  for _, room in ipairs(vocabulary.rooms()) do
    for name, value in pairs(room.words or {}) do
      given[name] = value
    end
  end
  for name, make in pairs(given) do
    given[name] = type(make) == "function" and placed(sealed.word(make)) or make
  end
  for what in pairs(forms) do
    given[what] = sealed.word(word(what))
  end
  given.exclude, given.exclusion = given.exclusion, nil
  given.gbp, given.pence, given.rate = core.money.gbp, core.money.pence, core.money.rate
  given.pct = sandbox.library("pct", core.money.pct)
  return sandbox.environment(given)
end

--- The fields that a kind of declaration may have, for help.
function declare.fields(what)
  return forms[what]
end

return declare
