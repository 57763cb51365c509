local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/stats/support.lua")

local stats, refusal, close = core.stats, support.refusal, support.close
local gbp, pct = core.money.gbp, core.money.pct

describe("[R93] cost per outcome", function()
  it("is money, to the penny", function()
    assert.equal(gbp "33.33", stats.cost_per(gbp "100", 3))
    assert.equal(gbp "-40", stats.cost_per(gbp "100", -2.5))
    assert.equal(gbp "0.01", stats.cost_per(gbp "0.01", 2))
  end)
  it("is refused of no effect and of money written as a number", function()
    assert.equal("there is no effect to divide the cost by", refusal(stats.cost_per, gbp "1", 0))
    assert.matches("money expected, got 100", refusal(stats.cost_per, 100, 2))
  end)
end)

describe("options ranked by benefit per pound", function()
  local options <const> = {
    { code = "s1", cost = gbp "200k", people = 400, benefit = 30, chance = pct "80" },
    { code = "s2", cost = gbp "500k", people = 900, benefit = 25, chance = 0.6 },
    { code = "s3", cost = gbp "100k", people = 1000, benefit = 8, chance = 0.9 },
  }

  it("[R47] come in the order of the worked example, with the frontier", function()
    local ranked = stats.star(options)
    local function column(name)
      local out = {}
      for i, row in ipairs(ranked) do out[i] = row[name] end
      return out
    end
    assert.same({ "s3", "s1", "s2" }, column("code"))
    assert.same({ 7200.0, 9600.0, 13500.0 }, column("benefit"))
    assert.same({ 72.0, 48.0, 27.0 }, column("per_thousand"))
    assert.same({ gbp "100k", gbp "300k", gbp "800k" }, column("cost_so_far"))
    assert.same({ 7200.0, 16800.0, 30300.0 }, column("benefit_so_far"))
  end)
  it("are refused by name", function()
    local function why(field, value)
      local option = { code = "s9", cost = gbp "1", people = 1, benefit = 1, chance = 1 }
      option[field] = value
      return refusal(stats.star, { options[1], option })
    end
    assert.equal("option 's9': its cost is not positive", why("cost", gbp "0"))
    assert.equal("option 's9': benefit per person is not from 0 to 100", why("benefit", 101))
    assert.equal("option 's9': probability of success is not from 0 to 1", why("chance", pct "101"))
    assert.equal("option 's9': people are negative", why("people", -1))
    assert.equal("(item 2, cost: money expected, got 5)", why("cost", 5))
  end)
end)

describe("programme budgeting", function()
  local areas <const> = {
    { code = "Leeds", spend = gbp "120", people = 1, outcome = 80 },
    { code = "York", spend = gbp "160", people = 2, outcome = 90 },
    { code = "Hull", spend = gbp "100", people = 1, outcome = 70 },
    { code = "Ripon", spend = gbp "400", people = 5, outcome = 60 },
  }
  it("places spend per weighted head against outcome among peers", function()
    local got = stats.quadrants(areas, "up")
    assert.equal("higher spend, better outcome", got[1].quadrant)
    assert.equal("lower spend, better outcome", got[2].quadrant)
    assert.equal("higher spend, worse outcome", got[3].quadrant)
    assert.equal("lower spend, worse outcome", got[4].quadrant)
    assert.equal(gbp "80", got[2].per_head)
    -- Spends of 120, 80, 100, 80: mean 95, deviation √(1100/3).
    close(25 / math.sqrt(1100 / 3), got[1].spend_score, "z")
    assert.equal("higher spend, worse outcome", stats.quadrants(areas, "down")[1].quadrant)
  end)
  it("refuses too few areas and one without people", function()
    assert.equal("2 areas are too few to compare; the least is 3",
      refusal(stats.quadrants, { areas[1], areas[2] }, "up"))
    assert.equal("area 'Selby': weighted people are not positive", refusal(stats.quadrants,
      { { code = "Selby", spend = gbp "1", people = 0, outcome = 1 } }, "up"))
  end)
end)

