--- Who gets what, against last year and target: one bar for each place from an honest nought.
local bars = {}

local figure <const> = require("stead.chart.figure")
local html <const> = require("stead.html")
local label <const> = require("stead.label")
local plain <const> = require("stead.chart.plain")
local svg <const> = require("stead.svg")
local track <const> = require("stead.chart.track")

local t <const> = svg.tags
local h <const> = html.tags

---@class stead.chart.BarRow
---@field name string
---@field allocation number|any pounds (or a money)
---@field baseline number|any? last year's pounds
---@field target number|any? pounds at target
---@field note string? a few words under the name

---@class stead.chart.BarOptions
---@field id string? unique on the page; "bars" unless said
---@field title string?
---@field caption string?
---@field baseline_label string? "last year" unless said
---@field allocation_label string? "this year" unless said
---@field target_label string? "target" unless said

-- What one row tells: the bar's parts, its labels, and how far out its marks reach.
local function read(source)
  local rows <const> = {}
  for i, row in ipairs(figure.rows(source)) do
    local where <const> = "row " .. i .. " of the bars: "
    local now <const> = figure.number(row.allocation, where .. "allocation")
    if not now then
      error(where .. "allocation is missing", 3)
    end
    rows[i] = {
      name = tostring(row.name or row.code or i),
      note = row.note,
      now = now,
      was = figure.number(row.baseline, where .. "baseline"),
      target = figure.number(row.target, where .. "target"),
    }
  end
  return rows
end

local function reach(rows)
  local low, high = 0, 0
  for _, row in ipairs(rows) do
    low = math.min(low, row.now, row.was or 0, row.target or 0)
    high = math.max(high, row.now, row.was or 0, row.target or 0)
  end
  return low, high
end

local function change_text(row)
  return row.was and label.short(row.now - row.was, true) or ""
end

local function describe(rows)
  local sentences <const> = {}
  for i, row in ipairs(rows) do
    local text = row.name .. ": " .. label.short(row.now)
    if row.was then
      text = text .. ", from " .. label.short(row.was)
    end
    if row.target then
      text = text .. ", target " .. label.short(row.target)
    end
    sentences[i] = text
  end
  return #sentences == 0 and "No places." or table.concat(sentences, "; ") .. "."
end

local HEIGHT <const> = 18

local function box(x1, x2, y, style)
  style.x, style.width = math.min(x1, x2), math.abs(x2 - x1)
  style.y, style.height = y, HEIGHT
  return t.rect(style)
end

-- Last year and what was added to it; or, when a place loses, what it keeps and what it loses.
local function bar(row, y, at)
  local was <const> = row.was
  if not was then
    return box(at(0), at(row.now), y, { fill = svg.BLUE })
  end
  if (was < 0) ~= (row.now < 0) then
    return {
      box(at(0), at(was), y, { fill = "none", stroke = svg.EDGE, stroke_dasharray = "3 2" }),
      box(at(0), at(row.now), y, { fill = svg.BLUE }),
    }
  end
  local kept <const> = math.abs(was) < math.abs(row.now) and was or row.now
  local lost <const> = math.abs(was) > math.abs(row.now)
  return {
    box(at(0), at(kept), y, { fill = svg.PALE, stroke = svg.EDGE }),
    lost and box(at(row.now), at(was), y,
      { fill = "none", stroke = svg.EDGE, stroke_dasharray = "3 2" })
      or box(at(was), at(row.now), y, { fill = svg.BLUE }),
  }
end

-- A pointer from above and a thin line across: it marks a value without hiding the bar there.
local function pointer(x, y, height)
  return t.g {
    fill = svg.INK,
    t.path { d = string.format("M%.2f %.2fl-5 -8h10z", x, y) },
    t.rect { x = x - 0.9, y = y - 3, width = 1.8, height = height + 3 },
  }
end

local function target_mark(row, y, at)
  if not row.target then
    return false
  end
  local x <const> = at(row.target)
  return pointer(x, y - 1, HEIGHT + 2)
end

local function axis(ticks, at, top, bottom, size)
  local marks <const> = {}
  local unit <const>, letters <const> = label.unit(math.max(math.abs(ticks.low), ticks.high))
  local decimals <const> = math.max(0, math.ceil(math.log(unit / ticks.step, 10) - 1e-9))
  for i, value in ipairs(ticks) do
    local x <const> = at(value)
    local text = string.format("%." .. decimals .. "f", math.abs(value) / unit)
    text = value == 0 and "£0" or (value < 0 and "−" or "") .. "£" .. text .. letters
    marks[i] = {
      t.line {
        x1 = x, x2 = x, y1 = top, y2 = bottom,
        stroke = value == 0 and svg.INK or svg.RULE, stroke_width = value == 0 and 1.4 or 1,
      },
      t.text {
        x = x, y = top - 7, font_size = size, fill = svg.SOFT,
        text_anchor = x < 20 and "start" or "middle", text,
      },
    }
  end
  return marks
end

local function value_room(rows, size)
  local room = 0
  for _, row in ipairs(rows) do
    local value <const> = svg.text_width(label.short(row.now), size, true)
    room = math.max(room, value + svg.text_width(" " .. change_text(row), size))
  end
  return room
end

