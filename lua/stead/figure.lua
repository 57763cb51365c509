--- The reference of a figure, F-7K2Q-9M: from its name, what it was made from and the terms, so that the same figure
--- has the same reference on every machine, and another one when anything under it changed.
local core <const> = require("stead.core")
local words <const> = require("stead.words")

local figure = {}

local alphabet <const> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

--- Six characters of thirty bits of the digest.
local function short(digest)
  local bits, out = tonumber(digest:sub(1, 8), 16) >> 2, {}
  for i = 6, 1, -1 do
    out[i] = alphabet:sub(bits % 32 + 1, bits % 32 + 1)
    bits = bits // 32
  end
  return table.concat(out)
end

--- The reference made from lines of canonical text, one fact each.
---@param lines string[]
---@return string
function figure.reference(lines)
  local s = short(core.text.digest(table.concat(lines, "\n")))
  return ("F-%s-%s"):format(s:sub(1, 4), s:sub(5, 6))
end

local terms_in_order <const> = { "stream", "year", "method", "baseline", "growth", "envelope", "closing", "floor",
  "ceiling", "cap" }

--- The versions of the rule, of its parameters and of the variations of either that count here.
local function add_policy(allocation, line, lines)
  local trace <const> = allocation.trace
  lines[#lines + 1] = ("rule=%s %s"):format(trace.rule.id, trace.rule.digest)
  for _, v in ipairs(trace.variations) do
    lines[#lines + 1] = "variation=" .. v.digest
  end
  for _, key in ipairs(words.keys(trace.parameters)) do
    local found = trace.parameters[key]
    local here = found.places and found.places[line.code] or found
    if here.entry or here.variation then
      lines[#lines + 1] = ("parameter %s=%s"):format(key, found.parameter.digest)
      lines[#lines + 1] = here.variation and "variation=" .. here.variation.digest
    end
  end
end

--- What the terms of an allocation say, that a column of it rests on.
local function add_terms(allocation, keys, lines)
  local t = allocation.terms
  for _, key in ipairs(keys) do
    local text = key == "baseline" and allocation.base.kind == "file" and "file" or tostring(t[key] or "")
    lines[#lines + 1] = key .. "=" .. text
  end
  for _, component in ipairs(words.keys(t.weights or {})) do
    lines[#lines + 1] = ("weight %s=%s"):format(component, tostring(t.weights[component]))
  end
end

local function add_sources(list, lines)
  for _, source in ipairs(list) do
    lines[#lines + 1] = "sha256=" .. source.sha256
  end
end

local adders <const> = {
  allocation = function(allocation, line, lines)
    add_terms(allocation, terms_in_order, lines)
    lines[#lines + 1] = allocation.bids_sha256 and "bids=" .. allocation.bids_sha256
    for i, rate in ipairs(allocation.terms.mix or {}) do
      lines[#lines + 1] = ("mix %d=%s"):format(i, tostring(rate))
    end
    add_sources({ allocation.source, allocation.base.source }, lines)
    add_policy(allocation, line, lines)
  end,
  target = function(allocation, _, lines)
    add_terms(allocation, { "stream", "year", "baseline", "growth", "envelope" }, lines)
    add_sources({ allocation.source, allocation.terms.growth and allocation.base.source or nil }, lines)
  end,
  baseline = function(allocation, _, lines)
    lines[#lines + 1] = "baseline=" .. (allocation.base.kind == "file" and "file" or allocation.terms.baseline or "")
    add_sources({ allocation.base.source }, lines)
  end,
}

--- The reference of one line of an allocation, or of what it started from.
---@param allocation stead.Allocation
---@param line stead.Line
---@param column "allocation"|"baseline"|"target"|nil
---@return string
function figure.of_line(allocation, line, column)
  column = column or "allocation"
  local lines = { column, line.icb, allocation.by, line.code }
  adders[column](allocation, line, lines)
  lines[#lines + 1] = "pence=" .. line[column]:pence()
  return figure.reference(lines)
end

return figure
