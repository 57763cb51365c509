--- Pictures as text, for a terminal: the same figures as the drawn ones, in the width there is.
local label <const> = require("stead.label")

local plain = {}

local FULL <const>, PARTS <const> = "\u{2588}", { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" }

local function width_of(text)
  return utf8.len(text) or #text
end

local function padded(text, width)
  return text .. (" "):rep(width - width_of(text))
end

local function widest(rows, field)
  local most = 0
  for _, row in ipairs(rows) do
    most = math.max(most, width_of(row[field]))
  end
  return most
end

--- A bar for each row, from nought; to the eighth of a letter. What is below nought is hatched.
---@param rows { name: string, value: number, text: string }[]
---@param width integer
---@return string
function plain.bars(rows, width)
  local names <const>, texts <const> = widest(rows, "name"), widest(rows, "text")
  local room <const>, most = math.max(8, width - names - texts - 6), 0
  for _, row in ipairs(rows) do
    most = math.max(most, math.abs(row.value))
  end
  local out = {}
  for i, row in ipairs(rows) do
    local eighths = most > 0 and math.floor(math.abs(row.value) / most * room * 8 + 0.5) or 0
    local bar = row.value < 0 and ("\u{2591}"):rep((eighths + 4) // 8)
      or FULL:rep(eighths // 8) .. PARTS[eighths % 8 + 1]
    out[i] = ("  %s  %s  %s"):format(padded(row.name, names), padded(bar, room), row.text):gsub("%s+$", "")
  end
  return table.concat(out, "\n")
end

--- Where each row was (○) and is (●), about nought.
---@param rows { name: string, before: number, after: number, text: string }[]
---@param width integer
---@return string
function plain.dots(rows, width)
  local names <const>, texts <const> = widest(rows, "name"), widest(rows, "text")
  local room <const>, most = math.max(9, width - names - texts - 6), 1e-12
  for _, row in ipairs(rows) do
    most = math.max(most, math.abs(row.before), math.abs(row.after))
  end
  local half <const>, out = (room - 1) // 2, {}
  local function at(value)
    return half + 1 + math.floor(value / most * half + 0.5)
  end
  for i, row in ipairs(rows) do
    local cells = {}
    for column = 1, 2 * half + 1 do
      cells[column] = column == half + 1 and "│" or " "
    end
    for column = math.min(at(row.before), at(row.after)), math.max(at(row.before), at(row.after)) do
      cells[column] = "─"
    end
    cells[at(row.before)], cells[at(row.after)] = "○", "●"
    out[i] = ("  %s  %s  %s"):format(padded(row.name, names), table.concat(cells), row.text):gsub("%s+$", "")
  end
  out[#out + 1] = "  " .. padded("", names) .. "  " .. padded("", half) .. "target   ○ before  ● after"
  return table.concat(out, "\n")
end

local function blank(columns, rows)
  local grid = {}
  for y = 1, rows do
    grid[y] = {}
    for x = 1, columns do
      grid[y][x] = " "
    end
  end
  return grid
end

--- Points joined in order over a scale, with level lines.
---@param model { points: { x: string, y: number, odd: boolean? }[], levels: { value: number, name: string }[],
---  low: number, high: number, say: fun(y: number): string }
---@param width integer
---@return string
function plain.line(model, width)
  local HEIGHT <const> = 12
  local edge = math.max(width_of(model.say(model.low)), width_of(model.say(model.high)))
  local room <const> = math.max(10, math.min(width - edge - 4, math.max(#model.points * 4, 30)))
  local span <const> = model.high > model.low and model.high - model.low or 1
  local grid <const>, marks = blank(room, HEIGHT), {}
  local function row_of(value)
    return HEIGHT - math.floor((value - model.low) / span * (HEIGHT - 1) + 0.5)
  end
  for _, level in ipairs(model.levels) do
    local y = row_of(level.value)
    marks[y] = model.say(level.value)
    for x = 1, room do
      grid[y][x] = x % 2 == 1 and "╌" or " "
    end
  end
  marks[1], marks[HEIGHT] = marks[1] or model.say(model.high), marks[HEIGHT] or model.say(model.low)
  for i, point in ipairs(model.points) do
    local x = #model.points > 1 and 1 + math.floor((i - 1) / (#model.points - 1) * (room - 1) + 0.5) or 1
    grid[row_of(point.y)][x] = point.odd and "◆" or "●"
  end
  local out = {}
  for y = 1, HEIGHT do
    local mark = marks[y] or ""
    local line = "  " .. (" "):rep(edge - width_of(mark)) .. mark .. " │" .. table.concat(grid[y])
    out[y] = line:gsub("%s+$", "")
  end
  local first, last = model.points[1].x, model.points[#model.points].x
  local gap = math.max(1, room - width_of(first) - width_of(last))
  out[#out + 1] = "  " .. (" "):rep(edge + 2) .. first .. (#model.points > 1 and (" "):rep(gap) .. last or "")
  return table.concat(out, "\n")
end

--- Where things are: a letter for each place, north at the top; a letter in capitals stands for several.
---@param points { x: number, y: number, home: { kind: integer } }[] kilometres
---@param places { name: string, kind: integer }[]
---@param width integer
---@return string
function plain.map(points, places, width)
  if #points == 0 then
    return "  No practice has a usable coordinate."
  end
  local x1, x2, y1, y2 = math.huge, -math.huge, math.huge, -math.huge
  for _, p in ipairs(points) do
    x1, x2, y1, y2 = math.min(x1, p.x), math.max(x2, p.x), math.min(y1, p.y), math.max(y2, p.y)
  end
  -- A letter is about twice as tall as it is wide.
  local columns = math.min(width - 4, 72)
  local scale = math.max((x2 - x1) / (columns - 1), (y2 - y1) / 2 / 23, 0.01)
  local rows <const> = math.floor((y2 - y1) / scale / 2 + 0.5) + 1
  local grid <const>, taken = blank(columns, rows), {}
  for _, p in ipairs(points) do
    local x, y = math.floor((p.x - x1) / scale + 0.5) + 1, math.floor((y2 - p.y) / scale / 2 + 0.5) + 1
    local letter = string.char(97 + (p.home.kind - 1) % 26)
    grid[y][x] = taken[y * 1000 + x] and letter:upper() or letter
    taken[y * 1000 + x] = true
  end
  local out = {}
  for y = 1, rows do
    out[y] = ("  " .. table.concat(grid[y])):gsub("%s+$", "")
  end
  local key = {}
  for i, place in ipairs(places) do
    key[i] = string.char(97 + (place.kind - 1) % 26) .. " " .. place.name
  end
  out[#out + 1] = ""
  out[#out + 1] = "  " .. table.concat(key, "   ")
  out[#out + 1] = ("  a letter is %s km across; capitals are several; north is up"):format(
    (("%.1f"):format(scale):gsub("%.0$", "")))
  return table.concat(out, "\n")
end

--- How a number of a kind is written beside a scale.
---@param kind "money"|"rate"|"number"
---@return fun(value: number): string
function plain.says(kind)
  return function(value)
    return kind == "money" and label.short(value) or kind == "rate" and label.percent(value, 1)
      or (("%.6g"):format(value):gsub("^-", "\u{2212}"))
  end
end

return plain
