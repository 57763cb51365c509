--- How far each place is from its target, before and after: an arrow toward or away from nought.
local dots = {}

local figure <const> = require("stead.chart.figure")
local html <const> = require("stead.html")
local label <const> = require("stead.label")
local plain <const> = require("stead.chart.plain")
local svg <const> = require("stead.svg")
local track <const> = require("stead.chart.track")

local t <const> = svg.tags
local h <const> = html.tags

---@class stead.chart.DotRow
---@field name string
---@field opening_distance number|any fraction of target before: -0.0896 is 8.96% below
---@field closing_distance number|any fraction of target after
---@field note string? a few words under the name, such as "held at the 2.0% floor"

---@class stead.chart.DotOptions
---@field id string? unique on the page; "dots" unless said
---@field title string?
---@field caption string?
---@field order "given"|"distance"? "given" unless said: no ranking is implied (R27)

local function read(source)
  local rows <const> = {}
  for i, row in ipairs(figure.rows(source)) do
    local where <const> = "row " .. i .. " of the dots: "
    local before <const> = figure.number(row.opening_distance, where .. "opening_distance")
    local after <const> = figure.number(row.closing_distance, where .. "closing_distance")
    if not after then
      error(where .. "closing_distance is missing", 3)
    end
    rows[i] = {
      name = tostring(row.name or row.code or i), note = row.note, index = i,
      before = before or after, after = after,
    }
  end
  return rows
end

local function by_distance(a, b)
  if a.before ~= b.before then
    return a.before < b.before
  end
  return a.index < b.index
end

local function distances(row)
  return label.percent(row.before, 1, true), label.percent(row.after, 1, true)
end

local function describe(rows)
  local sentences <const> = {}
  for i, row in ipairs(rows) do
    local before <const>, after <const> = distances(row)
    sentences[i] = row.name .. ": from " .. before .. " to " .. after
      .. (row.note and ", " .. row.note or "")
  end
  return #sentences == 0 and "No places."
    or "Distance from target, before and after. " .. table.concat(sentences, "; ") .. "."
end

local MARK <const> = 12
local ARROW <const> = " \u{2192} "

local function value_room(rows, size)
  local room = 0
  for _, row in ipairs(rows) do
    local before <const>, after <const> = distances(row)
    room = math.max(room, svg.text_width(before .. ARROW, size)
      + svg.text_width(after, size, true) + 6)
  end
  return room
end

-- A stroke where the place was and an arrow whose point is where it now is.
local function move(row, y, at)
  local x1 <const>, x2 <const> = at(row.before), at(row.after)
  local was <const> = t.line {
    x1 = x1, x2 = x1, y1 = y - 7, y2 = y + 7, stroke = svg.EDGE, stroke_width = 3,
  }
  if math.abs(x2 - x1) < 1.5 then
    return { was, t.circle { cx = x2, cy = y, r = 4, fill = svg.BLUE } }
  end
  local way <const> = x2 > x1 and 1 or -1
  local head <const> = math.min(11, math.abs(x2 - x1))
  local back <const> = x2 - way * head
  return {
    was,
    t.line { x1 = x1, x2 = back, y1 = y, y2 = y, stroke = svg.BLUE, stroke_width = 3 },
    t.path {
      d = string.format("M%.2f %.2fL%.2f %.2fL%.2f %.2fz", x2, y, back, y - 6, back, y + 6),
      fill = svg.BLUE,
    },
  }
end

local function value_text(row, place, plan, y, width)
  local before <const>, after <const> = distances(row)
  return t.text {
    x = width, y = plan.narrow and place.y + plan.size * 1.25 or y + 5,
    font_size = plan.size, text_anchor = "end",
    stroke = "#fff", stroke_width = 3, stroke_linejoin = "round", paint_order = "stroke",
    t.tspan { fill = svg.SOFT, before .. ARROW },
    t.tspan { fill = svg.DEEP, font_weight = 600, after },
  }
end