local function value_text(row, place, plan, at, y, width)
  local furthest <const> = math.max(at(row.now), at(row.was or row.now), at(row.target or row.now),
    at(0))
  return t.text {
    x = plan.narrow and width or furthest + 10,
    y = plan.narrow and place.y + plan.size * 1.25 or y + HEIGHT - 4,
    font_size = plan.size,
    text_anchor = plan.narrow and "end" or "start",
    stroke = "#fff", stroke_width = 3, stroke_linejoin = "round", paint_order = "stroke",
    t.tspan { fill = svg.DEEP, font_weight = 600, label.short(row.now) },
    t.tspan { fill = svg.SOFT, row.was and "\u{2002}" .. change_text(row) or "" },
  }
end

local function draw(rows, spec, width)
  local plan <const> = track.plan(rows, { width = width, mark = HEIGHT, room = value_room })
  local low <const>, high <const> = reach(rows)
  local ticks <const> = svg.ticks(low, high, plan.narrow and 3 or 4)
  -- The bars may end before the last round value: room is better spent on the bars.
  while #ticks > 2 and ticks[#ticks] > high do
    ticks[#ticks] = nil
  end
  while #ticks > 2 and ticks[1] < low do
    table.remove(ticks, 1)
  end
  local at <const> = svg.scale(math.min(low, ticks[1]), math.max(high, ticks[#ticks]), plan.left,
    plan.right)
  local marks <const> = {}
  for i, row in ipairs(rows) do
    local place <const> = plan.rows[i]
    local y <const> = place.mark
    marks[i] = {
      track.name(row, place, plan), bar(row, y, at), target_mark(row, y, at),
      value_text(row, place, plan, at, y, width),
    }
  end
  spec.width, spec.height = width, plan.bottom + 8
  return svg.picture(spec, { axis(ticks, at, plan.top, plan.bottom + 4, plan.size - 1.5), marks })
end

local function swatch(content)
  return t.svg { viewBox = "0 0 18 14", width = 18, height = 14, aria_hidden = "true", content }
end

local function lower_first(text)
  return text:sub(1, 1):lower() .. text:sub(2)
end

local function key(rows, opts)
  local has_was, has_target, has_loss = false, false, false
  for _, row in ipairs(rows) do
    has_loss = has_loss or (row.was ~= nil and row.now < row.was)
    has_was, has_target = has_was or row.was ~= nil, has_target or row.target ~= nil
  end
  local pale <const> = { x = 1, y = 1, width = 16, height = 12, fill = svg.PALE, stroke = svg.EDGE }
  return h.ul {
    class = "key",
    has_was and h.li {
      swatch(t.rect(pale)), lower_first(opts.baseline_label or "last year"),
    } or false,
    h.li {
      swatch(t.rect { x = 0, y = 1, width = 18, height = 12, fill = svg.BLUE }),
      (has_was and "added; the whole bar: " or "")
        .. lower_first(opts.allocation_label or "this year"),
    },
    has_loss and h.li {
      swatch(t.rect {
        x = 1, y = 1, width = 16, height = 12, fill = "none", stroke = svg.EDGE,
        stroke_dasharray = "3 2",
      }),
      "lost",
    } or false,
    has_target and h.li {
      swatch(pointer(9, 8, 6)), lower_first(opts.target_label or "target"),
    } or false,
  }
end

-- What the picture shows, in figures; a column that no row fills is left out.
local function figures(rows, opts)
  local columns <const> = {
    { "Place", function(row) return row.name end },
    { opts.baseline_label or "Last year", function(row) return row.was and label.short(row.was) end },
    { opts.allocation_label or "This year", function(row) return label.short(row.now) end },
    { "Change", function(row) return row.was and change_text(row) end },
    { opts.target_label or "Target", function(row) return row.target and label.short(row.target) end },
  }
  local head <const>, cells <const> = {}, {}
  for _, column in ipairs(columns) do
    local texts <const>, any = {}, #rows == 0
    for i, row in ipairs(rows) do
      texts[i] = column[2](row) or ""
      any = any or texts[i] ~= ""
    end
    head[#head + 1] = any and column[1] or nil
    for i = 1, any and #rows or 0 do
      cells[i] = cells[i] or {}
      table.insert(cells[i], texts[i])
    end
  end
  return { head = head, rows = cells }
end

--- Bars of baseline, allocation and target.
---@param source stead.chart.BarRow[]|any rows, or a frame with such columns
---@param opts stead.chart.BarOptions?
---@return stead.Chart
function bars.new(source, opts)
  opts = opts or {}
  local rows <const> = read(source)
  local title <const> = opts.title or "What each place receives"
  local desc <const> = describe(rows)
  return figure.new {
    id = opts.id or "bars", title = title, desc = desc, caption = opts.caption,
    key = key(rows, opts), table = figures(rows, opts),
    plain = function(width)
      local lines <const> = {}
      for i, row in ipairs(rows) do
        lines[i] = { name = row.name, value = row.now, text = label.short(row.now) .. (row.was and "  "
          .. change_text(row) or "") }
      end
      return #lines > 0 and plain.bars(lines, width) or "  No places."
    end,
    draw = function(width, id, class)
      return draw(rows, { id = id, title = title, desc = desc, class = class }, width)
    end,
  }
end

return bars
