--- How a figure was made: the steps that the calculation wrote down, then the rows of the published files that they
--- rest on. Amounts are pounds to four decimals, cut so that the steps add up as printed.
local core <const> = require("stead.core")
local figure <const> = require("stead.figure")
local format <const> = require("stead.format")
local streams <const> = require("stead.streams")
local terms <const> = require("stead.terms")
local words <const> = require("stead.words")

local explain = {}

---@class stead.Node
---@field text string the amount as printed
---@field label string
---@field operation string?
---@field note string? where it comes from
---@field children stead.Node[]

---@class stead.Explanation
---@field title string
---@field reference string
---@field root stead.Node
---@field rests_on string[]
---@field words string a paragraph in plain English

--- "35509310.11123456789" as whole hundredths of a penny and what is left, in 10^-9 of a penny.
local function units(text)
  local sign, pounds, decimals = text:match("^(%-?)(%d+)%.?(%d*)$")
  decimals = (decimals .. ("0"):rep(11)):sub(1, 11)
  local hundredths = math.tointeger(pounds) * 10000 + math.tointeger(decimals:sub(1, 4))
  local rest = math.tointeger(decimals:sub(5, 11))
  if sign == "-" then
    return -hundredths, -rest
  end
  return hundredths, rest
end

local REST <const> = 10000000

local function nearest(hundredths, rest)
  local extra = rest // REST
  rest = rest - extra * REST
  return hundredths + extra + (rest * 2 >= REST and 1 or 0)
end