describe("[R47] marginal analysis", function()
  it("moves money from least to most marginal benefit until they meet, conserving it", function()
    local got = stats.shift({
      { code = "a", spend = gbp "100k", margin = 2, decline = 0.01 },
      { code = "b", spend = gbp "50k", margin = 6, decline = 0.03 },
    }, gbp "1k")
    -- 2 + 0.01n = 6 - 0.03n at n = 100: all of a's money.
    assert.same({ { from = "a", to = "b", amount = gbp "100k" } }, got.moves)
    assert.equal(gbp "150k", got.programmes[2].spend)
    close(3.0, got.programmes[2].margin, "margin")
    close(100 * ((6 + 3) - (2 + 3)) / 2, got.gain, "gain")
  end)
  it("stops before the giver's margin would exceed the taker's, and moves nothing between equals", function()
    local got = stats.shift({
      { code = "a", spend = gbp "10k", margin = 5, decline = 2 },
      { code = "b", spend = gbp "10k", margin = 6, decline = 2 },
    }, gbp "1k")
    assert.same({}, got.moves)
    assert.equal(0.0, got.gain)
  end)
  it("refuses a step that is not positive and a spend that is negative", function()
    assert.equal("the step to move is not positive",
      refusal(stats.shift, { { code = "a", spend = gbp "1", margin = 1, decline = 0 } }, gbp "0"))
    assert.equal("programme 'a': spend is negative",
      refusal(stats.shift, { { code = "a", spend = gbp "-1", margin = 1, decline = 0 } }, gbp "1"))
  end)
end)

describe("[R86] discounting", function()
  it("has the factors of the Green Book, declining where rates decline", function()
    close(0.708919, stats.factors(pct "3.5", 11)[11], "10 years at 3.5%", 1e-6)
    close(0.861667, stats.factors(pct "1.5", 11)[11], "10 years at 1.5%", 1e-6)
    local long = stats.factors({ { 0, pct "3.5" }, { 31, pct "3" }, { 76, pct "2.5" } }, 32)
    close(1.035 ^ -30, long[31], "30 years", 1e-14)
    close(0.345901, long[32], "31 years", 1e-5)
  end)
  it("gives the net present value of the worked example, in money to the penny and as a statistic", function()
    local numbers, money = { -100, -100, 30, 40, 50, 60, 60 }, {}
    for i, amount in ipairs(numbers) do money[i] = gbp(tostring(amount)) end
    close(10.365212, stats.present(numbers, pct "3.5"), "NPV", 1e-7)
    assert.equal(gbp "10.37", stats.present(money, pct "3.5"))
    close(37.556491, stats.present({ 0, 2, 4, 6, 8, 10, 10 }, pct "1.5"), "QALYs", 1e-8)
  end)
  it("is exact where a factor of nine places would lose pounds", function()
    -- £90bn ÷ 1.035 = £86,956,521,739.13043…
    assert.equal(gbp "86956521739.13", stats.present({ gbp "0", gbp "90bn" }, pct "3.5"))
  end)
  it("refuses to mix real and nominal", function()
    assert.equal("nominal cash cannot be discounted at a real rate; deflate the cash or give a nominal rate",
      refusal(stats.present, { gbp "1" }, pct "3.5", "nominal"))
    assert.equal("real cash cannot be discounted at a nominal rate; give a real rate",
      refusal(stats.present, { gbp "1" }, pct "3.5", "real", "nominal"))
  end)
  it("refuses rates that leave years out, and amounts of two kinds", function()
    assert.equal("(rates: years ascend from 0, each with a rate, { 0, pct \"3.5\" })",
      refusal(stats.factors, { { 1, pct "3" } }, 5))
    assert.equal("(year 1: money expected, got 5)", refusal(stats.present, { gbp "1", 5 }, pct "3"))
    assert.equal("year 1: a discount rate of -100% or less", refusal(stats.factors, pct "-100", 2))
  end)
  it("deflates money to the prices of a base year", function()
    assert.equal(gbp "88.97", stats.deflate(gbp "100", 100, 112.4))
    assert.equal("the base year's price index is not positive", refusal(stats.deflate, gbp "1", 0, 1))
  end)
end)

