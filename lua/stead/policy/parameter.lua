--- Parameters: dated, cited values. A value is asked for at a day; outside its days there is none, and nothing is
--- assumed.
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")
local forms <const> = require("stead.policy.forms")
local shape <const> = require("stead.shape")
local words <const> = require("stead.words")
local core <const> = require("stead.core")

local parameter = {}

local function where_of(p)
  return ("%s:%d: parameter '%s'"):format(p.file, p.line, p.id)
end

--- Values of one stream, in order, each with the last day it counts.
local function lines_of(p)
  local by_stream = {}
  for _, value in ipairs(p.values) do
    local stream = value.stream or ""
    by_stream[stream] = by_stream[stream] or {}
    table.insert(by_stream[stream], value)
  end
  for _, list in pairs(by_stream) do
    table.sort(list, function(a, b)
      return a.from < b.from
    end)
  end
  return by_stream
end

local function check_dates(p, list)
  for i = 2, #list do
    local before, after = list[i - 1], list[i]
    if before.from == after.from or before.to and before.to >= after.from then
      fault.script("%s: two values count on %s: one from %s and one from %s", where_of(p), core.text.words(after.from),
        core.text.words(before.from), core.text.words(after.from))
    elseif before.to and dates.after(before.to) < after.from and not p.gaps then
      fault.script("%s: no value from %s to %s; say gaps = true if that is meant", where_of(p),
        core.text.words(dates.after(before.to)), core.text.words(dates.before(after.from)))
    end
    before.until_ = before.to or dates.before(after.from)
  end
end

--- Only what has an order can be raised, lowered or held between two values.
local function check_vary(p, checker)
  local vary = p.vary
  local ordered <const> = { money = true, rate = true, count = true, date = true }
  if not ordered[p.unit] and (type(vary) == "table" or vary == "raise" or vary == "lower") then
    fault.script("%s: a %s cannot be raised or lowered; vary is \"any\" or \"none\"", where_of(p), p.unit)
  end
  for i, value in ipairs(type(vary) == "table" and vary.between or {}) do
    local wrong = checker(value)
    if wrong then
      fault.script("%s: field 'vary': between %d %s", where_of(p), i, wrong)
    end
  end
  if type(vary) == "table" and vary.between[2] < vary.between[1] then
    fault.script("%s: field 'vary': between is from the least to the most", where_of(p))
  end
end

--- Checks what the fields' own checks cannot: values of the unit, dates in order.
---@param p stead.Declared
---@return stead.Declared
function parameter.complete(p)
  local checker = forms.checker(p.unit)
  check_vary(p, checker)
  for i, value in ipairs(p.values) do
    local where = ("%s: value %d"):format(where_of(p), i)
    local wrong = shape.table(value)
    if wrong then
      fault.script("%s %s", where, wrong)
    end
    shape.check(where, value, forms.value)
    wrong = checker(value.is)
    if wrong then
      fault.script("%s: field 'is' %s", where, wrong)
    elseif value.to and value.to < value.from then
      fault.script("%s: ends on %s, before it starts", where, core.text.words(value.to))
    end
  end
  if #p.values == 0 and not p.unknown then
    fault.script("%s: has no values; say in `unknown` who must supply them", where_of(p))
  end
  p.lines = lines_of(p)
  for _, list in pairs(p.lines) do
    check_dates(p, list)
  end
  return p
end

--- The spans for which there are values, in words.
local function spans(list)
  local out = {}
  for i, value in ipairs(list) do
    out[i] = dates.words({ from = value.from, to = value.until_ or value.to })
  end
  return words.list(out)
end

--- The values of a stream, or those that serve every stream.
---@param p stead.Declared
---@param stream string?
---@return table[]
function parameter.values(p, stream)
  return p.lines[stream or ""] or p.lines[""] or {}
end

--- The value that counts on a day; nil, and why not, when there is none.
---@param p stead.Declared
---@param on string
---@param stream string?
---@return table? value, string? message
function parameter.at(p, on, stream)
  local list = parameter.values(p, stream)
  for _, value in ipairs(list) do
    if value.from <= on and on <= (value.until_ or value.to or dates.NEVER) then
      return value
    end
  end
  if #list == 0 then
    return nil, ("parameter '%s' has no value%s: %s"):format(p.id, stream and " for " .. stream or "",
      p.unknown or "none is declared")
  end
  return nil, ("parameter '%s' has no value on %s; it has values %s"):format(p.id, core.text.words(on) or on,
    spans(list))
end

--- A value as people read it.
---@param value any
---@return string
function parameter.text(value)
  local kind = core.money.kind(value)
  if kind == "money" then
    return format.pounds(value)
  elseif kind == "rate" then
    return tostring(value)
  elseif type(value) == "table" then
    local out = {}
    for _, key in ipairs(words.keys(value)) do
      out[#out + 1] = key .. " " .. parameter.text(value[key] == nil and value[math.tointeger(key)] or value[key])
    end
    return table.concat(out, ", ")
  elseif math.type(value) == "integer" then
    return format.decimal(tostring(value))
  end
  return tostring(value)
end

local function less(a, b)
  return a < b
end

--- Whether a local value is within what the parameter permits; says why not.
---@param p stead.Declared
---@param value any the local value
---@param base any the value it would stand in for; nil when there is none
---@return string? why not
function parameter.refuses(p, value, base)
  local vary = p.vary or "none"
  if type(vary) == "table" then
    local low, high = vary.between[1], vary.between[2]
    if less(value, low) or less(high, value) then
      return ("may vary between %s and %s, and %s is not"):format(parameter.text(low), parameter.text(high),
        parameter.text(value))
    end
  elseif vary == "none" and base ~= nil then
    return "may not be varied"
  elseif vary == "raise" and base ~= nil and less(value, base) then
    return ("may only be raised, and %s is less than %s"):format(parameter.text(value), parameter.text(base))
  elseif vary == "lower" and base ~= nil and less(base, value) then
    return ("may only be lowered, and %s is more than %s"):format(parameter.text(value), parameter.text(base))
  end
end

return parameter
