--- The register of local variation: who agreed what, when, under what, why and until when, with its effect in
--- pounds against the rule it varies, by place.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local examples <const> = require("stead.policy.examples")
local format <const> = require("stead.format")
local json <const> = require("stead.json")
local parameter <const> = require("stead.policy.parameter")
local variation <const> = require("stead.policy.variation")
local words <const> = require("stead.words")

local register = {}

---@class stead.RegisterEntry
---@field at string the place's name, or the system's
---@field id string what is varied
---@field kind "value"|"rule"|"check"
---@field in_force string
---@field agreed string
---@field under string
---@field reason string
---@field says string? the value, or what is silenced
---@field effect table<string, stead.Money> by name of place or part
---@field basis string? on what the effect was worked out
---@field where string

--- The effect of a variation on the allocations that the book declares: each made with it and without it.
local function on_allocations(book, v)
  local effect, basis, zero = {}, {}, core.money.pence(0)
  for _, each in ipairs(book.system.allocations or {}) do
    local on = dates.start_of(each.year)
    local streams = v.stream == nil or v.stream == each.id
    if streams and dates.within(on, variation.span(v)) then
      local with = book:allocate({ stream = each.id, year = each.year })
      local without = with:without(v)
      local touched = false
      for _, line in ipairs(without and with.place or {}) do
        local change = line.allocation - without.place[line.icb .. "/" .. line.code].allocation
        if change ~= zero then
          effect[line.name] = (effect[line.name] or zero) + change
          touched = true
        end
      end
      if touched then
        basis[#basis + 1] = each.id .. " " .. each.year
      end
    end
  end
  return effect, #basis > 0 and words.list(basis) or nil
end

local function on_example(policy, v)
  local effect, before = {}, examples.without(policy, v)
  local gives = v.worked_example.gives
  if not before or core.money.kind(gives) == "money" then
    return effect, nil
  end
  for _, code in ipairs(words.keys(gives)) do
    local change = gives[code] - (before[code] or core.money.pence(0))
    if change:pence() ~= 0 then
      effect[code] = change
    end
  end
  return effect, "its worked example"
end

local function entry_of(book, policy, v)
  local kind = variation.kind(v)
  local effect, basis = {}, nil
  if kind ~= "check" then
    effect, basis = on_allocations(book, v)
    if not basis and kind == "rule" then
      effect, basis = on_example(policy, v)
    end
  end
  return {
    at = v.at and book.place[v.at].name or book.system.name, id = v.id, kind = kind, stream = v.stream,
    in_force = dates.words(variation.span(v)), from = v.in_force.from, to = v.ends,
    agreed = ("%s, %s, %s"):format(v.authority.agreed_by, core.text.words(v.authority.on), v.authority.minute),
    under = ("%s %s"):format(v.authority.under.source, v.authority.under.paragraph or ""):gsub("%s+$", ""),
    reason = v.reason, says = v.is ~= nil and parameter.text(v.is) or v.subject, effect = effect, basis = basis,
    where = ("%s:%d"):format(v.file, v.line), status = v.status, review = v.review,
  }
end

---@param book stead.Book
---@return stead.RegisterEntry[]
function register.of(book)
  local policy, out = book:policy(), {}
  for _, v in ipairs(policy.variations) do
    out[#out + 1] = entry_of(book, policy, v)
  end
  table.sort(out, function(a, b)
    if a.at ~= b.at then
      return a.at < b.at
    end
    return a.id .. a.from < b.id .. b.from
  end)
  return out
end

local function effect_lines(entry)
  local names = words.keys(entry.effect)
  if #names == 0 then
    return { entry.kind == "check" and "silences the check" or "no effect on what the book declares" }
  end
  local out, sum = {}, core.money.pence(0)
  for _, name in ipairs(names) do
    local change = entry.effect[name]
    sum = sum + change
    out[#out + 1] = ("%s %s%s"):format(name, change:pence() > 0 and "+" or "", format.money(change))
  end
  out[#out + 1] = ("in all %s, on %s"):format(format.money(sum), entry.basis)
  return out
end

--- The register as text.
---@param book stead.Book
---@param list stead.RegisterEntry[]
---@return string
function register.text(book, list)
  local out, varied = {}, {}
  for _, each in ipairs(list) do
    varied[each.at] = true
    out[#out + 1] = ("  %s   %s%s%s"):format(each.at, each.id, each.stream and " for " .. each.stream or "",
      each.says and "   " .. each.says or "")
    out[#out + 1] = ("      in force  %s%s%s"):format(each.in_force, each.review and ", review by "
      .. core.text.words(each.review) or "", each.status == "illustrative" and "   illustrative" or "")
    out[#out + 1] = ("      agreed    %s, under %s"):format(each.agreed, each.under)
    out[#out + 1] = ("      why       %s"):format(each.reason)
    for i, line in ipairs(effect_lines(each)) do
      out[#out + 1] = ("      %s  %s"):format(i == 1 and "effect £" or "        ", line)
    end
    out[#out + 1] = ("      %s"):format(each.where)
    out[#out + 1] = ""
  end
  local others = 0
  for _, place in ipairs(book.places) do
    others = others + (varied[place.name] and 0 or 1)
  end
  out[#out + 1] = ("  %s; %s"):format(words.count(#list, "variation"),
    others == 1 and "1 place has no variation of its own" or others .. " places have no variation of their own")
  return table.concat(out, "\n")
end

--- The register as JSON.
---@param list stead.RegisterEntry[]
---@return string
function register.json(list)
  return json.encode(list)
end

return register
