--- Checks the fields of a declaration, so that a misspelt field is named with its neighbours and a wrong value
--- is named with what was wanted.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local sealed <const> = require("stead.sealed")
local words <const> = require("stead.words")

local shape = {}

---@alias stead.Checker fun(value: any): string? says what is wrong, or nothing

local function of_type(lua_type, said)
  return function(value)
    if type(value) ~= lua_type then
      return "must be " .. said .. ", not " .. shape.describe(value)
    end
  end
end

--- What a value is, for a message.
---@param value any
---@return string
function shape.describe(value)
  if type(value) == "string" then
    return ("'%s'"):format(words.short(value))
  elseif math.type(value) == "float" then
    return "the number " .. tostring(value)
  elseif type(value) == "table" and type(rawget(value, "what")) == "string" then
    return "a " .. words.short(value.what)
  elseif type(value) == "table" or type(value) == "function" then
    return "a " .. type(value)
  end
  return tostring(value)
end

shape.text = of_type("string", "text")
shape.table = of_type("table", "a table")
shape.steps = of_type("function", "a function")
shape.boolean = of_type("boolean", "true or false")

function shape.money(value)
  if core.money.kind(value) ~= "money" then
    return 'must be money, such as gbp "1,234.56", not ' .. shape.describe(value)
  end
end

function shape.rate(value)
  if core.money.kind(value) ~= "rate" then
    return 'must be a rate, such as pct "2.5", not ' .. shape.describe(value)
  end
end

function shape.date(value)
  if type(value) ~= "string" or not core.text.date(value) then
    return "must be a date, such as \"2023-04-01\", not " .. shape.describe(value)
  end
end

function shape.year(value)
  if type(value) ~= "string" or not core.text.year(value) then
    return "must be a financial year, such as \"2023/24\", not " .. shape.describe(value)
  end
end

function shape.count(value)
  if math.type(value) ~= "integer" or value < 0 then
    return "must be a whole number, not " .. shape.describe(value)
  end
end

--- One of a few words.
---@param list string[]
---@return stead.Checker
function shape.one_of(list)
  return function(value)
    for _, word in ipairs(list) do
      if value == word then
        return nil
      end
    end
    local hint = type(value) == "string" and words.did_you_mean(value, list) or ""
    return ("must be %s, not %s%s"):format(words.list(list):gsub(" and ([^ ]+)$", " or %1"),
      shape.describe(value), hint)
  end
end

--- A list whose every item passes.
---@param check stead.Checker
---@return stead.Checker
function shape.list_of(check)
  return function(value)
    local wrong = shape.table(value)
    if wrong then
      return wrong
    end
    for i, item in ipairs(value) do
      wrong = check(item)
      if wrong then
        return ("item %d %s"):format(i, wrong)
      end
    end
    local odd
    for key in pairs(value) do
      if math.type(key) ~= "integer" or key < 1 or key > #value then
        local said = shape.describe(key)
        odd = odd and odd < said and odd or said
      end
    end
    return odd and ("must be a list, without the key %s"):format(odd)
  end
end

--- Something declared: a footprint, a body, a place.
---@param what string
---@return stead.Checker
function shape.declared(what)
  return function(value)
    if sealed.is(value, what) then
      return nil
    elseif type(value) == "table" and rawget(value, "what") == what then
      return ("must be a %s, made by the word for it; a table cannot stand in for one"):format(what)
    end
    return ("must be a %s, not %s"):format(what, shape.describe(value))
  end
end

---@class stead.Field
---@field check stead.Checker
---@field required boolean?

--- Raises, at the place where it stands, the first fault of a declaration.
---@param where string file, line and what is declared
---@param value table
---@param fields table<string, stead.Field>
---@param refuse fun(text: string, ...)? how (a declaration's fault)
function shape.check(where, value, fields, refuse)
  local names = words.keys(fields)
  refuse = refuse or fault.script
  for _, key in ipairs(words.keys(value)) do
    if not fields[key] then
      refuse("%s: no field '%s'%s (it has: %s)", where, words.short(key), words.did_you_mean(key, names),
        words.list(names))
    end
  end
  for _, name in ipairs(names) do
    local given, field = value[name], fields[name]
    if given == nil and field.required then
      refuse("%s: field '%s' is missing", where, name)
    end
    local wrong = given ~= nil and field.check(given)
    if wrong then
      refuse("%s: field '%s' %s", where, name, wrong)
    end
  end
end

return shape