local function axis(ticks, at, plan, bottom)
  local marks <const> = {}
  local decimals <const> = math.max(0, ticks.decimals - 2)
  for i, value in ipairs(ticks) do
    local x <const>, zero <const> = at(value), value == 0
    local text <const> = zero and "target" or label.percent(value, decimals, true)
    local size <const> = plan.size - 1.5
    marks[i] = {
      t.line {
        x1 = x, x2 = x, y1 = plan.top, y2 = bottom, stroke = zero and svg.INK or svg.RULE,
        stroke_width = zero and 1.8 or 1,
      },
      t.text {
        x = x, y = plan.top - 7, font_size = size,
        text_anchor = x < svg.text_width(text, size) / 2 and "start" or "middle",
        fill = zero and svg.INK or svg.SOFT, font_weight = zero and 600 or 400, text,
      },
    }
  end
  return marks
end

-- What left and right of the line mean.
local function sides(at, plan, y)
  local function side(x, anchor, text)
    return t.text {
      x = x, y = y, font_size = plan.size - 1.5, fill = svg.SOFT, text_anchor = anchor, text,
    }
  end
  return {
    side(at(0) - 9, "end", "\u{2190} below target"),
    side(at(0) + 9, "start", "above target \u{2192}"),
  }
end

local function range(rows)
  local furthest = 0.001
  for _, row in ipairs(rows) do
    furthest = math.max(furthest, math.abs(row.before), math.abs(row.after))
  end
  return furthest
end

local function draw(rows, spec, width)
  local plan <const> = track.plan(rows, { width = width, mark = MARK, room = value_room })
  local furthest <const> = range(rows)
  -- Nought stands in the middle: below and above weigh the same to the eye.
  local ticks <const> = svg.ticks(-furthest, furthest, plan.narrow and 4 or 5)
  local at <const> = svg.scale(ticks.low, ticks.high, plan.left + (plan.narrow and 18 or 12),
    plan.right - 8)
  local marks <const> = {}
  for i, row in ipairs(rows) do
    local place <const> = plan.rows[i]
    local y <const> = place.mark + MARK / 2
    marks[i] = {
      t.line {
        x1 = plan.left, x2 = plan.right, y1 = y, y2 = y, stroke = svg.RULE,
        stroke_dasharray = "1 4",
      },
      track.name(row, place, plan), move(row, y, at), value_text(row, place, plan, y, width),
    }
  end
  spec.width, spec.height = width, plan.bottom + 26
  return svg.picture(spec, {
    axis(ticks, at, plan, plan.bottom + 4), sides(at, plan, plan.bottom + 19), marks,
  })
end

local function swatch(width, content)
  return t.svg {
    viewBox = "0 0 " .. width .. " 14", width = width, height = 14, aria_hidden = "true", content,
  }
end

local function key()
  return h.ul {
    class = "key",
    h.li {
      swatch(8, t.rect { x = 2.5, y = 0, width = 3, height = 14, fill = svg.EDGE }),
      "before this year’s move",
    },
    h.li {
      swatch(24, {
        t.line { x1 = 0, x2 = 14, y1 = 7, y2 = 7, stroke = svg.BLUE, stroke_width = 3 },
        t.path { d = "M24 7L13 1L13 13z", fill = svg.BLUE },
      }),
      "after it, at the point of the arrow",
    },
  }
end

--- Arrows of distance from target, before and after.
---@param source stead.chart.DotRow[]|any rows, or a frame with such columns
---@param opts stead.chart.DotOptions?
---@return stead.Chart
function dots.new(source, opts)
  opts = opts or {}
  local rows <const> = read(source)
  if opts.order == "distance" then
    table.sort(rows, by_distance)
  end
  local title <const> = opts.title or "Distance from target, before and after"
  local desc <const> = describe(rows)
  local cells <const> = {}
  for i, row in ipairs(rows) do
    local before <const> = label.percent(row.before, 2, true)
    cells[i] = { row.name, before, label.percent(row.after, 2, true), row.note or "" }
  end
  return figure.new {
    id = opts.id or "dots", title = title, desc = desc, caption = opts.caption, key = key(),
    table = { head = { "Place", "Before", "After", "Note" }, rows = cells },
    plain = function(width)
      local lines <const> = {}
      for i, row in ipairs(rows) do
        local before <const>, after <const> = distances(row)
        lines[i] = { name = row.name, before = row.before, after = row.after, text = before .. ARROW .. after }
      end
      return #lines > 0 and plain.dots(lines, width) or "  No places."
    end,
    draw = function(width, id, class)
      return draw(rows, { id = id, title = title, desc = desc, class = class }, width)
    end,
  }
end

return dots
