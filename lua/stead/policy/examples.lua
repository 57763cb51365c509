--- Worked examples: what a rule or variation must give on figures written beside it. They run at `stead check` and
--- in `stead test`.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")
local hand <const> = require("stead.policy.hand")
local run <const> = require("stead.policy.run")
local shape <const> = require("stead.shape")
local variation <const> = require("stead.policy.variation")
local words <const> = require("stead.words")

local examples = {}

---@class stead.ExampleResult
---@field id string the rule
---@field where string
---@field passes boolean
---@field message string? what it gave, what it should have given and the difference
---@field gives table<string, stead.Money>?

--- What a rule gave, as money by code; an amount stands under "".
local function as_money(answer)
  local money = answer:money()
  return core.money.kind(money) == "money" and { [""] = money } or money
end

local function answer_of(...)
  return as_money((run.rule(...)))
end

local function difference(wanted, got)
  local out, codes = {}, {}
  for code in pairs(wanted) do
    codes[code] = true
  end
  for code in pairs(got) do
    codes[code] = true
  end
  for _, code in ipairs(words.keys(codes)) do
    local a, b = wanted[code] or core.money.pence(0), got[code] or core.money.pence(0)
    if a ~= b then
      out[#out + 1] = ("%s gives %s and should give %s, a difference of %s"):format(code == "" and "it" or code,
        format.pounds(b), format.pounds(a), format.pounds(b - a))
    end
  end
  return out
end

local function wanted_of(example)
  return core.money.kind(example.gives) == "money" and { [""] = example.gives } or example.gives
end

--- Runs one example.
---@param policy stead.Policy
---@param item stead.Declared a rule, or a variation that wraps one
---@return stead.ExampleResult
local function try(policy, item)
  local example = item.worked_example
  local span = item.what == "variation" and variation.span(item) or {}
  local result = { id = item.id, where = ("%s:%d"):format(item.file, item.line), item = item }
  local ok, answer = pcall(answer_of, policy, item.id, {
    given = example.given, on = example.on or span.from or dates.before(dates.NEVER),
    at = item.at, stream = item.stream, values = example.uses, plain = item.what == "rule",
  })
  if not ok then
    result.passes, result.message = false, tostring(answer)
    if not example.on and not span.from and result.message:find("has no value on", 1, true) then
      result.message = result.message .. '; say the day of the example, such as on = "2025-04-01"'
    end
    return result
  end
  result.gives = answer
  local wrong = difference(wanted_of(example), result.gives)
  result.passes = #wrong == 0
  result.message = #wrong > 0 and table.concat(wrong, "; ") or nil
  return result
end

--- What a variation's example comes to without the variation: the rule it varies.
---@param policy stead.Policy
---@param v stead.Declared
---@return table<string, stead.Money>? by code; nil when the rule cannot run on it
function examples.without(policy, v)
  local ok, answer = pcall(answer_of, policy, v.id, {
    given = v.worked_example.given, on = v.worked_example.on or v.in_force.from, at = v.at,
    stream = v.stream, values = v.worked_example.uses, plain = true,
  })
  return ok and answer or nil
end

local fields <const> = {
  given = { check = shape.table, required = true }, on = { check = shape.date }, uses = { check = shape.table },
  gives = { required = true, check = function(value)
    local wrong = core.money.kind(value) ~= "money" and shape.table(value)
    for _, code in ipairs(type(value) == "table" and words.keys(value) or {}) do
      wrong = wrong or shape.money(value[code]) and ("%s %s"):format(code, shape.money(value[code]))
    end
    return wrong or nil
  end },
}

--- Refuses an example that its rule could not take, or whose answer is no money.
---@param rule stead.Declared
---@param item stead.Declared the rule, or a variation of it
function examples.refuse(rule, item)
  local example = item.worked_example
  if example then
    local where = ("%s:%d: %s '%s': worked_example"):format(item.file, item.line, item.what, item.id)
    shape.check(where, example, fields)
    local wrong = hand.wrong(rule, example.given)
    if wrong then
      fault.script("%s: %s", where, wrong)
    end
  end
end

--- Every worked example of a policy, run.
---@param policy stead.Policy
---@return stead.ExampleResult[]
function examples.run(policy)
  local out = {}
  for _, id in ipairs(words.keys(policy.rules)) do
    if policy.rules[id].worked_example then
      out[#out + 1] = try(policy, policy.rules[id])
    end
  end
  for _, v in ipairs(policy.variations) do
    if v.worked_example then
      out[#out + 1] = try(policy, v)
    end
  end
  return out
end

return examples
