--- The terms of an allocation: which are needed by which method, which make no sense together, and the short and
--- long names by which a what-if may change them.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local shape <const> = require("stead.shape")
local words <const> = require("stead.words")

local terms = {}

---@class stead.Terms
---@field stream string
---@field year string
---@field method string
---@field baseline string?
---@field growth stead.Rate?
---@field envelope stead.Money?
---@field closing stead.Rate?
---@field floor stead.Rate?
---@field ceiling stead.Rate?
---@field cap stead.Rate?
---@field mix stead.Rate[]?
---@field years integer?

--- Each method: what it must be told, and what else it may be told.
local methods <const> = {
  uniform = { must = { "baseline" }, may = {} },
  pace = { must = { "baseline", "closing" }, may = { "floor", "ceiling" } },
  banded = { must = { "baseline", "closing" }, may = { "floor", "cap" } },
  ["bottom-up"] = { must = { "bids" }, may = { "baseline" } },
  hybrid = { must = { "baseline", "bids", "mix" }, may = {} },
  need = { must = {}, may = { "baseline" } },
}

terms.methods = words.keys(methods)

local asks <const> = {
  baseline = "where the baseline comes from, such as payments:2022/23 or a CSV of code and amount",
  closing = "the fraction of the distance from target that is closed, such as 25%",
  bids = "a CSV of code, amount and (if any) committed",
  mix = "three rates that sum to 100%: uniform growth, target share, bids; such as 50%,30%,20%",
}

--- The long names of policy, as parameters have them.
local long <const> = {
  floor_growth = "floor", ceiling_growth = "ceiling", closing_fraction = "closing", growth = "growth",
  convergence_cap = "cap", envelope = "envelope",
}

local changeable <const> = {
  growth = shape.rate, closing = shape.rate, floor = shape.rate, ceiling = shape.rate, cap = shape.rate,
  envelope = shape.money, method = shape.text, weights = shape.table,
}

--- The term that a what-if's key means: "floor", or "primary-medical.floor_growth".
---@param key string
---@param stream string
---@return string
function terms.named(key, stream)
  if changeable[key] then
    return key
  end
  local prefix, rest = key:match("^(.-)%.([%w_]+)$")
  if prefix == stream and long[rest] then
    return long[rest]
  end
  local names = words.keys(changeable)
  for _, each in ipairs(words.keys(long)) do
    names[#names + 1] = stream .. "." .. each
  end
  fault.command("no term '%s' in an allocation of %s%s (it has: %s)", tostring(key), stream,
    words.did_you_mean(tostring(key), names), words.list(words.keys(changeable)))
end

--- A copy of terms with some changed; the base is left as it is.
---@param base stead.Terms
---@param changes table<string, any>
---@return stead.Terms
function terms.overlay(base, changes)
  local changed = {}
  for _, key in ipairs(words.keys(changes)) do
    local name = terms.named(key, base.stream)
    local wrong = changeable[name](changes[key])
    if wrong then
      fault.command("%s %s", key, wrong)
    end
    changed[name] = changes[key]
  end
  if changed.growth then
    changed.envelope = changed.envelope or false
  elseif changed.envelope then
    changed.growth = false
  end
  return setmetatable({}, { __index = function(_, key)
    local value = changed[key]
    if value == nil then
      return base[key]
    end
    return value or nil
  end })
end

local function bound(t, name)
  local least <const> = core.money.pct("-100")
  if t[name] and t[name] < least then
    fault.command("%s of %s: nothing can fall by more than 100%%", name, tostring(t[name]))
  end
end

--- Refuses terms that are missing, that the method does not use, or that no sum could meet.
---@param t stead.Terms
---@return stead.Terms
function terms.check(t)
  local method = methods[t.method]
  if not method then
    fault.command("no method '%s'%s (methods: %s)", tostring(t.method),
      words.did_you_mean(tostring(t.method), terms.methods), words.list(terms.methods))
  end
  local used = { growth = true, envelope = true }
  for _, name in ipairs(method.must) do
    used[name] = true
    if t[name] == nil then
      fault.command("method %s needs --%s: %s", t.method, name, asks[name])
    end
  end
  for _, name in ipairs(method.may) do
    used[name] = true
  end
  for _, name in ipairs({ "closing", "floor", "ceiling", "cap", "mix", "bids", "baseline" }) do
    if t[name] ~= nil and not used[name] then
      fault.command("method %s does not use --%s", t.method, name)
    end
  end
  if t.envelope and t.growth then
    fault.command("give --growth or --envelope, not both: one follows from the other")
  elseif not t.envelope and not t.growth then
    fault.command("say what there is to share: --envelope £… or --growth … on the baseline")
  elseif t.growth and not t.baseline then
    fault.command("--growth needs --baseline: growth on what? Or give --envelope £…")
  end
  for _, name in ipairs({ "growth", "floor", "ceiling" }) do
    bound(t, name)
  end
  return t
end

return terms
