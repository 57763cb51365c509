--- The leaves of an explanation: rows of the published files that a figure rests on, as one node with a row range.
local core <const> = require("stead.core")
local format <const> = require("stead.format")
local words <const> = require("stead.words")

local leaf = {}

--- "12, 15 and 812–845": the lines of a file.
local function line_ranges(lines)
  table.sort(lines)
  local out, i = {}, 1
  while i <= #lines do
    local j = i
    while lines[j + 1] == lines[j] + 1 do
      j = j + 1
    end
    out[#out + 1] = j > i and ("%d–%d"):format(lines[i], lines[j]) or tostring(lines[i])
    i = j + 1
  end
  return words.list(out, 12)
end

local function place_index(allocation, code)
  for i, place in ipairs(allocation.book.places) do
    if place.id == code then
      return i
    end
  end
end

--- The practices of a line: their rows of the need frame.
---@param allocation stead.Allocation
---@param line stead.Line
---@return integer[]
function leaf.rows(allocation, line)
  local out, need = {}, allocation.need
  local place = allocation.by == "place" and place_index(allocation, line.code)
  local icbs, codes = need:column("icb"), allocation.by ~= "place" and need:column(allocation.by)
  for row = 1, #need do
    local inside
    if codes then
      inside = icbs[row] == line.icb and codes[row] == line.code
    else
      inside = allocation.cover.place[row] == place
    end
    out[#out + 1] = inside and row or nil
  end
  return out
end

local function note(source, lines)
  return ("%s, %s, lines %s, sha256 %s…"):format(source.title, source.publisher or "file", line_ranges(lines),
    source.sha256:sub(1, 12))
end

--- Weighted people of the practices, and the rows they stand in.
local function people(allocation, rows)
  local lines, sum = {}, 0
  for i, row in ipairs(rows) do
    lines[i] = allocation.need:line(row)
    sum = sum + (allocation.need:cell(row, allocation.column) or 0)
  end
  return { text = format.number(sum, 4), children = {}, note = note(allocation.source, lines),
    label = ("weighted people of its %s"):format(words.count(#rows, "practice")) }
end

--- What the practices were paid, and the rows that say so.
local function payments(allocation, rows)
  local lines, pence, codes = {}, 0, allocation.need:column("practice")
  for _, row in ipairs(rows) do
    local paid = allocation.base.pence[codes[row]]
    if paid then
      pence = pence + paid
      lines[#lines + 1] = allocation.base.line[codes[row]]
    end
  end
  return { text = format.money(core.money.pence(pence)), children = {}, note = note(allocation.base.source, lines),
    label = ("paid to %d of its %s in %s"):format(#lines, words.count(#rows, "practice"), allocation.base.year) }
end

--- The leaf under something that a rule was given.
---@param allocation stead.Allocation
---@param rows integer[]
---@param value any
---@return stead.Node?
function leaf.of(allocation, rows, value)
  if rawequal(value, allocation.given.target) and not allocation.terms.weights then
    return people(allocation, rows)
  elseif rawequal(value, allocation.given.baseline) then
    local base = allocation.base
    if base.kind == "payments" then
      return payments(allocation, rows)
    end
    return { text = "", label = base.title, children = {}, note = "sha256 " .. base.source.sha256:sub(1, 12) .. "…" }
  elseif rawequal(value, allocation.given.bids) then
    return { text = "", label = "bids in " .. allocation.terms.bids, children = {},
      note = "sha256 " .. allocation.bids_sha256:sub(1, 12) .. "…" }
  end
end

return leaf