local function pounds(hundredths, decimals)
  local sign = hundredths < 0 and "-" or ""
  local size = math.abs(hundredths)
  local text = ("%s%d.%04d"):format(sign, size // 10000, size % 10000)
  return format.decimal(decimals == 2 and text:sub(1, -3) or text)
end

--- Depth-1 amounts rounded one after another on their running sum, so that they add up as printed.
local function rounded_sums(steps)
  local hundredths, rest, before, out = 0, 0, 0, {}
  for i, step in ipairs(steps) do
    if step.depth == 1 then
      local h, r = units(step.amount)
      hundredths, rest = hundredths + h, rest + r
      local now = nearest(hundredths, rest)
      out[i], before = now - before, now
    end
  end
  return out
end

local function amount_text(step, rounded)
  if step.kind == "money" then
    return pounds(rounded or nearest(units(step.amount)), step.depth == 0 and 2 or 4)
  elseif step.kind == "rate" then
    return "× " .. step.amount
  end
  return format.number(tonumber(step.amount), 4)
end

--- "12, 15 and 812 to 845": the lines of a file.
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

--- The practices of a line: their rows of the need frame.
---@param allocation stead.Allocation
---@param line stead.Line
---@return integer[]
function explain.rows(allocation, line)
  local out, need = {}, allocation.need
  if allocation.by == "place" then
    for i, place in ipairs(allocation.book.places) do
      if place.id == line.code then
        for row = 1, #need do
          if allocation.cover.place[row] == i then
            out[#out + 1] = row
          end
        end
      end
    end
    return out
  end
  local icbs, codes = need:column("icb"), need:column(allocation.by)
  for row = 1, #need do
    if icbs[row] == line.icb and codes[row] == line.code then
      out[#out + 1] = row
    end
  end
  return out
end

local function source_note(source, lines)
  return ("%s, %s, lines %s, sha256 %s…"):format(source.title, source.publisher or "file", line_ranges(lines),
    source.sha256:sub(1, 12))
end

--- The leaf under a step: rows of a published file.
local function leaf(allocation, rows, cites)
  if cites == "weight" then
    local lines, sum = {}, 0
    for i, row in ipairs(rows) do
      lines[i] = allocation.need:line(row)
      sum = sum + (allocation.need:cell(row, allocation.column) or 0)
    end
    return { text = format.number(sum, 4), children = {},
      label = ("weighted people of its %s"):format(words.count(#rows, "practice")),
      note = source_note(allocation.source, lines) }
  elseif cites == "baseline" and allocation.base.kind == "payments" then
    local lines, pence, codes = {}, 0, allocation.need:column("practice")
    for _, row in ipairs(rows) do
      local paid = allocation.base.pence[codes[row]]
      if paid then
        pence = pence + paid
        lines[#lines + 1] = allocation.base.line[codes[row]]
      end
    end
    return { text = format.money(core.money.pence(pence)), children = {},
      label = ("paid to %d of its %s in %s"):format(#lines, words.count(#rows, "practice"), allocation.base.year),
      note = source_note(allocation.base.source, lines) }
  elseif cites == "baseline" and allocation.base.kind == "file" then
    return { text = "", label = allocation.base.title, children = {},
      note = "sha256 " .. allocation.base.source.sha256:sub(1, 12) .. "…" }
  end
end

local function tree_of(allocation, line, steps)
  local rounded, stack = rounded_sums(steps), {}
  local rows, root = explain.rows(allocation, line), nil
  for i, step in ipairs(steps) do
    local node = { text = amount_text(step, rounded[i]), label = step.label, children = {}, amount = step.amount,
      operation = step.operation ~= "" and step.operation or nil, depth = step.depth, kind = step.kind }
    stack[step.depth] = node
    if step.depth == 0 then
      root = node
    else
      table.insert(stack[step.depth - 1].children, node)
    end
    local below = (step.label == "its baseline" or step.label == "its target") and leaf(allocation, rows, step.cites)
    if not below and step.label == "its target" then
      below = leaf(allocation, rows, "weight")
    end
    table.insert(node.children, below or nil)
  end
  return root
end

local function distance(rate)
  local text = format.rate(rate, 1):gsub("^\u{2212}", "")
  return text .. (rate:parts() < 0 and " below" or " above")
end

--- One paragraph for the paper.
local function paragraph(allocation, line)
  local t, out = allocation.terms, {}
  if line.growth then
    local rise = line.allocation - line.baseline
    local less = rise:pence() < 0
    out[#out + 1] = ("%s receives %s, %s %s (%s) than it had."):format(line.name, format.rough(line.allocation),
      format.rough(less and -rise or rise), less and "less" or "more", format.rate(line.growth, 1, true))
  else
    out[#out + 1] = ("%s receives %s."):format(line.name, format.rough(line.allocation))
  end
  if line.opening_distance then
    out[#out + 1] = ("Its share of the baseline was %s its share of need; it is now %s target."):format(
      distance(line.opening_distance), distance(line.closing_distance))
  end
  if t.method == "pace" then
    out[#out + 1] = ("The terms close %s of the distance in the year%s."):format(tostring(t.closing),
      t.floor and (", and let nobody grow by less than %s"):format(tostring(t.floor)) or "")
  end
  return table.concat(out, " ")
end

local function rests_on(allocation, line)
  local t, out = allocation.terms, {}
  for _, source in ipairs({ allocation.source, allocation.base.source }) do
    out[#out + 1] = ("source     %s · %s · %s"):format(source.title, source.licence or "your file", source.sha256)
  end
  if allocation.bids_sha256 then
    table.insert(out, ("source     bids in %s · your file · %s"):format(t.bids, allocation.bids_sha256))
  end
  for _, key in ipairs({ "method", "growth", "envelope", "closing", "floor", "ceiling", "cap", "mix", "weights" }) do
    if t[key] then
      local status, where = terms.standing(t, key)
      where = where and " · " .. where or ""
      out[#out + 1] = ("term       %s %s · %s%s"):format(key, terms.text(t[key]), status, where)
    end
  end
  if allocation.by == "place" then
    local place = allocation.book.place[line.code]
    out[#out + 1] = ("footprint  %s:%d"):format(place.file, place.line)
  end
  return out
end

local meta = { __name = "stead.explanation" }
meta.__index = meta

--- How one line of an allocation was made.
---@param allocation stead.Allocation made with its working
---@param code string
---@return stead.Explanation
function explain.line(allocation, code)
  local line = allocation.place[code]
  local steps = allocation.working:steps(line.icb, line.code)
  return setmetatable({
    title = ("%s, %s, %s allocation"):format(line.name, streams.titles[allocation.terms.stream]:lower(),
      allocation.terms.year),
    reference = figure.of_line(allocation, line), root = tree_of(allocation, line, steps), line = line, steps = steps,
    rests_on = rests_on(allocation, line), words = paragraph(allocation, line),
  }, meta)
end

local function draw(node, indent, out)
  for i, child in ipairs(node.children) do
    local last = i == #node.children
    out[#out + 1] = indent .. (last and "└── " or "├── ") .. explain.node_text(child)
    if child.note then
      out[#out + 1] = indent .. (last and "    " or "│   ") .. "    " .. child.note
    end
    draw(child, indent .. (last and "    " or "│   "), out)
  end
end

--- One node as a line of text.
---@param node stead.Node
---@return string
function explain.node_text(node)
  local text = node.text .. "   " .. node.label
  return node.operation and text .. "   [" .. node.operation .. "]" or text
end

function meta:text()
  local out = { ("£%s   %s   [%s]"):format(self.root.text, self.title, self.reference) }
  draw(self.root, "", out)
  out[#out + 1] = ""
  table.move(self.rests_on, 1, #self.rests_on, #out + 1, out)
  out[#out + 1] = ""
  out[#out + 1] = self.words
  return table.concat(out, "\n")
end

meta.__tostring = meta.text

--- What made a value: money that came from an allocation, or an allocation's line.
---@param value any
---@return stead.Explanation
function explain.value(value)
  local origin
  if core.money.kind(value) == "money" then
    origin = value:origin()
  end
  if not origin then
    require("stead.fault").command("nothing is known of how this value was made: explain a figure of a result, such "
      .. "as explain(w.place.wakefield.allocation)")
  end
  return origin.of:explain(origin.icb .. "/" .. origin.code)
end

return explain
