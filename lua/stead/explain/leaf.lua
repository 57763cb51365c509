--- The leaves of an explanation: rows of the published files that a figure rests on, as one node with a row range.
local core <const> = require("stead.core")
local format <const> = require("stead.format")
local terms <const> = require("stead.terms")
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

--- Billionths as decimal text with eleven places, as working amounts have.
local function exact(billionths)
  return ("%d.%09d00"):format(billionths // 1000000000, billionths % 1000000000)
end

--- Weighted people of practices, and the rows they stand in. Summed in whole billionths: nothing is lost.
local function people(allocation, rows, label)
  local lines, sum = {}, 0
  for i, row in ipairs(rows) do
    lines[i] = allocation.need:line(row)
    sum = sum + math.floor((allocation.need:cell(row, allocation.column) or 0) * 1e9 + 0.5)
  end
  return { text = format.number(sum / 1e9, 4), exact = exact(sum), children = {},
    note = note(allocation.source, lines), label = label:format(words.count(#rows, "practice")) }
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
  local money = core.money.pence(pence)
  return { text = format.money(money), exact = core.parts.amount(money):text(), children = {},
    note = note(allocation.base.source, lines),
    label = ("paid to %d of its %s in %s"):format(#lines, words.count(#rows, "practice"), allocation.base.year) }
end

--- What there is to share, and who says so.
---@param allocation stead.Allocation
---@param icb string
---@return stead.Node
function leaf.envelope(allocation, icb)
  local t, money = allocation.terms, allocation.given.envelope[icb]
  local key = t.envelope and "envelope" or "growth"
  local status, where = terms.standing(t, key)
  return { text = format.money(money), exact = core.parts.amount(money):text(), label = "envelope", children = {},
    note = ("%s%s%s"):format(key == "growth" and ("all baselines, grown by %s · "):format(tostring(t.growth)) or "",
      status, where and " · " .. where or "") }
end

--- The practices of all the places that share an envelope.
local function all_rows(allocation, icb)
  local out = {}
  for _, line in ipairs(allocation.place) do
    for _, row in ipairs(line.icb == icb and leaf.rows(allocation, line) or {}) do
      out[#out + 1] = row
    end
  end
  return out
end

--- The leaves under something that a rule was given.
---@param allocation stead.Allocation
---@param line stead.Line
---@param rows integer[] the practices of the line
---@param value any
---@return stead.Node[]
function leaf.of(allocation, line, rows, value)
  if rawequal(value, allocation.given.target) then
    local envelope = leaf.envelope(allocation, line.icb)
    return allocation.terms.weights and { envelope } or { envelope,
      people(allocation, rows, "weighted people of its %s"),
      people(allocation, all_rows(allocation, line.icb), "weighted people of all %s") }
  elseif rawequal(value, allocation.given.baseline) then
    local base = allocation.base
    if base.kind == "payments" then
      return { payments(allocation, rows) }
    end
    return { { text = "", label = base.title, children = {},
      note = "sha256 " .. base.source.sha256:sub(1, 12) .. "…" } }
  elseif rawequal(value, allocation.given.bids) then
    return { { text = "", label = "bids in " .. allocation.terms.bids, children = {},
      note = "sha256 " .. allocation.bids_sha256:sub(1, 12) .. "…" } }
  end
  return {}
end

return leaf
