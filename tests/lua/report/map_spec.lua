--- The map: marks told apart by shape and colour, labels apart, strays named.
local chart <const> = require("stead.chart")
local marks <const> = require("stead.chart.marks")
local place <const> = require("stead.chart.place")

local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/[^/]*$")
package.path = here .. "/?.lua;" .. package.path
local west_yorkshire <const> = require("west_yorkshire")

describe("a map of practices", function()
  it("[R73] draws West Yorkshire's 289 practices in five kinds of mark", function()
    local map <const> = chart.map(west_yorkshire.data().practices)
    assert.equal(0, #map.notes)
    assert.equal(5, #map.table.rows)
    local picture <const> = map:svg()
    local _, drawn = picture:gsub("<circle", "")
    assert.equal(71, drawn)
    assert.is_truthy(picture:find("20 km; north is up", 1, true))
  end)

  it("tells thirty-five places apart by shape and colour together", function()
    local seen <const> = {}
    for kind = 1, marks.KINDS do
      local look <const> = tostring(marks.mark(kind, 0, 0, 5)) .. marks.colour(kind)
      assert.is_nil(seen[look])
      seen[look] = true
    end
    assert.equal(35, marks.KINDS)
  end)

  it("names a practice far from the rest, or without a coordinate, and does not draw it", function()
    local rows <const> = {
      { code = "A1", place = "North", latitude = 53.8, longitude = -1.5, patients = 900 },
      { code = "A2", place = "North", latitude = 53.9, longitude = -1.6, patients = 100 },
      { code = "B1", name = "Far <b>", place = "South", latitude = 51.5, longitude = -0.1 },
      { code = "C1", place = "South" },
      { code = "D1", place = "South", latitude = 0, longitude = 0 },
    }
    local map <const> = chart.map(rows)
    assert.equal(2, #map.notes)
    assert.is_truthy(map.notes[1]:find("more than 60 km from the rest", 1, true))
    assert.is_truthy(map.notes[1]:find("B1 Far <b> (South).", 1, true))
    assert.is_truthy(map.notes[2]:find("C1 (South) and D1 (South).", 1, true))
    local figure <const> = tostring(map:figure())
    assert.is_nil(figure:find("Far <b>", 1, true))
    assert.equal("3", map.table.rows[2][2])
  end)

  it("is drawn for one practice, for none, and for many on one spot", function()
    assert.is_truthy(chart.map({ { code = "A", place = "P", latitude = 53, longitude = -1 } })
      :svg():find("<circle", 1, true))
    assert.is_truthy(chart.map({}):svg():find("No practice has a usable coordinate", 1, true))
    local spot <const> = {}
    for i = 1, 20 do
      spot[i] = { code = "A" .. i, place = "P" .. i, latitude = 53, longitude = -1, patients = i }
    end
    assert.is_nil(chart.map(spot):svg():find("nan", 1, true))
  end)

  it("leaves a place without practices out of its key, and keeps the order it is given", function()
    local map <const> = chart.map({ { code = "A", place = "P", latitude = 53, longitude = -1 } },
      { places = { "Empty", "P" } })
    assert.same({ { "P", "1", "0" } }, map.table.rows)
    assert.is_nil(tostring(map:figure()):find("Empty", 1, true))
  end)

  it("keeps two towns that are linked by villages and drops what is beyond reach", function()
    local points <const> = {}
    for i = 1, 6 do
      points[i] = { x = i * 50, y = 0, index = i }
    end
    points[7] = { x = 1000, y = 0, index = 7 }
    local main <const>, far <const> = place.split(points, 60)
    assert.equal(6, #main)
    assert.equal(7, far[1].index)
  end)

  it("moves labels apart and keeps them inside the frame", function()
    local labels <const> = {}
    for i = 1, 8 do
      labels[i] = { x = 100, y = 100, width = 60, height = 16 }
    end
    place.separate(labels, { x1 = 0, y1 = 0, x2 = 400, y2 = 400 })
    for i = 1, 8 do
      for j = i + 1, 8 do
        local a <const>, b <const> = labels[i], labels[j]
        assert.is_true(math.abs(a.set_x - b.set_x) >= 59.9 or math.abs(a.set_y - b.set_y) >= 15.9)
      end
    end
  end)
end)
