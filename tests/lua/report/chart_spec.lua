--- Pictures: honest scales, labels that can be read, a description and a table beside each.
local chart <const> = require("stead.chart")
local svg <const> = require("stead.svg")

local function places(count, size)
  local rows <const> = {}
  for i = 1, count do
    rows[i] = {
      name = "Place number " .. i .. (i % 3 == 0 and " with a name that goes on and on" or ""),
      baseline = size * i, allocation = size * i * 1.04, target = size * i * (0.9 + i % 4 * 0.1),
      opening_distance = (i % 5 - 2) / 20, closing_distance = (i % 5 - 2) / 25,
    }
  end
  return rows
end

-- Every coordinate of a picture, so that none can fall outside it unseen.
local function furthest(picture, attribute)
  local most = -math.huge
  for value in picture:gmatch(" " .. attribute .. '="(%-?[%d.]+)"') do
    most = math.max(most, tonumber(value))
  end
  return most
end

describe("round values on a scale", function()
  local function values(low, high, about)
    local list <const> = {}
    for i, value in ipairs(svg.ticks(low, high, about)) do
      list[i] = string.format("%g", value)
    end
    return table.concat(list, " ")
  end

  it("cover the range in steps of one, two or five", function()
    assert.equal("0 5e+07 1e+08 1.5e+08 2e+08", values(0, 162560503, 4))
    assert.equal("-0.1 -0.05 0 0.05 0.1", values(-0.0933, 0.0933, 5))
    assert.equal("0 1 2 3 4 5", values(0, 5, 5))
  end)

  it("are found for a range without width and for ranges of any size", function()
    assert.equal("0 0.2 0.4 0.6 0.8 1", values(0, 0, 5))
    for power = -6, 12 do
      local ticks <const> = svg.ticks(0, 3.7 * 10.0 ^ power, 5)
      assert.is_true(#ticks >= 3 and #ticks <= 9)
      assert.equal(0, ticks[1])
    end
  end)
end)

describe("text", function()
  it("is broken where it is too wide, and a word too long for a line is broken too", function()
    assert.same({ "Bradford District", "and Craven" },
      svg.wrap("Bradford District and Craven", 140, 14))
    for _, line in ipairs(svg.wrap(("W"):rep(60), 100, 14)) do
      assert.is_true(svg.text_width(line, 14) <= 100)
    end
  end)
end)

describe("bars", function()
  it("[R27] keep the order they are given in", function()
    local picture <const> = chart.bars(places(3, 1e6)):svg()
    assert.is_true(picture:find("number 1", 1, true) < picture:find("number 2", 1, true))
  end)

  it("begin at nought and stay inside the picture from two places to thirty", function()
    for _, count in ipairs { 1, 2, 5, 30 } do
      for _, size in ipairs { 1e5, 1e8, 5e9 } do
        local bars <const> = chart.bars(places(count, size))
        for _, width in ipairs { 880, 350 } do
          local picture <const> = tostring(bars.draw(width, "x"))
          assert.is_truthy(picture:find(">£0<", 1, true))
          assert.is_true(furthest(picture, "x") <= width)
          assert.is_true(furthest(picture, "x2") <= width)
        end
      end
    end
  end)

  it("show what is negative left of nought, with a true minus sign", function()
    local picture <const> = chart.bars({
      { name = "Owing", baseline = -2e6, allocation = -1e6 },
      { name = "Turned", baseline = 2e6, allocation = -1e6, target = 1e6 },
    }):svg()
    assert.is_truthy(picture:find("−£1.0m", 1, true))
    assert.is_truthy(picture:find("+£1.0m", 1, true))
    assert.is_nil(picture:find('width="-', 1, true))
  end)

  it("say in words and in a table what they show", function()
    local bars <const> = chart.bars({
      { name = "Leeds", baseline = 155881564.36, allocation = 162560503.34, target = 167243560.64 },
    })
    assert.equal("Leeds: £162.6m, from £155.9m, target £167.2m.", bars.desc)
    local figure <const> = tostring(bars:figure())
    assert.is_truthy(figure:find('role="img"', 1, true))
    assert.is_truthy(figure:find('aria-labelledby="bars-wide-title bars-wide-desc"', 1, true))
    assert.is_truthy(figure:find("<td>£155.9m</td>", 1, true))
  end)

  it("are drawn for no places at all", function()
    assert.is_truthy(chart.bars({}):svg():find("No places.", 1, true))
  end)

  it("escape a script in a name", function()
    local figure <const> = tostring(chart.bars({
      { name = "<script>alert(1)</script>", allocation = 1 },
    }):figure())
    assert.is_nil(figure:find("<script", 1, true))
  end)

  it("refuse a row without an allocation, and one that is not a number, naming the row", function()
    assert.error_matches(function()
      chart.bars({ { name = "Leeds", allocation = 1 }, { name = "Wakefield" } })
    end, "row 2 of the bars: allocation is missing")
    assert.error_matches(function()
      chart.bars({ { name = "Leeds", allocation = "lots" } })
    end, "row 1 of the bars: allocation must be a number, not 'lots'")
    assert.error_matches(function()
      chart.bars({ { name = "Leeds", allocation = 0 / 0 } })
    end, "must be a finite number")
    assert.error_matches(function()
      chart.bars("leeds")
    end, "rows must be a frame or a list of tables, not string")
  end)

  it("read a frame through its rows, money and rates as they print themselves", function()
    local money <const> = setmetatable({}, { __tostring = function()
      return "−£1,234.50"
    end })
    local frame <const> = setmetatable({}, { __index = { rows = function()
      local given = false
      return function()
        if not given then
          given = true
          return { name = "Leeds", allocation = money }
        end
      end
    end } })
    assert.equal("Leeds: −£1.2k.", chart.bars(frame).desc)
  end)
end)

describe("distances", function()
  it("[R29] are told before and after, target in the middle", function()
    local dots <const> = chart.dots({
      { name = "Calderdale", opening_distance = -0.0896, closing_distance = -0.0707 },
      { name = "Bradford", opening_distance = 0.0933, closing_distance = 0.0764,
        note = "held by the 2% floor" },
    })
    assert.equal("Distance from target, before and after. Calderdale: from −9.0% to −7.1%; "
      .. "Bradford: from +9.3% to +7.6%, held by the 2% floor.", dots.desc)
    assert.is_truthy(dots:svg():find(">target<", 1, true))
  end)

  it("[R27] are ranked only when that is asked for", function()
    local rows <const> = {
      { name = "Above", opening_distance = 0.05, closing_distance = 0.04 },
      { name = "Below", opening_distance = -0.05, closing_distance = -0.04 },
    }
    local given <const>, ranked <const> = chart.dots(rows).desc,
      chart.dots(rows, { order = "distance" }).desc
    assert.is_true(given:find("Above") < given:find("Below"))
    assert.is_true(ranked:find("Below") < ranked:find("Above"))
  end)

  it("are drawn when nobody moves, and for thirty places", function()
    local still <const> = chart.dots({ { name = "Still", closing_distance = 0 } })
    assert.is_truthy(still:svg():find("<circle", 1, true))
    local picture <const> = tostring(chart.dots(places(30, 1)).draw(350, "x"))
    assert.is_true(furthest(picture, "x") <= 350)
  end)

  it("refuse a row without a closing distance", function()
    assert.error_matches(function()
      chart.dots({ { name = "Leeds" } })
    end, "row 1 of the dots: closing_distance is missing")
  end)
end)

describe("a picture on its own", function()
  it("is written to a file as SVG, and as a page", function()
    local path <const> = os.tmpname()
    assert.equal(path, chart.bars(places(2, 1e6)):svg(path))
    local file <close> = assert(io.open(path))
    assert.equal("<svg ", file:read(5))
    assert.equal(path, chart.bars(places(2, 1e6)):html(path))
    local page <close> = assert(io.open(path))
    assert.equal("<!doctype html>", page:read("l"))
    os.remove(path)
  end)

  it("[R32] says what it shows where it cannot be shown", function()
    assert.equal("  What each place receives\n\n  Leeds  ████████  £5",
      chart.bars({ { name = "Leeds", allocation = 5 } }):text(10))
  end)

  it("reports a folder that is not there", function()
    local path, message, code = chart.bars(places(2, 1e6)):svg("/no such folder/x.svg")
    assert.is_nil(path)
    assert.is_truthy(message:find("no such folder", 1, true))
    assert.equal(2, code)
  end)
end)
