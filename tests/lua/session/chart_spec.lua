--- Pictures in letters, and how a figure goes over time.
local chart <const> = require("stead.chart")
local core <const> = require("stead.core")
local gbp <const>, pct <const> = core.money.gbp, core.money.pct
require("stead.frame")

local months <const> = core.frame.new({ { "month", "text" }, { "spend", "money" }, { "seen", "rate" } }, {
  { "April", gbp "100", pct "60" }, { "May", gbp "120", pct "90" }, { "June", gbp "110", pct "62" },
})

local function widest(text)
  local most = 0
  for line in text:gmatch("[^\n]+") do
    most = math.max(most, utf8.len(line))
  end
  return most
end

describe("a picture in letters", function()
  it("draws bars from nought to the eighth of a letter, and hatches what is below", function()
    local text = chart.bars({ { name = "Leeds", allocation = 16 }, { name = "Ossett", allocation = 4 },
      { name = "Elland", allocation = -8 } }):text(24)
    assert.equal("  What each place receives\n\n  Leeds   █████████  £16\n  Ossett  ██▎        £4\n"
      .. "  Elland  ░░░░░      −£8", text)
  end)

  it("draws where a place was and is about its target", function()
    local text = chart.dots({ { name = "Leeds", opening_distance = -0.1, closing_distance = -0.05 } }):text(44)
    assert.has_match("  Leeds  ○────●   │           −10.0% → −5.0%", text, 1, true)
    assert.has_match("target   ○ before  ● after$", text)
  end)

  it("draws a figure over time, with its first and last month and its scale in pounds", function()
    local text = chart.line(months, { x = "month", y = "spend" }):text(60)
    assert.has_match("£120 │ +●", text)
    assert.has_match("£100 │●", text)
    assert.has_match("April +June$", text)
  end)

  it("marks what is outside limits that are given, and says so in words", function()
    local picture <const> = chart.spc(months, { x = "month", y = "seen", lower = pct "50", upper = pct "80",
      centre = pct "65" })
    assert.equal("From 60% in April to 62% in June. Outside the limits: May (90%).", picture.desc)
    assert.has_match("◆", picture:text(60))
    assert.has_match("upper limit", picture:svg(), 1, true)
    assert.has_match("Outside the limits: May", picture:html(), 1, true)
    assert.same({ "May", "90%", "outside" }, picture.table.rows[2])
  end)

  it("keeps within the width it is given", function()
    for width = 40, 120, 20 do
      assert.is_true(widest(chart.line(months, { x = "month", y = "spend" }):text(width)) <= width)
      assert.is_true(widest(chart.bars({ { name = "Leeds", allocation = 5e9, baseline = 4e9 } }):text(width)) <= width)
    end
  end)

  it("draws a map with a letter for each place", function()
    local text = chart.map({
      { code = "B1", place = "Leeds", latitude = 53.8, longitude = -1.55, patients = 10 },
      { code = "B2", place = "Wakefield", latitude = 53.68, longitude = -1.5, patients = 10 },
    }):text(60)
    assert.has_match("a Leeds   b Wakefield", text, 1, true)
    assert.has_match("^  Practices by place\n\n *a", text)
  end)

  it("refuses a line without columns, and limits that are not given", function()
    assert.has_error(function() chart.line(months) end, "chart.line takes the rows and { x = COLUMN, y = COLUMN }")
    assert.has_error(function() chart.line(months, { x = "month", y = "spent" }) end,
      "the line has no figures in column 'spent'")
    assert.has_error(function() chart.spc(months, { x = "month", y = "seen", lower = pct "50" }) end,
      "chart.spc takes its limits: lower = …, upper = …")
  end)
end)
