--- What steps are handed: what their rule takes, and its parameters. Reading a name that is not there says the
--- nearest, since a nil would fail far from where it was misspelt.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local sealed <const> = require("stead.sealed")
local shape <const> = require("stead.shape")
local words <const> = require("stead.words")

local hand = {}

--- A copy of values, of which only known names are read.
local function handed(values, known, missing, called)
  local names = words.keys(known)
  return setmetatable(sealed.settle(values), {
    __metatable = false,
    __index = function(_, key)
      if not known[key] then
        error(missing:format(tostring(key), words.did_you_mean(tostring(key), names), #names > 0 and words.list(names)
          or "none"), 2)
      end
    end,
    __call = function()
      error(called, 2)
    end,
  })
end

local ORDER <const> = "the steps of a rule are function (given, p), those of a variation function (given, p, base)"

--- What a rule takes, as its steps see it.
---@param rule stead.Declared
---@param given table<string, any>
---@return table<string, any>
function hand.given(rule, given)
  return handed(given, rule.takes, "the rule takes no '%s'%s (it takes: %s)", "what a rule is given is no function; "
    .. ORDER)
end

--- Parameters, as steps see them: those of the rule and, in a variation, its own.
---@param items stead.Declared[]
---@param values table<string, any>
---@return table<string, any>
function hand.parameters(items, values)
  local known = {}
  for _, item in ipairs(items) do
    for _, group in ipairs({ item.uses or {}, item.may_use or {} }) do
      for name in pairs(group) do
        known[name] = true
      end
    end
  end
  return handed(values, known, "no parameter '%s' is used here%s (used: %s); `uses` names those that are",
    "parameters are no function; " .. ORDER)
end

local function all_money(value)
  local wrong = shape.table(value)
  for _, key in ipairs(wrong and {} or words.keys(value)) do
    wrong = wrong or shape.money(value[key]) and ("%s %s"):format(key, shape.money(value[key]))
  end
  return wrong
end

local checkers <const> = {
  money = function(value)
    return core.parts.kind(value) ~= "amount" and (type(value) == "table" and all_money(value)
      or type(value) ~= "table" and shape.money(value)) or nil
  end,
  parts = function(value)
    if core.parts.kind(value) ~= "parts" then
      local wrong = all_money(value)
      return wrong and (wrong:find("^must be a table") and 'must be money by code, such as { icb = gbp "10" }, not '
        .. shape.describe(value) or wrong)
    end
  end,
  rate = function(value)
    return type(value) ~= "table" and shape.rate(value) or nil
  end,
  count = shape.count, text = shape.text, date = shape.date, table = shape.table,
}

--- What is wrong with what a rule would be given, or nothing.
---@param rule stead.Declared
---@param given table<string, any>
---@return string?
function hand.wrong(rule, given)
  for _, name in ipairs(words.keys(given)) do
    if rule.takes[name] == nil then
      return ("rule '%s' takes no '%s'%s (it takes: %s)"):format(rule.id, name,
        words.did_you_mean(name, words.keys(rule.takes)), words.list(words.keys(rule.takes)))
    end
  end
  for _, name in ipairs(words.keys(rule.takes)) do
    if given[name] == nil then
      return ("rule '%s' must be given %s"):format(rule.id, name)
    end
    local wrong = checkers[rule.takes[name]](given[name])
    if wrong then
      return ("rule '%s': given '%s' %s"):format(rule.id, name, wrong)
    end
  end
end

--- Money by code as parts, money alone as an amount; the rest as it is. Raises what is wrong.
---@param rule stead.Declared
---@param given table<string, any>
---@return table<string, any>
function hand.taken(rule, given)
  local wrong = hand.wrong(rule, given)
  if wrong then
    fault.command("%s", wrong)
  end
  local out = {}
  for name, kind in pairs(rule.takes) do
    local value = given[name]
    if kind == "parts" and type(value) == "table" then
      value = core.parts.new(value)
    elseif kind == "money" and core.money.kind(value) == "money" then
      value = core.parts.amount(value)
    end
    out[name] = value
  end
  return out
end

return hand
