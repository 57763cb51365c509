--- The page: it says what happened, foots only when it does, and carries nothing that could run.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/[^/]*$")
package.path = here .. "/?.lua;" .. package.path

local page <const> = require("stead.report.page")
local west_yorkshire <const> = require("west_yorkshire")

local function has(text, part)
  assert.is_truthy(text:find(part, 1, true), "the page does not say: " .. part)
end

local function lacks(text, part)
  assert.is_nil(text:find(part, 1, true), "the page should not say: " .. part)
end

-- The words of a page without its markup.
local function words_of(text)
  return (text:gsub("<style>.-</style>", ""):gsub("<[^>]+>", ""))
end

local function small(changes)
  local data <const> = {
    system = "NHS Test ICB", covers = "2023/24",
    budgets = {
      { stream = "core services", year = "2023/24", envelope = 30000, foots = true, rows = {
        { name = "East", baseline = 10000, target = 12000, allocation = 11000 },
        { name = "West", baseline = 19000, target = 18000, allocation = 19000 },
      } },
    },
  }
  for name, value in pairs(changes or {}) do
    data[name] = value
  end
  return data
end

describe("the page for West Yorkshire", function()
  local text <const> = page.make(west_yorkshire.data())

  it("[R23] says in its lead what happened", function()
    has(words_of(text), "West Yorkshire’s five places share £463.9m for primary medical care in "
      .. "2023/24, £16.1m (3.6%) more than 2022/23. Calderdale gains most in proportion (+5.8%), "
      .. "being furthest below its target share (9.0%); Leeds gains most in money (+£6.7m). "
      .. "Bradford and Craven grows by the 2% floor, being 9.3% above its target share. The gap "
      .. "between the place furthest above target and the place furthest below narrows from 18.3 "
      .. "to 14.7 percentage points.")
  end)

  it("[R45] prints every allocation to the penny and says that they foot", function()
    for _, figure in ipairs {
      "124,658,765.21", "36,249,403.77", "74,196,454.35", "162,560,503.34", "66,223,343.44",
    } do
      has(text, figure)
    end
    has(text, "✓ foots to the penny: the allocations, and the target shares, sum to the envelope "
      .. "of £463,888,470.11")
  end)

  it("[R29] works out growth and distance from the pence", function()
    for _, figure in ipairs {
      "+2.00%", "+5.76%", "+9.33%", "+7.64%", "−8.96%", "−7.07%", "+3.60%",
    } do
      has(text, figure)
    end
  end)

  it("[R32] names what was left out with its weight, the sources and each assumption", function()
    has(text, "12 of 289 practices have need but no payment last year")
    has(words_of(text), "B83602 North Street Medical Practice1,840")
    has(words_of(text), "Weighted people stand beside each, 11,576 in all.")
    has(text, "sha256 f8eb9008ac4a8ef442612a97c2b2633ad14ffc4f1d0265edeb73944b88692731")
    has(text, "primary-medical.floor_growth")
    has(text, "Open Government Licence v3.0")
  end)

  it("[R55] brings the councils' streams into view and says what is not separable", function()
    has(text, "281,623,000.00")
    has(text, "not separable")
    has(text, "Craven’s part lies inside North Yorkshire’s return")
  end)

  it("leads from a figure to how it was made, as nested lists", function()
    has(text, 'href="#how-budget-1-2"')
    has(text, 'id="how-budget-1-2"')
    has(text, "35,509,310.1112")
  end)

  it("gives the same bytes for the same data", function()
    assert.equal(text, page.make(west_yorkshire.data()))
  end)

  it("fetches nothing, runs nothing and repeats no id", function()
    lacks(text, "<script")
    lacks(text, " src=")
    lacks(text, "<link")
    lacks(text, "url(")
    local seen <const> = {}
    for id in text:gmatch(' id="([^"]+)"') do
      assert.is_nil(seen[id], "the id " .. id .. " stands twice")
      seen[id] = true
    end
    for target in text:gmatch('href="#([^"]+)"') do
      assert.is_true(seen[target], "nothing is called " .. target)
    end
  end)
end)

