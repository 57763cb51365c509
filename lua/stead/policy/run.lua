--- Runs a rule: its parameters looked up at a day, its variations wrapped round it, its answer checked. A rule sees
--- what it is given and nothing else: no clock, no files, no network.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local hand <const> = require("stead.policy.hand")
local sandbox <const> = require("stead.sandbox")
local shape <const> = require("stead.shape")
local variation <const> = require("stead.policy.variation")

local run = {}

---@class stead.RuleAsk
---@field given table<string, any> what the rule takes
---@field on string the day at which parameters and variations are looked up
---@field stream string?
---@field at string? a place, for rules that run at one
---@field places string[]? codes of the parts, for rules that run for the whole system: a place may vary a parameter
---@field plain boolean? without variations of the rule
---@field without stead.Declared? one variation to leave out, to see what it does
---@field values table<string, any>? parameters set by whoever asks (a what-if), by the name the rule gives them

--- One parameter for every part: a single value, or a table by code when a place varies it.
local function for_places(policy, name, ask)
  local asked <const> = { on = ask.on, stream = ask.stream, at = ask.at, without = ask.without }
  local found, message = policy:resolve(name, asked)
  local varied, traces = nil, {}
  for _, code in ipairs(variation.at_places(policy, name) and ask.places or {}) do
    local here = policy:resolve(name, { on = ask.on, stream = ask.stream, at = code, without = ask.without })
    if here and here.variation and here.variation.at == code then
      varied = varied or {}
      varied[code] = here.value
      traces[code] = here
    end
  end
  if not varied then
    return found, message
  elseif not found then
    return nil, message
  end
  local by_code = {}
  for _, code in ipairs(ask.places) do
    by_code[code] = varied[code] or found.value
  end
  return { value = by_code, parameter = found.parameter, entry = found.entry, status = found.status, places = traces,
    variation = found.variation, base = found.value }
end

--- The rule's parameters by the names it gives them.
---@param policy stead.Policy
---@param rule stead.Declared
---@param ask stead.RuleAsk
---@return table<string, any> values
---@return table<string, stead.Resolved> resolved
function run.parameters(policy, rule, ask)
  local values, resolved = {}, {}
  for _, group in ipairs({ "uses", "may_use" }) do
    for key, named in pairs(rule[group] or {}) do
      local set = ask.values and ask.values[key]
      if set ~= nil then
        values[key] = set
        resolved[key] = { value = set, parameter = policy.parameters[named.id], status = ask.status or "user" }
      else
        local found, message = for_places(policy, named.id, ask)
        if not found and group == "uses" then
          fault.command("rule '%s' (%s:%d) needs %s: %s", rule.id, rule.file, rule.line, key, message)
        end
        values[key], resolved[key] = found and found.value, found
      end
    end
  end
  return values, resolved
end

--- What a rule may return: parts or an amount. A number is refused, with what to write.
local function check_answer(rule, value)
  if not core.parts.kind(value) then
    fault.script("%s:%d: %s '%s' returned %s; a rule returns parts or an amount, made by its steps", rule.file,
      rule.line, rule.what, rule.id, value == nil and "nothing" or core.money.kind(value) and core.money.kind(value)
      .. " " .. tostring(value) or shape.describe(value))
  end
  return value
end

--- What a step of a national rule refuses is terms or figures that no sum can meet; a local rule may be at fault
--- itself, so its file and line are said.
local function refuse(item, message, code)
  if item.layer == "national" and code == "DECLARATION" then
    fault.check("%s", (tostring(message):gsub("^[^:]+:%d+: [%w_]+: ", "")))
  end
  error(fault.new(4, tostring(message), code), 0)
end

--- Steps are given copies, so that nothing they do to them lasts.
local function call(item, given, p, base)
  local value, message, code = core.host.call_limited(("%s:%d: %s '%s'"):format(item.file, item.line, item.what,
    item.id), sandbox.limits(), item.steps, given, p, base)
  if value == nil and message then
    refuse(item, message, code)
  end
  return value
end

--- The rule's own steps, and those of its variations around them: each is given the one before as `base`.
local function chain(policy, rule, ask, values)
  local step = function(given)
    return check_answer(rule, call(rule, hand.given(rule, hand.taken(rule, given)), hand.parameters({ rule }, values)))
  end
  local used = {}
  for _, v in ipairs(ask.plain and {} or variation.in_force(policy, rule.id, ask.on, ask.at, ask.stream)) do
    if v.steps and v ~= ask.without then
      local base, own = step, values
      if v.uses then
        own = run.parameters(policy, v, ask)
        for name, value in pairs(values) do
          own[name] = own[name] == nil and value or own[name]
        end
      end
      used[#used + 1] = v
      step = function(given)
        return check_answer(v, call(v, hand.given(rule, hand.taken(rule, given)),
          hand.parameters({ rule, v }, own), base))
      end
    end
  end
  return step, used
end

---@class stead.RuleTrace
---@field rule stead.Declared
---@field variations stead.Declared[] that wrapped it
---@field parameters table<string, stead.Resolved>

--- Runs a rule with its variations.
---@param policy stead.Policy
---@param name string
---@param ask stead.RuleAsk
---@return any answer parts or an amount
---@return stead.RuleTrace
function run.rule(policy, name, ask)
  local rule = policy:rule(name)
  local values, resolved = run.parameters(policy, rule, ask)
  local step, used = chain(policy, rule, ask, values)
  return step(ask.given), { rule = rule, variations = used, parameters = resolved }
end

return run
