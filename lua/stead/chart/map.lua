--- Where practices are: a mark for each, sized by its patients, with its place's shape and colour.
local map = {}

local figure <const> = require("stead.chart.figure")
local html <const> = require("stead.html")
local label <const> = require("stead.label")
local marks <const> = require("stead.chart.marks")
local place <const> = require("stead.chart.place")
local svg <const> = require("stead.svg")

local t <const> = svg.tags
local h <const> = html.tags

---@class stead.chart.MapRow
---@field code string
---@field name string?
---@field place string the place's name
---@field latitude number? degrees
---@field longitude number? degrees
---@field patients number? people; the mark's area

---@class stead.chart.MapOptions
---@field id string? unique on the page; "map" unless said
---@field title string?
---@field caption string?
---@field places string[]? the places in the order of the key; in order of appearance unless said
---@field short table<string, string>? a shorter name for a place's label on the map
---@field reach number? kilometres from the rest beyond which a practice is named, not drawn; 60

local REACH <const> = 60

local function read(source)
  local points <const>, unplaced <const> = {}, {}
  local sum = 0
  for i, row in ipairs(figure.rows(source)) do
    local where <const> = "row " .. i .. " of the map: "
    local point <const> = {
      index = i, code = tostring(row.code or i), name = row.name,
      place = tostring(row.place or "no place"),
      latitude = figure.number(row.latitude, where .. "latitude"),
      longitude = figure.number(row.longitude, where .. "longitude"),
      patients = math.max(0, figure.number(row.patients, where .. "patients") or 0),
    }
    if place.is_plausible(point.latitude, point.longitude) then
      points[#points + 1] = point
      sum = sum + point.latitude
    else
      unplaced[#unplaced + 1] = point
    end
  end
  for _, point in ipairs(points) do
    point.x, point.y = place.project(point.latitude, point.longitude, sum / #points)
  end
  return points, unplaced
end

-- The places, their kinds of mark, and what is in each.
local function gather(points, unplaced, order)
  local places <const>, by_name <const> = {}, {}
  local function find(name)
    if not by_name[name] then
      by_name[name] = { name = name, kind = #places + 1, count = 0, patients = 0 }
      places[#places + 1] = by_name[name]
    end
    return by_name[name]
  end
  for _, name in ipairs(order or {}) do
    find(name)
  end
  for _, list in ipairs { points, unplaced } do
    for _, point in ipairs(list) do
      local home <const> = find(point.place)
      home.count, home.patients = home.count + 1, home.patients + point.patients
      point.home = home
    end
  end
  local peopled <const> = {}
  for _, home in ipairs(places) do
    peopled[#peopled + 1] = home.count > 0 and home or nil
  end
  return peopled
end

-- A mark's code and name, for a note.
local function named(point)
  return point.code .. (point.name and " " .. point.name or "") .. " (" .. point.place .. ")"
end

local function listed(points)
  local names <const> = {}
  for i, point in ipairs(points) do
    names[i] = named(point)
  end
  return label.list(names)
end

local function notes_of(far, unplaced, reach)
  local notes <const> = {}
  if #far > 0 then
    notes[#notes + 1] = "Not drawn, more than " .. label.count(reach)
      .. " km from the rest (a wrong coordinate, or a provider from elsewhere): "
      .. listed(far) .. "."
  end
  if #unplaced > 0 then
    notes[#notes + 1] = "Not drawn, without a usable coordinate: " .. listed(unplaced) .. "."
  end
  return notes
end

-- Where the main body of points falls on a drawing of a given width.
local function fit(points, width)
  local x1, x2, y1, y2 = math.huge, -math.huge, math.huge, -math.huge
  for _, p in ipairs(points) do
    x1, x2 = math.min(x1, p.x), math.max(x2, p.x)
    y1, y2 = math.min(y1, p.y), math.max(y2, p.y)
  end
  local margin <const> = width < 500 and 18 or 30
  local room <const> = width - 2 * margin
  -- A lone building, or a street of them, is shown in ten kilometres of country.
  local across <const>, down <const> = math.max(x2 - x1, 10), math.max(y2 - y1, 10)
  local per_km <const> = math.min(room / across, room * (width < 500 and 1.1 or 0.85) / down)
  local shift <const> = (room - (x2 - x1) * per_km) / 2
  local lift <const> = (down - (y2 - y1)) / 2 * per_km
  return {
    per_km = per_km, margin = margin, height = down * per_km + 2 * margin + 26,
    at = function(p)
      return margin + shift + (p.x - x1) * per_km, margin + lift + (y2 - p.y) * per_km
    end,
  }
end

local function by_size(a, b)
  if a.patients ~= b.patients then
    return a.patients > b.patients
  end
  return a.index < b.index
end

-- All of one place's marks together, the large ones under the small.
local function group(home, points, view, biggest, largest)
  local own <const> = {}
  for _, point in ipairs(points) do
    if point.home == home then
      own[#own + 1] = point
    end
  end
  table.sort(own, by_size)
  local sum_x, sum_y, weight = 0, 0, 0
  local drawn <const> = {}
  for i, point in ipairs(own) do
    local x <const>, y <const> = view.at(point)
    local heft <const> = point.patients + 1
    sum_x, sum_y, weight = sum_x + x * heft, sum_y + y * heft, weight + heft
    local r <const> = math.max(2.2, biggest * math.sqrt(point.patients / largest))
    drawn[i] = marks.mark(home.kind, x, y, r)
  end
  local centre <const> = weight > 0 and { x = sum_x / weight, y = sum_y / weight } or nil
  return t.g {
    fill = marks.colour(home.kind), fill_opacity = 0.7, stroke = "#16212b",
    stroke_opacity = 0.55, stroke_width = 0.7, drawn,
  }, centre
end

local function place_labels(labels, view, width, size)
  for _, item in ipairs(labels) do
    item.lines = svg.wrap(item.text, size * 9, size, true)
    item.width = 0
    for _, line in ipairs(item.lines) do
      item.width = math.max(item.width, svg.text_width(line, size, true))
    end
    item.height = #item.lines * size * 1.15 + 2
  end
  place.separate(labels, { x1 = 2, y1 = 2, x2 = width - 2, y2 = view.height - 26 })
  local written <const> = {}
  for i, item in ipairs(labels) do
    local moved <const> = math.abs(item.set_x - item.x) + math.abs(item.set_y - item.y)
    local style <const> = {
      x = item.set_x, y = item.set_y - item.height / 2 + size, font_size = size,
      font_weight = 700, text_anchor = "middle", fill = "#10202c", stroke = "#fff",
      stroke_width = 4, stroke_linejoin = "round", paint_order = "stroke",
    }
    written[i] = {
      moved > item.height and t.line {
        x1 = item.x, y1 = item.y, x2 = item.set_x, y2 = item.set_y, stroke = svg.SOFT,
      } or false,
      svg.lines(item.lines, style, size * 1.15),
    }
  end
  return written
end

-- A length on the drawing with the kilometres it stands for.
local function scale_bar(view, width)
  local ticks <const> = svg.ticks(0, width / view.per_km / 4, 1)
  local length <const> = ticks.step * view.per_km
  local y <const>, x <const> = view.height - 10, view.margin
  return {
    t.path {
      d = string.format("M%.1f %.1fv5h%.1fv-5", x, y - 5, length), fill = "none",
      stroke = svg.SOFT, stroke_width = 1.5,
    },
    t.text {
      x = x + length + 8, y = y + 2, font_size = 12, fill = svg.SOFT,
      string.format("%g km; north is up", ticks.step),
    },
  }
end

local function draw_nothing(spec, width)
  spec.width, spec.height = width, 48
  return svg.picture(spec, t.text {
    x = 0, y = 28, font_size = 14, fill = svg.SOFT, "No practice has a usable coordinate.",
  })
end

local function draw(model, spec, width)
  if #model.points == 0 then
    return draw_nothing(spec, width)
  end
  local view <const> = fit(model.points, width)
  local narrow <const> = width < 500
  local biggest <const> = narrow and 8 or 12
  local groups <const>, labels <const> = {}, {}
  for _, home in ipairs(model.places) do
    local marks_of, centre = group(home, model.points, view, biggest, model.largest)
    groups[#groups + 1] = marks_of
    if centre then
      labels[#labels + 1] = {
        x = centre.x, y = centre.y, text = model.short[home.name] or home.name,
        patients = home.patients, index = home.kind,
      }
    end
  end
  table.sort(labels, by_size)
  spec.width, spec.height = width, view.height
  return svg.picture(spec, {
    groups, place_labels(labels, view, width, narrow and 12.5 or 15.5), scale_bar(view, width),
  })
end

local function key(places)
  local items <const> = {}
  for i, home in ipairs(places) do
    items[i] = h.li {
      t.svg {
        viewBox = "0 0 16 16", width = 16, height = 16, aria_hidden = "true",
        t.g { fill = marks.colour(home.kind), fill_opacity = 0.7, stroke = "#16212b",
          stroke_opacity = 0.55, marks.mark(home.kind, 8, 8, 5.2) },
      },
      home.name .. ", " .. label.several(home.count, "practice"),
    }
  end
  return h.ul { class = "key", items }
end

local function figures(places)
  local rows <const>, parts <const> = {}, {}
  for i, home in ipairs(places) do
    rows[i] = { home.name, label.count(home.count), label.count(home.patients) }
    parts[i] = home.name .. " " .. label.count(home.count)
  end
  return { head = { "Place", "Practices", "Patients" }, rows = rows }, table.concat(parts, ", ")
end

--- A map of practices by place.
---@param source stead.chart.MapRow[]|any rows, or a frame with such columns
---@param opts stead.chart.MapOptions?
---@return stead.Chart
function map.new(source, opts)
  opts = opts or {}
  local all <const>, unplaced <const> = read(source)
  local points <const>, far <const> = place.split(all, opts.reach or REACH)
  local places <const> = gather(all, unplaced, opts.places)
  local largest = 1
  for _, point in ipairs(points) do
    largest = math.max(largest, point.patients)
  end
  local model <const> = {
    points = points, places = places, largest = largest, short = opts.short or {},
  }
  local title <const> = opts.title or "Practices by place"
  local cells <const>, counted <const> = figures(places)
  local desc <const> = label.several(#all + #unplaced, "practice")
    .. (#places > 0 and ": " .. counted .. "." or ".")
  return figure.new {
    id = opts.id or "map", title = title, desc = desc, caption = opts.caption, key = key(places),
    notes = notes_of(far, unplaced, opts.reach or REACH), table = cells,
    plain = function(width)
      return require("stead.chart.plain").map(points, places, width)
    end,
    draw = function(width, id, class)
      return draw(model, { id = id, title = title, desc = desc, class = class }, width)
    end,
  }
end

return map
