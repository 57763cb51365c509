local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local core <const> = require("stead.core")
local money <const> = core.money
local pct <const> = money.pct

--- Baseline and allocation in pence: 2022/23 payments grown by 3.6%, a quarter of the distance closed, floor 2%.
local PUBLISHED <const> = {
  { "bradford-district-and-craven", 12221447569, 12465876521 }, { "calderdale", 3427539586, 3624940377 },
  { "kirklees", 7089661923, 7419645435 }, { "leeds", 15588156436, 16256050334 },
  { "wakefield", 6450073840, 6622334344 },
}
local ENVELOPE <const> = 46388847011

describe("The primary medical budget of West Yorkshire", function()
  local book, base
  setup(function()
    book = support.open(support.west_yorkshire())
    base = book:allocate({ stream = "primary-medical", year = "2023/24" })
  end)
  teardown(function()
    book:close()
    support.clear()
  end)

  it("[R3] [R29] is, place by place, the published check to the penny", function()
    for i, each in ipairs(PUBLISHED) do
      local line = base.place[each[1]]
      assert.are.equal(base.place[i], line)
      assert.are.equal(each[2], line.baseline:pence(), each[1])
      assert.are.equal(each[3], line.allocation:pence(), each[1])
    end
    local total, envelope = base:total()
    assert.are.equal(ENVELOPE, total:pence())
    assert.are.equal(ENVELOPE, envelope:pence())
    assert.is_true(base:foots())
  end)

  it("[R29] grows no place by less than the floor, and closes distance for all", function()
    for _, line in ipairs(base.place) do
      assert.is_true(line.allocation >= line.baseline:times(pct("102")), line.name)
      local before, after = line.opening_distance:parts(), line.closing_distance:parts()
      assert.is_true(math.abs(after) < math.abs(before), line.name)
    end
  end)

  it("[R32] lists the twelve practices with need and no payment, with their weight", function()
    local text = tostring(base)
    assert.matches("12 practices with need and no payment in 2022/23: in targets, not in baselines", text, 1, true)
    for code in ("B82020 B83021 B83023 B83027 B83049 B83061 B83602 B87041 B87600 Y00081 Y00848 Y05180"):gmatch("%S+") do
      assert.matches(code .. "  [^\n]+  [%d,.]+ weighted people", text)
    end
    assert.matches("5 practices paid in 2022/23 with no need in 2023/24: £3,088,642.51, in no baseline", text, 1, true)
  end)

  it("[R23] is a choice of this system: its book declares the terms, and a change is the user's", function()
    assert.matches("foots to the penny · method pace · growth 3.6%% · closing 25%% · floor 2%% · terms: illustrative",
      tostring(base))
    local changed = book:allocate({ stream = "primary-medical", year = "2023/24", growth = pct("4") })
    assert.matches("growth 4%% .* terms: illustrative · growth: user", tostring(changed))
  end)

  it("[R45] takes another method when one is asked for, and lets go the terms of the one declared", function()
    local uniform = book:allocate({ stream = "primary-medical", year = "2023/24", method = "uniform" })
    for _, line in ipairs(uniform.place) do
      assert.is_true(math.abs(line.growth:parts() - pct("3.6"):parts()) <= 1)
    end
    assert.is_nil(uniform.terms.floor)
    support.refuses(2, "method uniform does not use %-%-floor", book.allocate, book,
      { stream = "primary-medical", year = "2023/24", method = "uniform", floor = pct("2") })
  end)

  it("[R134] sums Craven into Bradford's place although its council is North Yorkshire", function()
    local craven = book:sql([[select count(*) as n from place_practice p join practice_need_people n
      on n.practice = p.practice and n.year = p.year where p.place = 'bradford-district-and-craven'
      and n.district = 'E07000163' and p.year = '2023/24']])
    assert.are.equal(4, craven:cell(1, "n"))
  end)

  describe("asked what if", function()
    it("[R23] leaves the base as it was, and the difference sums to nothing", function()
      local before = base:csv()
      local other = base:with({ floor = pct("2.25") })
      local frame, sum = other:against(base), money.pence(0)
      for row in frame:rows() do
        sum = sum + row.difference
        assert.are.equal(row.after:pence(), (row.before + row.difference):pence())
      end
      assert.are.equal(0, sum:pence())
      assert.are.equal(before, base:csv())
      assert.are.equal(pct("2"), base.terms.floor)
      assert.are.equal(pct("2.25"), other.terms.floor)
      assert.are_not.equal(base.place.leeds.allocation, other.place.leeds.allocation)
    end)

    it("takes a term by its long name too, and gives the same", function()
      local short = base:with({ floor = pct("2.25") })
      local long = base:with({ ["primary-medical.floor_growth"] = pct("2.25") })
      assert.are.equal(short:csv(), long:csv())
    end)

    it("may be asked of what was already changed", function()
      local twice = base:with({ closing = pct("50") }):with({ floor = pct("1") })
      local once = base:with({ closing = pct("50"), floor = pct("1") })
      assert.are.equal(once:csv(), twice:csv())
    end)

    it("takes the share by weights of components in place of the stream's own", function()
      local rate = money.rate
      local other = base:with({ weights = { primary_medical_need = rate("0.85"), health_inequalities = rate("0.15") } })
      for i, line in ipairs(other.place) do
        assert.is_true(math.abs(line.target:pence() - base.place[i].target:pence()) <= 1)
      end
      assert.matches("weights health_inequalities 15%%, primary_medical_need 85%%", tostring(other))
    end)

    it("takes an envelope in place of growth, and growth in place of an envelope", function()
      local fixed = base:with({ envelope = money.gbp("470m") })
      assert.are.equal(47000000000, (fixed:total()):pence())
      assert.are.equal(ENVELOPE, (fixed:with({ growth = pct("3.6") }):total()):pence())
    end)

    it("refuses a term that there is not, one of the wrong kind, and one that the method has no use for", function()
      support.refuses(2, "no term 'flor' .* did you mean 'floor'", base.with, base, { flor = pct("2") })
      support.refuses(2, "no term 'core.floor_growth'", base.with, base, { ["core.floor_growth"] = pct("2") })
      support.refuses(2, "floor must be a rate, such as pct \"2.5\", not the number 0.02", base.with, base,
        { floor = 0.02 })
      support.refuses(2, "method pace does not use %-%-cap", base.with, base, { cap = pct("2") })
    end)

    it("refuses a floor that cannot be met and says by how much; nothing is allocated", function()
      support.refuses(1, "^QWO: the floor asks for £37,612,578%.68 more than the envelope of £463,888,470%.11; nothing",
        base.with, base, { floor = pct("12") })
    end)

    it("refuses growth and floors below −100%, and closing outside 0% to 100%", function()
      support.refuses(2, "growth of %-101%%: nothing can fall by more than 100%%", base.with, base,
        { growth = pct("-101") })
      support.refuses(2, "floor of %-100.5%%", base.with, base, { floor = pct("-100.5") })
      support.refuses(2, "closing of 125%% is not from 0%% to 100%%", base.with, base, { closing = pct("125") })
      support.refuses(2, "floor of 5%% is above the ceiling of 2%%", base.with, base,
        { floor = pct("5"), ceiling = pct("2") })
    end)

    it("refuses to be set against an allocation of other places", function()
      local councils = book:allocate({ stream = "primary-medical", year = "2023/24", by = "council" })
      support.refuses(2, "not of the same places", base.against, base, councils)
    end)
  end)

  describe("over five years", function()
    it("[R29] foots each year, each year from the last one's allocations", function()
      local years = base:path(5)
      local sums, before, rows = {}, {}, 0
      for row in years:rows() do
        local at = sums[row.year] or { baseline = money.pence(0), allocation = money.pence(0) }
        at.baseline, at.allocation = at.baseline + row.baseline, at.allocation + row.allocation
        sums[row.year] = at
        if before[row.code] then
          assert.are.equal(before[row.code], row.baseline:pence())
        end
        before[row.code] = row.allocation:pence()
        rows = rows + 1
      end
      assert.are.equal(25, rows)
      for year = 2023, 2027 do
        local at = sums[core.text.year_text(year)]
        assert.are.equal(at.baseline:times(pct("103.6")):pence(), at.allocation:pence(), year)
      end
      assert.are.equal(base.place.leeds.allocation:pence(), years:row(4).allocation:pence())
    end)

    it("brings each place nearer its target every year", function()
      local last = {}
      for row in base:path(5):rows() do
        local now = math.abs(row.closing_distance:parts())
        assert.is_true(not last[row.code] or now < last[row.code], row.code .. " " .. row.year)
        last[row.code] = now
      end
    end)

    it("refuses when there is no growth to go on with", function()
      local fixed = book:allocate({ stream = "primary-medical", year = "2023/24", envelope = money.gbp("470m") })
      support.refuses(2, "several years need %-%-growth", fixed.path, fixed, 5)
    end)
  end)
end)

describe("A book's stream that is shared by need alone", function()
  local book
  setup(function()
    book = support.open(support.west_yorkshire({ ["policy/variations/core-share-of-leeds.lua"] = false }))
  end)
  teardown(function()
    book:close()
    support.clear()
  end)

  it("[R133] gives each place its share of the declared envelope, and foots", function()
    local made = book:allocate({ stream = "core", year = "2023/24" })
    assert.are.equal(450000000000, (made:total()):pence())
    for _, line in ipairs(made.place) do
      assert.are.equal(line.target, line.allocation)
      assert.is_nil(line.baseline)
      assert.is_nil(line.growth)
    end
  end)

  it("refuses a stream that there is not", function()
    support.refuses(2, "no stream 'primary%-medcal'; did you mean 'primary%-medical'", book.allocate, book,
      { stream = "primary-medcal", year = "2023/24" })
    support.refuses(2, "no stream 'adult%-social%-care'", book.allocate, book,
      { stream = "adult-social-care", year = "2023/24" })
  end)
end)
