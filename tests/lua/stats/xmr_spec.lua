local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/stats/support.lua")

local stats, refusal, close = core.stats, support.refusal, support.close

local vector <const> = { 1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1 }

-- `count` values that go up and down about 10, then those given.
local function after(count, values)
  local all = {}
  for i = 1, count do all[i] = i % 2 == 0 and 11 or 9 end
  for _, value in ipairs(values) do all[#all + 1] = value end
  return { value = all }
end

-- The signal of each of the last points, as one text.
local function signals(data, last, options)
  local points = stats.xmr(data, options)
  local words = {}
  for i = #points - last + 1, #points do words[#words + 1] = points:cell(i, "signal") or "-" end
  return table.concat(words, "; ")
end

describe("a process chart", function()
  it("has the limits of the published vector, screened and not", function()
    local _, screened = stats.xmr({ value = vector }, { screen = true })
    close(35 / 18, screened:cell(1, "mean"), "mean")
    close(4.6044444444444444, screened:cell(1, "upper"), "upper")
    close(-0.71555555555555556, screened:cell(1, "lower"), "lower")
    local points, all = stats.xmr({ value = vector })
    close(35 / 18 + 2.66 * 32 / 17, all:cell(1, "upper"), "unscreened upper")
    close(35 / 18 - 2.66 * 32 / 17, all:cell(1, "lower"), "unscreened lower")
    assert.equal("outside limits", points:cell(5, "signal"))
    assert.is_nil(points:cell(1, "moving_range"))
    assert.equal(8.0, points:cell(5, "moving_range"))
  end)
  it("finds a point outside its limits before anything else that it is part of", function()
    assert.equal("-; outside limits", signals(after(20, { 20 }), 2))
  end)
  it("finds a trend of seven strict rises, not of six, and of six when six is asked for", function()
    local rising <const> = after(20, { 8, 9, 9.5, 10, 10.5, 11, 12 })
    assert.equal(("trend; "):rep(7):sub(1, -3), signals(rising, 7))
    assert.equal("-; -; -; -; -; -", signals(after(20, { 8, 9, 9.5, 10, 10.5, 11 }), 6))
    assert.equal(("trend; "):rep(6):sub(1, -3), signals(after(20, { 8, 9, 9.5, 10, 10.5, 11 }), 6, { run = 6 }))
    assert.equal("-; -; -; -; -; -; -", signals(after(20, { 8, 9, 9, 10, 10.5, 11, 12 }), 7))
  end)
  it("finds two of three near a limit on one side, all three on that side", function()
    assert.equal("-; two of three near a limit; two of three near a limit", signals(after(20, { 11, 14.5, 14.5 }), 3))
    assert.equal("two of three near a limit; -; two of three near a limit", signals(after(20, { 14.5, 11, 14.5 }), 3))
    assert.equal("-; -; -", signals(after(20, { 15.5, 9, 15.5 }), 3))
    assert.equal("outside limits; -; -", signals(after(20, { 25, 12, 14.5 }), 3))
  end)
  it("finds seven on one side of the mean, which a value on the mean breaks", function()
    local high <const> = after(20, { 10.8, 10.9, 10.8, 10.9, 10.8, 10.9, 10.8, 9 })
    assert.equal(("run on one side; "):rep(7) .. "-", signals(high, 8))
    local broken = { 1, 2, 1, 2, 1, 2, 1.5, 2, 1.7, 2, 1, 1, 1, 1 }
    for _, word in ipairs(stats.xmr({ value = broken }):column("signal")) do assert.is_nil(word) end
  end)
  it("[R94] says whether a target is inside what the process does, either way round", function()
    local function assurance(target, better)
      local _, series = stats.xmr({ value = vector }, { target = target, better = better })
      return series:cell(1, "assurance")
    end
    assert.equal("consistently fails", assurance(7, "up"))
    assert.equal("consistently passes", assurance(-4, "up"))
    assert.equal("hit and miss", assurance(2, "up"))
    assert.equal("consistently passes", assurance(7, "down"))
    assert.equal("consistently fails", assurance(-4, "down"))
    assert.is_nil(assurance(7, "neither"))
    assert.is_nil(assurance(nil, "up"))
  end)
  it("calls the latest signal improvement or concern by which way is better", function()
    local function variation(value, better)
      local _, series = stats.xmr(after(20, { value }), { better = better })
      return series:cell(1, "variation")
    end
    assert.equal("improvement", variation(30, "up"))
    assert.equal("concern", variation(30, "down"))
    assert.equal("concern", variation(-30, "up"))
    assert.equal("special cause, neither better nor worse", variation(30, "neither"))
    assert.equal("common cause", variation(10, "up"))
  end)
  it("makes limits afresh where asked, and judges by the latest base", function()
    local data = after(14, {})
    data.period = {}
    for i = 1, 14 do
      data.value[14 + i] = i % 2 == 0 and 21 or 19
    end
    for i = 1, 28 do data.period[i] = ("%d-%02d"):format(2020 + (i - 1) // 12, (i - 1) % 12 + 1) end
    local points, series = stats.xmr(data, { bases = { "2021-03" }, target = 17, better = "up" })
    assert.equal(10.0, points:cell(14, "mean"))
    assert.equal(20.0, points:cell(15, "mean"))
    assert.is_nil(points:cell(15, "moving_range"))
    assert.same({ 1, 2 }, { points:cell(14, "base"), points:cell(15, "base") })
    assert.same({ 14, 20.0, "hit and miss" },
      { series:cell(1, "points"), series:cell(1, "mean"), series:cell(1, "assurance") })
    assert.same(points:column("upper"), stats.xmr(data, { bases = { 15 } }):column("upper"))
  end)
  it("warns that limits are on trial below thirteen points", function()
    local _, twelve = stats.xmr(after(12, {}))
    local _, thirteen = stats.xmr(after(13, {}))
    assert.equal("trial limits: fewer than 13 points", twelve:cell(1, "warning"))
    assert.is_nil(thirteen:cell(1, "warning"))
  end)
  it("leaves a missing value out, with the ranges on either side of it", function()
    local points = stats.xmr({ value = { 1, 2, 1, 0 / 0, 1, 2, 1, 2 } })
    close(10 / 7, points:cell(1, "mean"), "mean")
    assert.is_nil(points:cell(5, "moving_range"))
    close(10 / 7 + 2.66, points:cell(1, "upper"), "upper")
  end)

  describe("puts periods in order:", function()
    local function order(periods, options)
      local values = {}
      for i = 1, #periods do values[i] = i % 3 end
      return stats.xmr({ period = periods, value = values }, options):column("period")
    end
    it("months by name, quarters, financial years and days", function()
      assert.same({ "March 2023", "April 2023", "May 2023" }, order({ "May 2023", "March 2023", "April 2023" }))
      assert.same({ "2022/23 Q4", "2023/24 Q1", "2023/24 Q2" }, order({ "2023/24 Q1", "2022/23 Q4", "2023/24 Q2" }))
      assert.same({ "2020/21", "2021/22", "2022/23" }, order({ "2022/23", "2020/21", "2021/22" }))
      assert.same({ "2024-02-28", "2024-02-29", "2024-03-01" }, order({ "2024-03-01", "2024-02-28", "2024-02-29" }))
      assert.same({ "2019-12-01", "2020-01-01", "2020-02-01" }, order({ "2020-02-01", "2019-12-01", "2020-01-01" }))
    end)
    it("and allows gaps where asked, which no range spans", function()
      local points = stats.xmr({
        period = { "2023-01", "2023-02", "2023-03", "2023-06", "2023-07" }, value = { 1, 2, 1, 9, 8 },
      }, { gaps = "allow" })
      assert.same({ 0, 0, 0, 2, 0 }, points:column("missing_before"))
      assert.is_nil(points:cell(4, "moving_range"))
    end)
  end)

  describe("refuses", function()
    local function why(periods, options)
      local data = { area = {}, period = periods, value = {} }
      for i = 1, #periods do data.area[i], data.value[i] = "Leeds", i % 2 end
      options = options or {}
      options.by = "area"
      return refusal(stats.xmr, data, options)
    end
    it("gaps, repeats and mixed kinds of period, naming area and period", function()
      assert.equal("area 'Leeds': 2 periods are missing between 'March 2023' and 'June 2023'",
        why({ "February 2023", "March 2023", "June 2023" }))
      assert.equal("area 'Leeds': period '2023-02' comes twice", why({ "2023-01", "2023-02", "2023-02" }))
      assert.equal("area 'Leeds': period '2023/24' is not of the same kind as '2023-01'",
        why({ "2023-01", "2023-02", "2023/24" }))
      assert.matches("^area 'Leeds': period 'spring' is none of: 2023, 2023/24", why({ "2023", "spring" }))
      assert.matches("^area 'Leeds': period '2023%-13' is none of", why({ "2023-12", "2023-13" }))
    end)
    it("series too short, other run lengths and bases that are no place of theirs", function()
      assert.equal("area 'Leeds': base 1 has no two values that follow one another", why({ "2023" }))
      assert.equal("area 'Leeds': a run or trend is of 6 or 7 points, not of 5", why({ "2022", "2023" }, { run = 5 }))
      assert.equal("area 'Leeds': base '2021' is not a period of the series",
        why({ "2022", "2023" }, { bases = { "2021" } }))
      assert.equal("area 'Leeds': base 1 does not begin at a later point of the series",
        why({ "2022", "2023" }, { bases = { 9 } }))
    end)
    it("an indicator with two directions", function()
      assert.equal("(options, better: 'up and down' is not one of: neither, up, down)",
        why({ "2022", "2023" }, { better = "up and down" }))
    end)
  end)
end)

describe("real series", function()
  local function real_it(name, path, run)
    it(name, function()
      local rows = support.sheet("data/outcomes/" .. path)
      if not rows then return pending("the published files are not in ../shared/data/outcomes") end
      run(rows)
    end)
  end

  real_it("[R94] of accident and emergency by month, for 42 systems", "england_icb_accidents_emergency.csv",
    function(rows)
      local data = { icb = {}, period = {}, value = {} }
      for i, row in ipairs(rows) do
        data.icb[i], data.period[i] = row.icb22_code, row.date
        data.value[i] = 100 - 100 * tonumber(row.attendances_over_4hours) / tonumber(row.total_attendances)
      end
      local points, series = stats.xmr(data, { by = "icb", better = "up", target = 95 })
      assert.same({ #rows, 42 }, { #points, #series })
      for row in series:rows() do
        assert.equal(40, row.points)
        assert.equal("July 2025", row.latest)
        assert(row.lower < row.mean and row.mean < row.upper)
        assert.is_nil(row.warning)
      end
    end)
  real_it("of delayed discharge by month, in two places", "lginform_gm_dtoc.csv", function(rows)
    local _, series = stats.xmr({
      area = support.texts(rows, "area_name"), period = support.texts(rows, "period"),
      value = support.numbers(rows, "value"),
    }, { by = "area", better = "down" })
    assert.equal(2, #series)
    assert.equal("2020-02-01", series:cell(1, "latest"))
    assert.equal(36, series:cell(1, "points"))
  end)
  real_it("of people not meeting the criteria to reside, by day", "england_icb_criteria_to_reside.csv", function(rows)
    local data = {
      icb = support.texts(rows, "icb22_code"), period = support.texts(rows, "date"),
      value = support.numbers(rows, "do_not_meet_criteria_to_reside"),
    }
    local points, series = stats.xmr(data, { by = "icb", better = "down", gaps = "allow" })
    assert.same({ #rows, 42 }, { #points, #series })
  end)
end)
