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

--- The reference of one line of an allocation.
---@param allocation stead.Allocation
---@param line stead.Line
---@return string
function figure.of_line(allocation, line)
  local t, lines = allocation.terms, { "allocation", line.icb, allocation.by, line.code }
  for _, key in ipairs(terms_in_order) do
    local text = key == "baseline" and allocation.base.kind == "file" and "file" or tostring(t[key] or "")
    lines[#lines + 1] = key .. "=" .. text
  end
  for _, component in ipairs(words.keys(t.weights or {})) do
    lines[#lines + 1] = ("weight %s=%s"):format(component, tostring(t.weights[component]))
  end
  lines[#lines + 1] = allocation.bids_sha256 and "bids=" .. allocation.bids_sha256
  for i, rate in ipairs(t.mix or {}) do
    lines[#lines + 1] = ("mix %d=%s"):format(i, tostring(rate))
  end
  for _, source in ipairs({ allocation.source, allocation.base.source }) do
    lines[#lines + 1] = "sha256=" .. source.sha256
  end
  lines[#lines + 1] = ("rule=%s %s"):format(allocation.trace.rule.id, allocation.trace.rule.digest)
  for _, v in ipairs(allocation.trace.variations) do
    lines[#lines + 1] = "variation=" .. v.digest
  end
  lines[#lines + 1] = "pence=" .. line.allocation:pence()
  return figure.reference(lines)
end

return figure
