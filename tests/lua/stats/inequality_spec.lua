local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/stats/support.lua")

local stats, refusal, close = core.stats, support.refusal, support.close

describe("[R105] inequality", function()
  local five <const> = { population = { 12000, 11000, 10000, 9000, 8000 }, value = { 74.1, 76.0, 78.2, 79.5, 81.3 } }
  local ten <const> = {
    population = { 7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534 },
    value = {
      75.9334590103081, 78.3442382727843, 83.8360631041654, 83.6375399664931, 80.4655031529559, 81.1156759857022,
      81.6930835718562, 84.1900062060987, 80.5955641081472, 86.2894349578624,
    },
  }

  it("of five groups has the slope, ratio, mean ratio and gaps of the worked example", function()
    local row = stats.inequality(five, { better = "up" }):row(1)
    close(8.939098, row.sii, "SII", 1e-7)
    close(72.992451, row.start, "Y0", 1e-8)
    close(1.122466, row.rii, "RII", 1e-7)
    close(0.115400, row.rii_mean, "SII / mean", 2e-6)
    close(77.462, row.mean, "mean")
    close(7.2, row.gap, "gap")
    close(1.097166, row.gap_ratio, "gap ratio", 1e-7)
    assert.same({ 5, 1 }, { row.best, row.worst })
    close(12000 * 7.2 + 11000 * 5.3 + 10000 * 3.1 + 9000 * 1.8, row.burden, "burden")
    assert.matches("rii: fitted at the least deprived end", row.convention)
  end)
  it("of the official ten groups agrees to fourteen digits", function()
    local row = stats.inequality(ten):row(1)
    close(6.93461647366882, row.sii, "SII", 1e-13)
    close(1.08881808044462, row.rii, "RII", 1e-13)
    assert.is_nil(row.burden)
  end)
  it("puts groups in order of rank when they come in another", function()
    local turned = { population = {}, value = {}, rank = {} }
    for i = 1, 10 do
      turned.population[i], turned.value[i], turned.rank[i] = ten.population[11 - i], ten.value[11 - i], 11 - i
    end
    assert.equal(stats.inequality(ten):cell(1, "sii"), stats.inequality(turned):cell(1, "sii"))
  end)
  it("finds a straight line again on the scale of logarithms and of odds", function()
    local log, logit, people = {}, {}, {}
    for i = 1, 5 do
      local line = -3 + 0.8 * (i - 0.5) / 5
      log[i], logit[i], people[i] = math.exp(line), 1 / (1 + math.exp(-line)), 1000
    end
    local row = stats.inequality({ value = log, population = people }, { scale = "log" }):row(1)
    close(math.exp(0.8), row.rii, "RII", 1e-12)
    close(math.exp(-2.2) - math.exp(-3), row.sii, "SII", 1e-12)
    row = stats.inequality({ value = logit, population = people }, { scale = "logit" }):row(1)
    close((1 + math.exp(3)) / (1 + math.exp(2.2)), row.rii, "RII", 1e-12)
  end)

  it("has limits simulated from a recorded seed, the same each time and near what theory says", function()
    local lower, upper = {}, {}
    for i, value in ipairs(five.value) do lower[i], upper[i] = value - 1.959963984540054, value + 1.959963984540054 end
    local data <const> = { value = five.value, population = five.population, lower = lower, upper = upper }
    local one = stats.inequality(data, { seed = 42 }):row(1)
    assert.same(one, stats.inequality(data, { seed = 42 }):row(1))
    assert.same({ 42, 100000 }, { one.seed, one.draws })
    assert.not_equal(one.sii_lower, stats.inequality(data, { seed = 43 }):cell(1, "sii_lower"))
    -- With unit errors the slope's own error is √Σ(a(x - x̄))² / Σa(x - x̄)².
    local shares, middles <const> = { 0.24, 0.22, 0.2, 0.18, 0.16 }, { 0.12, 0.35, 0.56, 0.75, 0.92 }
    local mean, spread, squares = 0, 0, 0
    for i = 1, 5 do mean = mean + shares[i] * middles[i] end
    for i = 1, 5 do
      spread = spread + shares[i] * (middles[i] - mean) ^ 2
      squares = squares + (shares[i] * (middles[i] - mean)) ^ 2
    end
    local reach = 1.959963984540054 * math.sqrt(squares) / spread
    close(one.sii - reach, one.sii_lower, "SII lower", 0.01)
    close(one.sii + reach, one.sii_upper, "SII upper", 0.01)
    assert(one.rii_lower < one.rii and one.rii < one.rii_upper)
  end)
  it("draws the same numbers on any machine: pinned to what Philox gives", function()
    local data <const> = {
      value = { 10, 12, 14 }, population = { 1, 1, 1 }, lower = { 9, 11, 13 }, upper = { 11, 13, 15 },
    }
    local row = stats.inequality(data, { seed = 1, draws = 1000 }):row(1)
    close(6, row.sii, "SII", 1e-12)
    close(3.9113778017187517, row.sii_lower, "lower", 1e-12)
    close(8.119164400028021, row.sii_upper, "upper", 1e-12)
  end)

  describe("refuses", function()
    local function why(value, population, options)
      return refusal(stats.inequality, { value = value, population = population }, options)
    end
    it("a group with nobody, naming it", function()
      assert.equal("group 2: population 0 is not positive", why({ 1, 2, 3 }, { 5, 0, 5 }))
      assert.equal("area 'York': group 3: population -1 is not positive", refusal(stats.inequality, {
        area = { "York", "York", "York" }, value = { 1, 2, 3 }, population = { 5, 1, -1 },
      }, { by = "area" }))
    end)
    it("too few groups, a missing value and one outside its scale", function()
      assert.equal("a slope needs 3 to 100 groups, not 2", why({ 1, 2 }, { 5, 5 }))
      assert.equal("group 2: value is missing or not a finite number", why({ 1, 0 / 0, 3 }, { 5, 5, 5 }))
      assert.equal("group 1: value 0 has no logarithm", why({ 0, 2, 3 }, { 5, 5, 5 }, { scale = "log" }))
      assert.equal("group 3: value 3 is not a proportion below 1",
        why({ 0.1, 0.2, 3 }, { 5, 5, 5 }, { scale = "logit" }))
    end)
    it("a way that is neither up nor down, and ranks that come twice", function()
      assert.equal("(options, better: 'sideways' is not one of: unsaid, up, down)",
        why({ 1, 2, 3 }, { 5, 5, 5 }, { better = "sideways" }))
      assert.equal("row 3: rank 2 comes twice", refusal(stats.inequality, {
        value = { 1, 2, 3 }, population = { 5, 5, 5 }, rank = { 1, 2, 2 },
      }))
    end)
    it("limits the wrong way round", function()
      assert.equal("group 1: lower limit 3 is above upper limit 2", refusal(stats.inequality, {
        value = { 1, 2, 3 }, population = { 5, 5, 5 }, lower = { 3, 1, 1 }, upper = { 2, 3, 4 },
      }))
    end)
  end)
end)
