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

local found_rows <const> = setmetatable({}, { __mode = "k" }) -- by plan: allocations made from one share its rows

--- The rows of the need frame under each line, in one pass; and those of each ICB that are under a line.
local function rows_of(allocation)
  local out = { line = {}, icb = {} }
  local need, places = allocation.need, allocation.book.places
  local icbs, codes = need:column("icb"), allocation.by ~= "place" and need:column(allocation.by)
  for row = 1, #need do
    local place = not codes and places[allocation.cover.place[row]]
    local code = codes and codes[row] or place and place.id
    if code then
      local icb = codes and icbs[row] or allocation.icb
      for key, list in pairs({ line = icb .. "/" .. code, icb = icb }) do
        out[key][list] = out[key][list] or {}
        table.insert(out[key][list], row)
      end
    end
  end
  return out
end

local function known_rows(allocation)
  local found = found_rows[allocation.plan]
  if not found then
    found = rows_of(allocation)
    found_rows[allocation.plan] = found
  end
  return found
end

--- The practices of a line: their rows of the need frame.
---@param allocation stead.Allocation
---@param line stead.Line
---@return integer[]
function leaf.rows(allocation, line)
  return known_rows(allocation).line[line.icb .. "/" .. line.code] or {}
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
      people(allocation, known_rows(allocation).icb[line.icb], "weighted people of all %s") }
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
