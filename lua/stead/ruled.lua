--- A ruled table of text: headings, columns that line up, totals ruled off, notes below. When it is wider
--- than the window it is laid in panels, each starting with the columns that say what a row is.
local ruled = {}

---@class stead.RuledColumn
---@field title string
---@field cells string[]
---@field total string?
---@field left boolean? text to the left; numbers stand to the right
---@field key boolean? says what the row is: repeated in every panel

local RULE <const> = "\u{2500}"

local function width_of(text)
  return utf8.len(text) or #text
end

local function pad(text, width, left)
  local gap = (" "):rep(width - width_of(text))
  return left and text .. gap or gap .. text
end

--- Titles may hold line breaks: the lines of each, bottom aligned.
local function title_lines(columns)
  local split, height = {}, 1
  for i, c in ipairs(columns) do
    split[i] = {}
    for line in (c.title .. "\n"):gmatch("(.-)\n") do
      table.insert(split[i], line)
    end
    height = math.max(height, #split[i])
  end
  for i in ipairs(columns) do
    while #split[i] < height do
      table.insert(split[i], 1, "")
    end
  end
  return split, height
end

local function widths(columns, titles)
  local out = {}
  for i, c in ipairs(columns) do
    local w = c.total and width_of(c.total) or 0
    for _, line in ipairs(titles[i]) do
      w = math.max(w, width_of(line))
    end
    for _, cell in ipairs(c.cells) do
      w = math.max(w, width_of(cell))
    end
    out[i] = w
  end
  return out
end

local function line_of(columns, sizes, text_at)
  local parts = {}
  for i, c in ipairs(columns) do
    parts[i] = pad(text_at(i, c), sizes[i], c.left)
  end
  return ("  " .. table.concat(parts, "  ")):gsub("%s+$", "")
end

local function panel(columns, rows, out)
  local titles, height = title_lines(columns)
  local sizes = widths(columns, titles)
  local function rule()
    return line_of(columns, sizes, function(i)
      return RULE:rep(sizes[i])
    end)
  end
  for k = 1, height do
    out[#out + 1] = line_of(columns, sizes, function(i)
      return titles[i][k]
    end)
  end
  out[#out + 1] = rule()
  for r = 1, rows do
    out[#out + 1] = line_of(columns, sizes, function(_, c)
      return c.cells[r]
    end)
  end
  local totalled = false
  for _, c in ipairs(columns) do
    totalled = totalled or c.total ~= nil
  end
  if totalled then
    out[#out + 1] = rule()
    out[#out + 1] = line_of(columns, sizes, function(_, c)
      return c.total or ""
    end)
  end
end

--- Which columns go in which panel, for a window of `width`.
local function panels(columns, width)
  local keys, rest, used = {}, {}, 2
  local titles = title_lines(columns)
  local sizes = widths(columns, titles)
  for i, c in ipairs(columns) do
    if c.key then
      keys[#keys + 1] = c
      used = used + sizes[i] + 2
    else
      rest[#rest + 1] = { column = c, size = sizes[i] + 2 }
    end
  end
  local out, now, taken = {}, nil, 0
  for _, item in ipairs(rest) do
    if not now or taken + item.size > width then
      now, taken = table.move(keys, 1, #keys, 1, {}), used
      out[#out + 1] = now
    end
    now[#now + 1] = item.column
    taken = taken + item.size
  end
  return #out > 0 and out or { keys }
end

---@param spec { title: string?, columns: stead.RuledColumn[], rows: integer, notes: string[]?, width: integer? }
---@return string
function ruled.text(spec)
  local out = {}
  if spec.title then
    out[#out + 1] = "  " .. spec.title
    out[#out + 1] = ""
  end
  for i, columns in ipairs(panels(spec.columns, spec.width or 100)) do
    if i > 1 then
      out[#out + 1] = ""
    end
    panel(columns, spec.rows, out)
  end
  for _, note in ipairs(spec.notes or {}) do
    out[#out + 1] = "  " .. note
  end
  return table.concat(out, "\n")
end

return ruled