describe("a page", function()
  it("of two streams gives each its own parts", function()
    local data <const> = small()
    data.budgets[2] = { stream = "public health", year = "2023/24", envelope = 5, rows = {
      { name = "East", allocation = 5 },
    } }
    local text <const> = page.make(data)
    has(text, "Core services: what each place receives")
    has(text, "Public health: what each place receives")
    has(text, "Place budgets: core services and public health")
  end)

  it("of one place says that it receives all", function()
    local data <const> = small()
    data.budgets[1].rows[2] = nil
    data.budgets[1].envelope = 11000
    has(words_of(page.make(data)), "East receives £110 for core services in 2023/24, "
      .. "£10 (10.0%) more than last year.")
  end)

  it("of no places says so, and claims nothing", function()
    local data <const> = small()
    data.budgets[1].rows, data.budgets[1].envelope = {}, 0
    local text <const> = page.make(data)
    has(text, "No place is given money for core services in 2023/24.")
    lacks(text, "foots to the penny")
  end)

  it("leaves out the columns and parts that nothing fills", function()
    local text <const> = page.make({ system = "S", covers = "2023/24", budgets = {
      { stream = "core", year = "2023/24", envelope = 1, rows = { { name = "A", allocation = 1 } } },
    } })
    lacks(text, "From target")
    lacks(text, "What this rests on")
    lacks(text, "What was left out")
  end)

  it("[R32] of money that follows need alone says so, and that its terms are illustrative", function()
    local data <const> = small()
    for _, row in ipairs(data.budgets[1].rows) do
      row.baseline, row.allocation = nil, row.target
    end
    data.budgets[1].status, data.budgets[1].note = "illustrative", "shares of need alone"
    local text <const> = page.make(data)
    has(words_of(text), "Each receives exactly its target share. The terms are illustrative.")
    has(words_of(text), "Shares of need alone. illustrative")
    lacks(text, "Distance from target")
    lacks(text, "last year")
  end)

  it("[R55] names the holder of a note that is one holder's, and no holder when it is all's", function()
    local words <const> = words_of(page.make(small { streams = {
      { stream = "care", holder = "Leeds", place = "Leeds", amount = 5, note = "as returned" },
      { stream = "care", holder = "North Yorkshire", place = "Craven", why = "inside another" },
      { stream = "care", holder = "Kirklees", place = "Kirklees", amount = 5, note = "as returned" },
    } }))
    has(words, "North Yorkshirein Craven")
    has(words, "North Yorkshire: Inside another.")
    lacks(words, "Leeds: As returned.")
    has(words, "As returned.")
  end)

  it("says a lead that it is given, as text", function()
    local text <const> = page.make(small { lead = "All is <b>well</b>." })
    has(text, "All is &lt;b&gt;well&lt;/b&gt;.")
    lacks(words_of(text), "gains most")
  end)

  it("says that money is unchanged, and a system whose name ends in s, as a person would", function()
    local data <const> = small { system = "NHS Two Places ICB" }
    data.budgets[1].rows[1].allocation, data.budgets[1].envelope = 10000, 29000
    has(words_of(page.make(data)),
      "Two Places’ two places share £290 for core services in 2023/24, the same as last year.")
  end)

  it("tells growth that is the same for all, and a loss, as they are", function()
    local data <const> = small()
    local rows <const> = data.budgets[1].rows
    rows[1].allocation, rows[2].allocation = 9000, 17100
    data.budgets[1].envelope = 26100
    local words <const> = words_of(page.make(data))
    has(words, "less than last year")
    has(words, "Every place grows by the same −10.0%.")
  end)
end)

describe("what a page will not say", function()
  it("[R45] that it foots when its rows do not sum, whatever the caller claims", function()
    local data <const> = small()
    data.budgets[1].rows[1].allocation = 11001
    local text <const> = page.make(data)
    lacks(text, "foots to the penny")
    has(text, "Does not foot: the allocations sum to £300.01, £0.01 more than the envelope of "
      .. "£300.00")
  end)

  it("that it foots when the caller does not claim it", function()
    local data <const> = small()
    data.budgets[1].foots = nil
    local text <const> = page.make(data)
    lacks(text, "foots to the penny")
    lacks(text, "Does not foot")
  end)

  it("that it foots when the sum is too great to hold", function()
    local data <const> = small()
    local rows <const> = data.budgets[1].rows
    rows[1].allocation, rows[2].allocation = math.maxinteger, math.maxinteger
    data.budgets[1].envelope = -2
    lacks(page.make(data), "foots to the penny")
  end)

  it("that target shares foot when they are a penny out", function()
    local data <const> = small()
    data.budgets[1].rows[1].target = 12001
    has(page.make(data), "the target shares, each rounded by itself, come to £0.01 more")
  end)

  it("anything a name tells a browser to do", function()
    local data <const> = small {
      system = "<script>1</script>", as_at = "\"><img onerror=x>",
      practices = { { code = "<i>", name = "<script>", place = "<u>", latitude = 1, longitude = 1 } },
      streams = { { stream = "<s>", holder = "<a href=x>", why = "<em>" } },
      sources = { { title = "<script>", licence = "<b>" } },
      assumptions = { { name = "<script>", value = "<b>", status = "<b>" } },
      left_out = { { practices = { { code = "<script>", place = "<q>" } } } },
    }
    data.budgets[1].rows[1].name = "<script>alert(1)</script>"
    data.budgets[1].rows[1].steps = { { depth = 0, amount = "<script>", label = "<script>" } }
    local text <const> = page.make(data)
    for _, tag in ipairs { "<script", "<img", "<u>", "<s>", "<em>", "<q>", "<a href=x>" } do
      lacks(text, tag)
    end
    has(text, "&lt;script&gt;alert(1)&lt;/script&gt;")
  end)

  it("anything from data of the wrong kind, naming the field", function()
    local function refused(change, message)
      local data <const> = small()
      change(data)
      assert.has_error(function()
        page.make(data)
      end, message)
    end
    refused(function(data)
      data.budgets[1].rows[2].allocation = 190.5
    end, "budgets[1].rows[2].allocation must be whole pence, not 190.5")
    refused(function(data)
      data.budgets[1].rows[1].name = nil
    end, "budgets[1].rows[1].name must be text, not nil")
    refused(function(data)
      data.budgets[1].rows[1].held = "roof"
    end, "budgets[1].rows[1].held must be 'floor' or 'ceiling', not 'roof'")
    refused(function(data)
      data.budgets[1].rows[1].growth = "3%"
    end, "budgets[1].rows[1].growth must be a fraction such as 0.036, not '3%'")
    refused(function(data)
      data.budgets[1].envelope = nil
    end, "budgets[1].envelope must be whole pence, not nil")
    refused(function(data)
      data.system = nil
    end, "system must be text, not nil")
    assert.has_error(function()
      page.make(nil)
    end, "a page is made from a table, not nil")
  end)
end)
