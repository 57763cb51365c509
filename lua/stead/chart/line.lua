--- How a figure goes from month to month; and against limits that are given, which points are outside them.
local core <const> = require("stead.core")
local figure <const> = require("stead.chart.figure")
local plain <const> = require("stead.chart.plain")
local svg <const> = require("stead.svg")

local t <const> = svg.tags

local line = {}

---@class stead.chart.LineOptions
---@field x string the column that says when
---@field y string the column of figures
---@field id string? unique on the page; "line" unless said
---@field title string?
---@field caption string?

---@class stead.chart.SpcOptions: stead.chart.LineOptions
---@field centre number|any? the mean, or whatever the limits stand about
---@field lower number|any the lower limit
---@field upper number|any the upper limit
---@field target number|any? what is aimed for

local levels_of <const> = { { "upper", "upper limit" }, { "target", "target" }, { "centre", "centre" },
  { "lower", "lower limit" } }

local function read(source, opts, what)
  local points <const>, kind = {}, "number"
  for i, row in ipairs(figure.rows(source)) do
    local value <const>, where <const> = row[opts.y], ("row %d of the %s: "):format(i, what)
    if row[opts.x] == nil then
      error(where .. opts.x .. " is missing", 3)
    end
    kind = core.money.kind(value) or kind
    local y <const> = figure.number(value, where .. opts.y)
    if y then
      points[#points + 1] = { x = tostring(row[opts.x]), y = y, said = tostring(value) }
    end
  end
  if #points == 0 then
    error(("the %s has no figures in column '%s'"):format(what, tostring(opts.y)), 3)
  end
  return points, kind
end

local function levels(opts)
  local out <const> = {}
  for _, each in ipairs(levels_of) do
    local value <const> = figure.number(opts[each[1]], each[1])
    if value then
      out[#out + 1] = { value = value, name = each[2] }
    end
  end
  return out
end

local function reach(model)
  local low, high = math.huge, -math.huge
  for _, list in ipairs({ model.points, model.levels }) do
    for _, each in ipairs(list) do
      local value <const> = each.y or each.value
      low, high = math.min(low, value), math.max(high, value)
    end
  end
  return low, high
end

-- Points first by first, with the limits across; those outside are squares, so that no colour has to say it.
local function draw(model, spec, width)
  local narrow <const> = width < 500
  local size <const>, top <const>, height <const> = narrow and 12.5 or 14, 14, narrow and 220 or 320
  local ticks <const> = svg.ticks(model.low, model.high, 4)
  local low <const>, high <const> = math.min(model.low, ticks[1]), math.max(model.high, ticks[#ticks])
  local left = 0
  for _, value in ipairs(ticks) do
    left = math.max(left, svg.text_width(model.say(value), size) + 8)
  end
  local bottom <const>, right <const> = height - 30, width - 10
  local y_at <const> = svg.scale(low, high, bottom, top)
  local x_at <const> = svg.scale(1, math.max(2, #model.points), left + 8, right - 8)
  local marks <const>, path <const> = {}, {}
  for _, value in ipairs(ticks) do
    marks[#marks + 1] = {
      t.line { x1 = left, x2 = right, y1 = y_at(value), y2 = y_at(value), stroke = svg.RULE },
      t.text { x = left - 6, y = y_at(value) + 4, font_size = size, text_anchor = "end", fill = svg.SOFT,
        model.say(value) },
    }
  end
  for _, level in ipairs(model.levels) do
    local y <const> = y_at(level.value)
    marks[#marks + 1] = {
      t.line { x1 = left, x2 = right, y1 = y, y2 = y, stroke = svg.INK, stroke_dasharray = "5 4" },
      t.text { x = right, y = y - 4, font_size = size - 1.5, text_anchor = "end", fill = svg.INK, stroke = "#fff",
        stroke_width = 3, stroke_linejoin = "round", paint_order = "stroke", level.name },
    }
  end
  for i, point in ipairs(model.points) do
    local x <const>, y <const> = x_at(i), y_at(point.y)
    path[i] = ("%s%.2f %.2f"):format(i == 1 and "M" or "L", x, y)
    point.mark = point.odd and t.rect { x = x - 5, y = y - 5, width = 10, height = 10, fill = "#fff", stroke = svg.INK,
      stroke_width = 2 } or t.circle { cx = x, cy = y, r = 3.5, fill = svg.BLUE }
  end
  marks[#marks + 1] = t.path { d = table.concat(path), fill = "none", stroke = svg.BLUE, stroke_width = 2 }
  for _, point in ipairs(model.points) do
    marks[#marks + 1] = point.mark
  end
  for i, anchor in pairs({ [1] = "start", [#model.points] = #model.points > 1 and "end" or nil }) do
    marks[#marks + 1] = t.text { x = x_at(i), y = height - 8, font_size = size, text_anchor = anchor, fill = svg.SOFT,
      model.points[i].x }
  end
  spec.width, spec.height = width, height
  return svg.picture(spec, marks)
end

local function describe(model)
  local first <const>, last <const> = model.points[1], model.points[#model.points]
  local out <const> = { ("From %s in %s to %s in %s."):format(first.said, first.x, last.said, last.x) }
  local odd <const> = {}
  for _, point in ipairs(model.points) do
    odd[#odd + 1] = point.odd and ("%s (%s)"):format(point.x, point.said) or nil
  end
  if model.limited then
    out[2] = #odd == 0 and "No point is outside the limits." or "Outside the limits: " .. table.concat(odd, ", ") .. "."
  end
  return table.concat(out, " ")
end

local function make(source, opts, what, limited)
  if type(opts) ~= "table" or type(opts.x) ~= "string" or type(opts.y) ~= "string" then
    error(("chart.%s takes the rows and { x = COLUMN, y = COLUMN }"):format(what), 3)
  end
  local points <const>, kind <const> = read(source, opts, what)
  local model <const> = { points = points, levels = limited and levels(opts) or {}, say = plain.says(kind),
    limited = limited }
  model.low, model.high = reach(model)
  local lower <const>, upper <const> = figure.number(opts.lower, "lower"), figure.number(opts.upper, "upper")
  local rows <const> = {}
  for i, point in ipairs(points) do
    point.odd = limited and (point.y < lower or point.y > upper)
    rows[i] = { point.x, point.said, limited and (point.odd and "outside" or "inside") or nil }
  end
  local title <const>, desc <const> = opts.title or opts.y:gsub("_", " "), describe(model)
  return figure.new {
    id = opts.id or what, title = title, desc = desc, caption = opts.caption,
    table = { head = { opts.x, opts.y, limited and "limits" or nil }, rows = rows },
    plain = function(width)
      return plain.line(model, width) .. (limited and "\n  " .. desc or "")
    end,
    draw = function(width, id, class)
      return draw(model, { id = id, title = title, desc = desc, class = class }, width)
    end,
  }
end

--- Figures in order.
---@param source any a frame, or a list of tables
---@param opts stead.chart.LineOptions
---@return stead.Chart
function line.new(source, opts)
  return make(source, opts, "line", false)
end

--- Figures in order against limits, which are given.
---@param source any a frame, or a list of tables
---@param opts stead.chart.SpcOptions
---@return stead.Chart
function line.spc(source, opts)
  if type(opts) == "table" and (opts.lower == nil or opts.upper == nil) then
    error("chart.spc takes its limits: lower = …, upper = …", 2)
  end
  return make(source, opts, "spc", true)
end

return line
