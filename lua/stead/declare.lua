--- The words that declarations are written in: system, body, place, envelope, allocation, stream, practices, …
--- Each gives back what was declared, checked field by field, with the file and line where it stands.
local core <const> = require("stead.core")
local footprint <const> = require("stead.footprint")
local policy <const> = require("stead.policy.forms")
local shape <const> = require("stead.shape")

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
local kinds <const> = shape.one_of({
  "icb", "icp", "council", "nhs-trust", "foundation-trust", "nhs-england", "committee", "joint-committee",
  "combined-authority", "vcse", "forum", "pcn",
})
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
  body = {
    kind = { check = kinds, required = true }, name = must_text, from = date, to = date, parent = text,
    tier = { check = shape.one_of({ "upper", "lower", "both" }) }, note = text,
  },
  envelope = {
    year = must_year, amount = { check = shape.money, required = true }, status = status, note = text,
    holder = text, cites = tab,
  },
  allocation = {
    year = must_year, method = { check = shape.one_of({ "uniform", "pace", "banded", "bottom-up", "hybrid", "need" }),
      required = true },
    baseline = text, growth = rate, closing = rate, floor = rate, ceiling = rate, cap = rate, status = status,
    note = text, mix = tab, bids = text, by = text, cites = tab,
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
  post = { title = text, holder = text, employers = texts, note = text, from = date, to = date },
}

for what, form in pairs(policy.forms) do
  forms[what] = form
end

--- Where the declaration stands. Asked when its id is read: `return place "x" { … }` is a tail call, so by the
--- time its fields come the file's own frame is gone.
local function position()
  local level = 2
  while true do
    local info = debug.getinfo(level, "Sl")
    if not info or info.source:find("^@") and not info.source:find("^@stead/") then
      return info and info.source:gsub("^@", "") or "?", info and info.currentline or 0
    end
    level = level + 1
  end
end

local function declared(what, id, fields, file, line)
  local where = ("%s:%d: %s '%s'"):format(file, line, what, tostring(id))
  local wrong = shape.text(id) or shape.table(fields)
  if wrong then
    error(("%s %s"):format(where, wrong), 0)
  end
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
      error(("%s:%d: %s"):format(file, line, tostring(made)), 0)
    end
    return made
  end
end

--- The environment that declarations see: these words, and what Lua needs to write a table.
---@return table<string, any>
function declare.environment()
  local env = {
    practices = placed(footprint.practices), districts = placed(districts), ladder = placed(ladder),
    cite = placed(cite),
    gbp = core.money.gbp, pence = core.money.pence, pct = core.money.pct, rate = core.money.rate,
    ipairs = ipairs, pairs = pairs, tostring = tostring, tonumber = tonumber, type = type, select = select,
    math = { max = math.max, min = math.min, tointeger = math.tointeger, type = math.type },
    string = { format = string.format, lower = string.lower, upper = string.upper, sub = string.sub },
    table = { concat = table.concat, insert = table.insert, sort = table.sort, unpack = table.unpack },
  }
  for what in pairs(forms) do
    env[what] = word(what)
  end
  for name, value in pairs(policy.words) do
    env[name] = value
  end
  env.exclude = word("exclusion")
  env.exclusion = nil
  return env
end

--- The fields that a kind of declaration may have, for help.
function declare.fields(what)
  return forms[what]
end

return declare
