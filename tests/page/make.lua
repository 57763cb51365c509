--- Writes the pages that the browser looks at into the folder named.
local here <const> = assert(arg[0]:match("^(.*)/[^/]*$"))
package.path = here .. "/../lua/report/?.lua;" .. package.path

local page <const> = require("stead.report.page")
local west_yorkshire <const> = require("west_yorkshire")

-- Thirty places with long names, gains and losses, a debt, and amounts from thousands to billions.
local function hard()
  local rows <const>, sum = {}, 0
  for i = 1, 30 do
    local baseline <const> = 10000000 * i * i * i * (i == 7 and -1 or 1)
    rows[i] = {
      name = "The partnership of place number " .. i .. (i % 4 == 0
        and " and the districts, wards and parishes that lie about Llanfairpwllgwyngyllgogery" or ""),
      short = "Place " .. i, practices = i, baseline = baseline,
      target = 10000000 * i * i * i + i * 50000000,
      allocation = baseline + (i % 3 - 1) * 9000000 * i * i, held = i % 9 == 0 and "floor" or nil,
    }
    sum = sum + rows[i].allocation
  end
  local practices <const> = {}
  for i = 1, 240 do
    local place <const> = (i - 1) % 30 + 1
    practices[i] = {
      code = string.format("X%05d", i), name = "Practice <" .. i .. ">", place = rows[place].name,
      latitude = 52 + place // 6 * 0.09 + i % 7 * 0.011,
      longitude = -1 + place % 6 * 0.16 + i % 5 * 0.013, patients = 1000 + i * 61 % 9000,
    }
  end
  practices[240].latitude = 58
  practices[239].latitude = nil
  local budget <const> = {
    stream = "core services", year = "2025/26", envelope = sum, foots = true, floor = 0.02,
    rows = rows,
  }
  local wrong <const> = {
    stream = "mental health", year = "2025/26", envelope = 3,
    rows = { { name = "One", baseline = 1, target = 1, allocation = 1 } },
  }
  return { system = "NHS Thirty Places ICB", covers = "2025/26", budgets = { budget, wrong },
    practices = practices }
end

local function write(name, data)
  local file <close> = assert(io.open(arg[1] .. "/" .. name .. ".html", "wb"))
  file:write(page.make(data))
end

write("west-yorkshire", west_yorkshire.data())
write("thirty-places", hard())