describe("[R99] investing to save", function()
  local m <const> = gbp "0.4m"
  local function plan(change)
    local lines = {
      { scheme = "falls", body = "council", cost = { m, m, m } },
      {
        scheme = "falls", body = "NHS", saving = gbp "1m", ramp = { pct "0", pct "10", pct "30", pct "50" },
        cashable = true,
      },
    }
    local asked = { years = 6, lines = lines }
    for key, value in pairs(change or {}) do asked[key] = value end
    return asked
  end

  it("breaks even in the fifth year of the worked example, all benefit the NHS's", function()
    local got = stats.horizon(plan())
    local sums = {}
    for i, year in ipairs(got.years) do sums[i] = year.cumulative end
    assert.same({ gbp "-0.4m", gbp "-0.7m", gbp "-0.8m", gbp "-0.3m", gbp "0.2m", gbp "0.7m" }, sums)
    assert.same({ 5, 5 }, { got.even, got.cashable_even })
    assert.same({ council = { NHS = gbp "1.9m" }, NHS = {} }, got.payers)
    assert.equal(gbp "-1.2m", got.gain.council.net)
    assert.equal(gbp "1.9m", got.gain.NHS.net)
    assert.equal(gbp "1.9m", got.gain.council.transfer)
    assert.equal(gbp "-1.9m", got.gain.NHS.transfer)
  end)
  it("breaks even later discounted, later with a lag, and never in too few years", function()
    assert.equal(5, stats.horizon(plan({ rates = pct "3.5" })).discounted_even)
    assert.equal(6, stats.horizon(plan({ rates = pct "15" })).discounted_even)
    assert.is_nil(stats.horizon(plan({ rates = pct "40" })).discounted_even)
    local late = plan()
    late.lines[2].lag = 1
    assert.equal(6, stats.horizon(late).even)
    assert.is_nil(stats.horizon(plan({ years = 4 })).even)
    late.lines[2].cashable = false
    assert.is_nil(stats.horizon(late).cashable_even)
  end)
  it("shares what is saved between those who paid, to the penny, and transfers sum to nothing", function()
    local got = stats.horizon({
      years = 2,
      lines = {
        { scheme = "s", body = "a", cost = { gbp "1" } }, { scheme = "s", body = "b", cost = { gbp "2" } },
        { scheme = "s", body = "c", saving = { gbp "0", gbp "10" } }, { scheme = "t", body = "a", cost = { gbp "1" } },
      },
    })
    assert.equal(gbp "3.33", got.payers.a.c)
    assert.equal(gbp "6.67", got.payers.b.c)
    assert.equal(gbp "0", got.gain.a.transfer + got.gain.b.transfer + got.gain.c.transfer)
  end)
  it("refuses a saving that nobody pays for, and lines that are neither", function()
    assert.equal("scheme 't': it saves, but nobody pays for it", refusal(stats.horizon, {
      years = 1, lines = { { scheme = "s", body = "a", cost = { m } }, { scheme = "t", body = "b", saving = { m } } },
    }))
    assert.equal("(line 1: either cost or saving expected)",
      refusal(stats.horizon, { years = 1, lines = { { scheme = "s", body = "a" } } }))
    assert.equal("(line 1: year 1: money expected, got 5)",
      refusal(stats.horizon, { years = 1, lines = { { scheme = "s", body = "a", cost = { 5 } } } }))
    assert.equal("(line 1: ramp: a list of rates expected)", refusal(stats.horizon,
      { years = 1, lines = { { scheme = "s", body = "a", saving = m, ramp = { 0.5 } } } }))
  end)
end)
