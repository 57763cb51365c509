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

--- What an allocation may be asked for, beside its stream, year, lines and ICB.
terms.keys = { "method", "baseline", "growth", "envelope", "closing", "floor", "ceiling", "cap", "mix", "bids",
  "weights" }

local asked <const> = {
  stream = { check = shape.text, required = true }, year = { check = shape.year, required = true },
  by = { check = shape.one_of({ "place", "district", "council", "sub_icb", "icb" }) }, icb = { check = shape.text },
  explain = { check = shape.boolean }, baseline = { check = shape.text }, bids = { check = shape.text },
  mix = { check = shape.list_of(shape.rate) },
}

local changeable <const> = {
  growth = shape.rate, closing = shape.rate, floor = shape.rate, ceiling = shape.rate, cap = shape.rate,
  envelope = shape.money, method = shape.text, weights = shape.table,
}

for name, check in pairs(changeable) do
  asked[name] = { check = check }
end

--- Refuses what an allocation cannot be asked, and values of the wrong kind: a misspelt word is not one left out.
---@param options table
function terms.asked(options)
  shape.check("allocate", options, asked, fault.command)
end

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
  local changed = { given = setmetatable({}, { __index = base.given }) }
  for _, key in ipairs(words.keys(changes)) do
    local name = terms.named(key, base.stream)
    local wrong = changeable[name](changes[key])
    if wrong then
      fault.command("%s %s", key, wrong)
    end
    changed[name], changed.given[name] = changes[key], true
  end
  for _, key in ipairs(changed.method and terms.idle(changed.method) or {}) do
    changed[key] = changed[key] or false
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

--- The terms that a method has no use for.
---@param method string
---@return string[]
function terms.idle(method)
  local used, out = {}, {}
  for _, list in pairs(methods[method] or {}) do
    for _, name in ipairs(list) do
      used[name] = true
    end
  end
  for _, name in ipairs({ "closing", "floor", "ceiling", "cap", "mix", "bids", "baseline" }) do
    out[#out + 1] = not used[name] and name or nil
  end
  return methods[method] and out or {}
end

--- A method asked for by name lets go the terms that the book declares for another.
---@param t stead.Terms
function terms.suit(t)
  for _, name in ipairs(terms.idle(t.method)) do
    if not t.given[name] then
      t[name] = nil
    end
  end
end

--- A term's value in words: a mix and weights are several rates.
---@param value any
---@return string
function terms.text(value)
  if type(value) ~= "table" then
    return tostring(value)
  end
  local out = {}
  for _, key in ipairs(words.keys(value)) do
    local each = value[key] or value[math.tointeger(key)]
    out[#out + 1] = math.tointeger(key) and tostring(each) or ("%s %s"):format(key, tostring(each))
  end
  return table.concat(out, ", ")
end

--- How a term stands, and where it is set: what was asked for is the user's own.
---@param t stead.Terms
---@param key string
---@return string status
---@return string? where
function terms.standing(t, key)
  local resolved = t.resolved[key]
  if t.given[key] then
    return "user", nil
  elseif resolved then
    local item = resolved.variation or resolved.parameter
    return resolved.status, ("%s:%d"):format(item.file, item.line)
  elseif key == "envelope" and t.declared_envelope then
    local envelope = t.declared_envelope
    return envelope.status, ("%s:%d"):format(envelope.file, envelope.line)
  end
  return t.status, t.declared
end

local function bound(t, name)
  local least <const> = core.money.pct("-100")
  if t[name] and t[name] < least then
    fault.command("%s of %s: nothing can fall by more than 100%%", name, tostring(t[name]))
  end
end

--- Refuses terms that no sum could have.
local function bounds(t)
  local none <const>, all <const> = core.money.pct("0"), core.money.pct("100")
  if t.closing and (t.closing < none or t.closing > all) then
    fault.command("closing of %s is not from 0%% to 100%%", tostring(t.closing))
  elseif t.floor and t.ceiling and t.floor > t.ceiling then
    fault.command("floor of %s is above the ceiling of %s", tostring(t.floor), tostring(t.ceiling))
  elseif t.envelope and t.envelope < core.money.pence(0) then
    fault.command("an envelope of %s is less than nothing", tostring(t.envelope))
  elseif t.mix and #t.mix ~= 3 then
    fault.command("mix has %s and wants %s", words.count(#t.mix, "rate"), asks.mix)
  elseif t.mix and t.mix[1] + t.mix[2] + t.mix[3] ~= all then
    fault.command("mix comes to %s, not 100%%: %s", tostring(t.mix[1] + t.mix[2] + t.mix[3]), asks.mix)
  end
end

--- Refuses a method that is not one.
---@param name string
function terms.check_method(name)
  if not methods[name] then
    fault.command("no method '%s'%s (methods: %s)", tostring(name), words.did_you_mean(tostring(name), terms.methods),
      words.list(terms.methods))
  end
end

--- Refuses terms that are missing, that the method does not use, or that no sum could meet.
---@param t stead.Terms
---@return stead.Terms
function terms.check(t)
  terms.check_method(t.method)
  local method = methods[t.method]
  for _, name in ipairs(method.must) do
    if t[name] == nil then
      fault.command("method %s needs --%s: %s", t.method, name, asks[name])
    end
  end
  for _, name in ipairs(terms.idle(t.method)) do
    if t[name] ~= nil then
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
  bounds(t)
  return t
end

return terms
