--- Where on paper a point of the earth falls, and which points stand too far off to draw.
local place = {}

local KM_PER_DEGREE <const> = 111.195

--- Kilometres east and north of nought, at a region's mean latitude: true to about one part in a
--- thousand over a system's width.
---@param latitude number
---@param longitude number
---@param mean_latitude number
---@return number x
---@return number y
function place.project(latitude, longitude, mean_latitude)
  return longitude * KM_PER_DEGREE * math.cos(math.rad(mean_latitude)), latitude * KM_PER_DEGREE
end

--- Whether two numbers can be a place near the United Kingdom rather than a slip of the keys.
---@param latitude number?
---@param longitude number?
---@return boolean
function place.is_plausible(latitude, longitude)
  return latitude ~= nil and longitude ~= nil and latitude > 49 and latitude < 61.5
    and longitude > -9 and longitude < 2.5
end

-- One group of points that are joined by steps no longer than `reach`; taken out of `left`.
local function take_group(left, reach)
  local group <const> = { table.remove(left) }
  local next_one = 1
  while next_one <= #group do
    local from <const> = group[next_one]
    for i = #left, 1, -1 do
      local dx <const>, dy <const> = left[i].x - from.x, left[i].y - from.y
      if dx * dx + dy * dy <= reach * reach then
        -- The last takes its seat: order is put right at the end, and nothing is shifted here.
        group[#group + 1], left[i] = left[i], left[#left]
        left[#left] = nil
      end
    end
    next_one = next_one + 1
  end
  return group
end

--- Splits points into the main body and those further than `reach` kilometres from it.
---@param points { x: number, y: number, index: integer }[]
---@param reach number
---@return table[] main in the order given
---@return table[] far in the order given
function place.split(points, reach)
  local left <const>, main, far = {}, {}, {}
  for i, point in ipairs(points) do
    left[i] = point
  end
  while #left > 0 do
    local group <const> = take_group(left, reach)
    local loser = group
    if #group > #main then
      main, loser = group, main
    end
    table.move(loser, 1, #loser, #far + 1, far)
  end
  local function by_index(a, b)
    return a.index < b.index
  end
  table.sort(main, by_index)
  table.sort(far, by_index)
  return main, far
end

local function overlap(a, b)
  local x <const> = math.min(a.x2, b.x2) - math.max(a.x1, b.x1)
  local y <const> = math.min(a.y2, b.y2) - math.max(a.y1, b.y1)
  return x > 0 and y > 0 and x * y or 0
end

-- Where a label may go when its own place is taken: nearest first, up and down before sideways.
local function offsets(width, height)
  local list <const> = { { 0, 0 } }
  for step = 1, 8 do
    local up <const>, side <const> = step * height * 0.6, step * width * 0.25
    local ring <const> = {
      { 0, -up }, { 0, up }, { side, 0 }, { -side, 0 },
      { side, -up }, { -side, -up }, { side, up }, { -side, up },
    }
    table.move(ring, 1, #ring, #list + 1, list)
  end
  return list
end

local function cost(box, placed, frame)
  local total = 0
  for _, other in ipairs(placed) do
    total = total + overlap(box, other)
  end
  local outside <const> = math.max(0, frame.x1 - box.x1) + math.max(0, box.x2 - frame.x2)
    + math.max(0, frame.y1 - box.y1) + math.max(0, box.y2 - frame.y2)
  return total + outside * 100
end

--- Moves labels apart: each keeps its place if it can, else takes the nearest free one. Given in
--- order of importance.
---@param labels { x: number, y: number, width: number, height: number }[] centres and sizes
---@param frame { x1: number, y1: number, x2: number, y2: number }
function place.separate(labels, frame)
  local placed <const> = {}
  for _, label in ipairs(labels) do
    local best, least
    for _, offset in ipairs(offsets(label.width, label.height)) do
      local x <const>, y <const> = label.x + offset[1], label.y + offset[2]
      local box <const> = {
        x1 = x - label.width / 2, x2 = x + label.width / 2,
        y1 = y - label.height / 2, y2 = y + label.height / 2,
      }
      local price <const> = cost(box, placed, frame)
      if not least or price < least then
        best, least = box, price
      end
      if price == 0 then
        break
      end
    end
    placed[#placed + 1] = best
    label.set_x, label.set_y = (best.x1 + best.x2) / 2, (best.y1 + best.y2) / 2
  end
end

return place
