local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/stats/support.lua")

local stats, refusal, close = core.stats, support.refusal, support.close

local function areas(count, population)
  return { area = { "Leeds", "York" }, period = { "2021/22", "2022/23" }, count = count, population = population }
end

describe("rates", function()
  it("are the same from a frame and from lists, and keep the labels of their rows", function()
    local frame = core.frame.new({ { "area", "text" }, { "deaths", "integer" }, { "people", "quantity" } },
      { { "Leeds", 5, 100 }, { "York", 65, 100.5 } })
    local one = stats.rates(frame, { count = "deaths", population = "people" })
    local other = stats.rates({ area = { "Leeds", "York" }, deaths = { 5, 65 }, people = { 100, 100.5 } },
      { count = "deaths", population = "people" })
    assert.same(one:row(1), other:row(1))
    assert.same(one:row(2), other:row(2))
    assert.same({ "area", "count", "population", "value", "lower", "upper", "method" }, one:names())
  end)
  it("are given of no events, from nothing up", function()
    local got = stats.rates({ count = { 0 }, population = { 100 } }, { per = 100 })
    assert.same({ 0.0, 0.0 }, { got:cell(1, "value"), got:cell(1, "lower") })
    close(3.6888794541139363, got:cell(1, "upper"), "exact upper limit of no events")
  end)
  it("sum what is brought together by two columns, in order of first appearance", function()
    local got = stats.rates({
      area = { "b", "a", "b", "b" }, year = { 2022, 2022, 2022, 2021 }, count = { 1, 2, 3, 4 },
      population = { 10, 10, 10, 10 },
    }, { by = { "area", "year" }, per = 10 })
    assert.same({ "b", "a", "b" }, got:column("area"))
    assert.same({ 2022, 2022, 2021 }, got:column("year"))
    assert.same({ 2.0, 2.0, 4.0 }, got:column("value"))
  end)

  describe("refuse", function()
    local function why(call, count, population)
      return refusal(call, areas(count, population))
    end
    local york <const> = "row 2 (area 'York', period '2022/23'): "
    it("a denominator of nothing, naming area and period", function()
      assert.equal(york .. "denominator is zero", why(stats.rates, { 1, 2 }, { 10, 0 }))
      assert.equal(york .. "denominator -5 is negative", why(stats.proportions, { 1, 2 }, { 10, -5 }))
    end)
    it("a denominator smaller than its count, for proportions", function()
      assert.equal(york .. "denominator 10 is smaller than count 12", why(stats.proportions, { 1, 12 }, { 10, 10 }))
      assert.equal(2, #stats.rates(areas({ 1, 12 }, { 10, 10 })))
    end)
    it("a negative count and a cell that is missing", function()
      assert.equal(york .. "count -1 is negative", why(stats.rates, { 1, -1 }, { 10, 10 }))
      assert.equal(york .. "denominator is missing or not a finite number", why(stats.rates, { 1, 1 }, { 10 }))
      assert.equal(york .. "count is missing or not a finite number", why(stats.rates, { 1, 1 / 0 }, { 10, 10 }))
    end)
    it("a cell that is not a number", function()
      local said = why(stats.rates, { 1, "*" }, { 10, 10 })
      assert.matches("^row 2 %(area 'York'.-period '2022/23'%): count '%*' is not a number$", said)
      assert.equal("column 'count' is text; read it as a number", why(stats.rates, { "1", "2" }, { 10, 10 }))
    end)
    it("a group whose sums are not good, by its labels", function()
      assert.equal("row 1 (area 'Leeds'): denominator is zero",
        refusal(stats.rates, areas({ 1, 2 }, { 0, 0 }), { by = "area" }))
    end)
    it("options and columns that are not known", function()
      assert.equal("(options: 'conut' is not known; did you mean 'count'?)",
        refusal(stats.rates, areas({ 1, 2 }, { 10, 10 }), { conut = "x" }))
      assert.equal("(there is no column 'cuont'; did you mean 'count'?)",
        refusal(stats.rates, areas({ 1, 2 }, { 10, 10 }), { count = "cuont" }))
      assert.equal("(there is no column 'population'; name the one that holds it)",
        refusal(stats.rates, { count = { 1 } }))
      assert.equal("(options: confidence 95 is not from 0.5 to below 1; write 0.95 for 95%)",
        refusal(stats.rates, areas({ 1, 2 }, { 10, 10 }), { confidence = 95 }))
      assert.equal("(there are no rows)", refusal(stats.rates, { count = {}, population = {} }))
    end)
  end)
end)

describe("directly standardised rates", function()
  local function places(bands)
    return {
      area = { "Leeds", "Leeds", "York", "York" }, period = { "2021", "2021", "2021", "2021" },
      band = bands, count = { 30, 40, 20, 10 }, population = { 100, 200, 100, 200 },
    }
  end
  local options <const> = { by = { "area", "period" }, standard = { ["0-64"] = 60, ["65+"] = 40 } }

  it("join bands by name, never by their place", function()
    local straight = stats.direct(places({ "0-64", "65+", "0-64", "65+" }), options)
    close((60 * 0.3 + 40 * 0.2) / 100 * 100000, straight:cell(1, "value"), "Leeds")
    local turned = stats.direct({
      area = { "York", "Leeds", "York", "Leeds" }, period = { "2021", "2021", "2021", "2021" },
      band = { "65+", "65+", "0-64", "0-64" }, count = { 10, 40, 20, 30 }, population = { 200, 200, 100, 100 },
    }, options)
    assert.same(straight:row(1), turned:row(2))
    assert.same(straight:row(2), turned:row(1))
  end)
  it("refuse a band that an area lacks, has twice, or that the standard lacks", function()
    assert.equal("area 'York', period '2021': band '65+' of the standard population is missing",
      refusal(stats.direct, {
        area = { "Leeds", "Leeds", "York" }, period = { "2021", "2021", "2021" }, band = { "0-64", "65+", "0-64" },
        count = { 30, 40, 20 }, population = { 100, 200, 100 },
      }, options))
    assert.equal("row 4 (area 'York', period '2021'): band '0-64' comes twice",
      refusal(stats.direct, places({ "0-64", "65+", "0-64", "0-64" }), options))
    assert.equal("row 3 (area 'York', period '2021'): band '0 to 64' is not in the standard population",
      refusal(stats.direct, places({ "0-64", "65+", "0 to 64", "65+" }), options))
  end)
  it("refuse a standard that is a list", function()
    assert.equal("(options, standard: bands are named, not numbered)",
      refusal(stats.direct, places({ "0-64", "65+", "0-64", "65+" }), { standard = { 60, 40 } }))
  end)
end)

describe("a funnel", function()
  it("places areas by limits that agree with their intervals", function()
    local data = { area = { "a", "b", "c", "d" }, count = { 20, 40, 8, 70 }, population = { 100, 100, 100, 100 } }
    local got = stats.funnel(data, { target = 0.25 })
    assert.same({ "similar", "higher, beyond 99.8%", "lower, beyond 99.8%", "higher, beyond 99.8%" },
      got:column("place"))
    local wilson = stats.proportions({ count = { got:cell(1, "upper_95") * 100 }, population = { 100 } })
    close(0.25, wilson:cell(1, "lower"), "the figure on the limit just reaches the target")
  end)
  it("does the same for rates and ratios", function()
    local got = stats.funnel({ count = { 12 }, population = { 2000 } }, { kind = "rate", target = 600, per = 100000 })
    local limits = { got:cell(1, "upper_95") / 100000 * 2000, got:cell(1, "lower_95") / 100000 * 2000 }
    local rates = stats.rates({ count = limits, population = { 2000, 2000 } })
    assert.same({ "Byar", "exact" }, rates:column("method"))
    close(600, rates:cell(1, "lower"), "the count on the upper limit")
    close(600, rates:cell(2, "upper"), "the count on the lower limit")
    assert.equal("similar", got:cell(1, "place"))
    local ratio = stats.funnel({ count = { 2, 30 }, population = { 10, 10 } }, { kind = "ratio", target = 1 })
    assert.same({ "lower, beyond 95%", "higher, beyond 99.8%" }, ratio:column("place"))
    local small = stats.funnel({ count = { 1 }, population = { 2 } }, { kind = "ratio", target = 1 })
    assert.equal(0.0, small:cell(1, "lower_998"))
  end)
  it("refuses a size of nothing and a target that is not there", function()
    local data = { area = { "Leeds" }, count = { 1 }, population = { 0 } }
    assert.equal("row 1 (area 'Leeds'): count 1 is more than its denominator",
      refusal(stats.funnel, data, { target = 0.5 }))
    assert.equal("row 1 (area 'Leeds'): denominator 0 is not positive",
      refusal(stats.funnel, data, { target = 5, kind = "rate" }))
    assert.equal("(options, target: a number expected)", refusal(stats.funnel, data, {}))
  end)
end)

describe("quantiles", function()
  it("hold equal numbers of areas, the highest first, ties together", function()
    local got = stats.quantiles({ value = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 } }, { quantiles = 5 })
    assert.same({ 5, 5, 4, 4, 3, 3, 2, 2, 1, 1 }, got:column("quantile"))
    local tied = stats.quantiles({ value = { 1, 2, 2, 2, 5, 6 } }, { quantiles = 3, lowest_first = true })
    assert.same({ 1, 1, 1, 1, 3, 3 }, tied:column("quantile"))
  end)
  it("hold equal populations where people are given", function()
    local got = stats.quantiles({ value = { 4, 3, 2, 1 }, population = { 60, 20, 10, 10 } }, { quantiles = 2 })
    assert.same({ 1, 2, 2, 2 }, got:column("quantile"))
  end)
  it("refuse an area with nobody in it and fewer areas than quantiles", function()
    assert.equal("row 2 (area 'York'): population 0 is not positive",
      refusal(stats.quantiles, { area = { "Leeds", "York" }, value = { 1, 2 }, population = { 5, 0 } },
        { quantiles = 2 }))
    assert.equal("3 values cannot fill 10 quantiles", refusal(stats.quantiles, { value = { 1, 2, 3 } }))
  end)
end)

describe("life expectancy", function()
  local ages <const> = { 0, 1, 5, 45, 65, 85 }
  local people <const> = { 5000, 20000, 200000, 100000, 90000, 12000 }
  local deaths <const> = { 20, 4, 60, 300, 3000, 1800 }

  it("follows from deaths and people by age, its interval about it", function()
    local got = stats.life({ age = ages, deaths = deaths, population = people })
    -- The last, open band lives as long as its death rate says.
    close(12000 / 1800, got:cell(6, "value"), "at 85")
    assert(got:cell(1, "value") > 70 and got:cell(1, "value") < 90)
    for i = 1, 6 do
      assert(got:cell(i, "lower") < got:cell(i, "value") and got:cell(i, "value") < got:cell(i, "upper"))
      assert(i == 1 or got:cell(i, "survivors") <= got:cell(i - 1, "survivors"))
    end
  end)
  it("refuses ages out of order, bands without people and a last band without deaths", function()
    local function why(a, d, n)
      return refusal(stats.life, { area = { "Leeds", "Leeds" }, age = a, deaths = d, population = n }, { by = "area" })
    end
    assert.equal("area 'Leeds': age 5: bands begin at whole ages, ascending from 0",
      why({ 5, 0 }, { 1, 1 }, { 9000, 9000 }))
    assert.equal("area 'Leeds': age 85: population 0 is not positive", why({ 0, 85 }, { 1, 1 }, { 9000, 0 }))
    assert.equal("area 'Leeds': age 85: the last band has no deaths", why({ 0, 85 }, { 1, 0 }, { 9000, 10 }))
    assert.equal("area 'Leeds': age 85: 11 deaths among 10 people", why({ 0, 85 }, { 1, 11 }, { 9000, 10 }))
    assert.equal("area 'Leeds': 4010 people are too few for a life table; the least is 5000",
      why({ 0, 85 }, { 1, 1 }, { 4000, 10 }))
  end)
end)
