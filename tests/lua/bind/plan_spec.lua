local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/bind/support.lua")

local gbp, pct, rate = core.money.gbp, core.money.pct, core.money.rate
local refusal = support.refusal

--- Six practices of two systems; the last is in no district.
local function practices()
  return core.frame.new({
    { "practice", "text" }, { "icb", "text" }, { "district", "text" }, { "people", "quantity" },
    { "weighted", "quantity" }, { "paid", "money" },
  }, {
    { "P1", "QB", "d1", 10, "12.000000001", gbp "100.00" },
    { "P2", "QA", "d1", 20, 18, gbp "200.01" },
    { "P3", "QA", "d2", 30, nil, gbp "300.00" },
    { "P4", "QA", "d1", 40, 42, nil },
    { "P5", "QA", "d2", 50, 60, gbp "99.99" },
    { "P6", "QA", nil, 60, 60, gbp "77.00" },
  })
end

local function plan_of(spec)
  local all = { need = practices(), columns = { "people", "weighted" }, group = { outer = "icb", inner = "district" },
    baseline = "paid" }
  for key, value in pairs(spec or {}) do
    all[key] = value ~= "none" and value or nil
  end
  return core.calc.plan(all)
end

local function ask(changes)
  local all = { method = "pace", column = "weighted", growth = pct "4", closing = pct "50" }
  for key, value in pairs(changes or {}) do
    all[key] = value ~= "none" and value or nil
  end
  return all
end

local function pence_of(frame, name)
  local out = {}
  for row in frame:rows() do
    out[#out + 1] = row[name] and row[name]:pence() or "nil"
  end
  return out
end

describe("plan", function()
  describe("makes", function()
    it("[R30] need summed by place, with the practices that had none counted, and those in no place listed", function()
      local plan = plan_of()
      local f = plan:need()
      assert.same({ "icb", "code", "practices", "people", "weighted", "people_blanks", "weighted_blanks" }, f:names())
      assert.same({ "QA", "QA", "QB" }, f:column("icb"))
      assert.same({ "d1", "d2", "d1" }, f:column("code"))
      assert.same({ 2, 2, 1 }, f:column("practices"))
      assert.same({ 60.0, 80.0, 10.0 }, f:column("people"))
      assert.same({ 60.0, 60.0, 12.000000001 }, f:column("weighted"))
      assert.same({ 0, 1, 0 }, f:column("weighted_blanks"))
      assert.same({ 6 }, plan:left_out())
      assert.equal("plan of 3 places in 2 systems", tostring(plan))
    end)
    it("[R29] a budget for every place of every system, each system's footing to its own envelope", function()
      -- QA: 600.00 grown by 4 % is 624.00; need is equal, so targets are 312.00 each. d1 has 200.01, which grows
      -- to 208.0104, and moves half way: 260.0052; d2 gets the rest, 363.9948.
      local f = plan_of():run(ask())
      assert.same({ 20001, 39999, 10000 }, pence_of(f, "baseline"))
      assert.same({ 31200, 31200, 10400 }, pence_of(f, "target"))
      assert.same({ 26001, 36399, 10400 }, pence_of(f, "allocation"))
      assert.equal(rate "-0.3333", f:cell(1, "opening_distance"))
      assert.equal(pct "4", f:cell(3, "growth"))
      assert.same({ "icb", "code", "baseline", "target", "allocation", "growth", "opening_distance", "closing_distance",
        "weight", "practices" }, f:names())
    end)
    it("weights of several columns by rates, and the same again when asked again", function()
      local plan = plan_of()
      local half = { people = rate "0.5", weighted = rate "0.5" }
      local f = plan:run(ask { column = "none", weights = half })
      assert.same({ 60.0, 70.0, 11.000000001 }, f:column("weight"))
      plan:run(ask { column = "people" })
      assert.same(pence_of(f, "allocation"),
        pence_of(plan:run(ask { column = "none", weights = half }), "allocation"))
    end)
    it("envelopes given for one system, and grown for the others", function()
      local f = plan_of():run(ask { envelope = { QB = gbp "1" } })
      assert.same({ 26001, 36399, 100 }, pence_of(f, "allocation"))
      assert.same({ 100 },
        pence_of(plan_of():run(ask { icb = "QB", envelope = gbp "1", growth = "none" }), "allocation"))
    end)
    it("places by a list as well as by a column", function()
      local places = { outer = "icb", assign = { 2, 1, 1, 2, 2, false }, codes = { "north", "south" } }
      local plan = plan_of { group = places }
      local f = plan:need()
      assert.same({ "north", "south", "south" }, f:column("code"))
      assert.same({ 50.0, 90.0, 10.0 }, f:column("people"))
    end)
    it("baselines of a frame of their own, of a table, or none at all", function()
      local own = core.frame.new({ { "baseline", "money" } }, { {}, { gbp "1" }, {}, {}, { gbp "2" }, {} })
      assert.same({ 100, 200, 0 }, pence_of(plan_of { baseline = own }:run(ask { envelope = { QB = gbp "0" },
        method = "need" }), "baseline"))
      local given = plan_of():run(ask { baselines = { QA = { d1 = gbp "5", d2 = gbp "5" }, QB = { d1 = gbp "1" } } })
      assert.same({ 500, 500, 100 }, pence_of(given, "baseline"))
      local none = plan_of { baseline = "none" }:run { method = "need", column = "weighted", icb = "QA",
        envelope = gbp "0.03" }
      assert.same({ "nil", "nil" }, pence_of(none, "baseline"))
      assert.same({ 2, 1 }, pence_of(none, "allocation"))
      assert.is_nil(none:cell(1, "growth"))
    end)
    it("[R31] budgets from bids, what is committed met in full", function()
      local f = plan_of():run { method = "bottom-up", column = "weighted", icb = "QA", envelope = gbp "90",
        bids = { QA = { d1 = gbp "60", d2 = gbp "40" } }, committed = { QA = { d1 = gbp "50" } } }
      assert.same({ 5800, 3200 }, pence_of(f, "allocation"))
    end)
    it("[R29] several years, each from the last", function()
      local f = plan_of():run(ask { growth = "none", path = { pct "4", pct "0" } })
      assert.same({ 1, 1, 1, 2, 2, 2 }, f:column("year"))
      assert.same({ 26001, 36399, 10400 }, { table.unpack(pence_of(f, "baseline"), 4) })
      -- Half way again: 286.005 and 337.995, whose odd penny goes to the lesser code.
      assert.same({ 28601, 33799, 10400 }, { table.unpack(pence_of(f, "allocation"), 4) })
    end)
    it("one budget for each column, the column named first", function()
      local f = plan_of():streams { method = "pace", columns = { "people", "weighted" }, growth = pct "4",
        closing = pct "50" }
      assert.same({ "people", "people", "people", "weighted", "weighted", "weighted" }, f:column("stream"))
      assert.same({ 26001, 36399, 10400 }, { table.unpack(pence_of(f, "allocation"), 4) })
    end)
    it("[R80] the working of each place, whose amounts add up to the figure", function()
      local f, working = plan_of():run(ask { explain = true })
      local steps = working:steps("QA", "d1")
      assert.equal(0, steps[1].depth)
      assert.equal(f:cell(1, "allocation"), steps[1].money)
      assert.equal("260.01000000000", steps[1].amount)
      local sum = 0
      for _, step in ipairs(steps) do
        if step.depth == 1 then
          sum = sum + math.tointeger(tonumber((step.amount:gsub("%.", ""))))
        end
      end
      assert.equal(26001 * 10 ^ 9, sum)
      assert.equal("envelope × baseline ÷ Σ baseline", steps[2].operation)
      assert.equal(gbp "624", steps[2].inputs[1].money)
      assert.is_nil(working:steps("QA", "d9"))
      assert.is_nil(working:steps("QZ", "d1"))
    end)
    it("the same pennies whatever the order of the practices", function()
      local need, rows = practices(), {}
      for i = #need, 1, -1 do
        rows[#rows + 1] = need:row(i)
      end
      local turned = core.frame.new({ { "practice", "text" }, { "icb", "text" }, { "district", "text" },
        { "people", "quantity" }, { "weighted", "quantity" }, { "paid", "money" } }, rows)
      assert.same(pence_of(plan_of():run(ask()), "allocation"),
        pence_of(plan_of { need = turned }:run(ask()), "allocation"))
    end)
  end)

  describe("refuses", function()
    local function spec_refused(spec)
      return refusal(function() plan_of(spec) end)
    end
    local function run_refused(options)
      local plan = plan_of()
      return refusal(function() plan:run(ask(options)) end)
    end
    it("a plan without practices, columns or places", function()
      assert.equal("bad argument #1 to 'plan' (need: an open frame with one row per practice expected)",
        spec_refused { need = "none" })
      assert.equal("bad argument #1 to 'plan' (there is no column 'wieghted'; did you mean 'weighted'?)",
        spec_refused { columns = { "wieghted" } })
      assert.equal("bad argument #1 to 'plan' (columns: column 'paid' holds money, not quantity)",
        spec_refused { columns = { "paid" } })
      assert.equal("bad argument #1 to 'plan' (group: inner: there is no column 'place')",
        spec_refused { group = { outer = "icb", inner = "place" } })
      assert.equal("bad argument #1 to 'plan' (group: assign: row 2 is in place 3, but there are 2 codes)",
        spec_refused { group = { outer = "icb", assign = { 1, 3 }, codes = { "n", "s" } } })
    end)
    it("a baseline that is not money, or not of the same practices", function()
      assert.equal("bad argument #1 to 'plan' (baseline: column 'people' holds quantity, not money)",
        spec_refused { baseline = "people" })
      assert.equal("bad argument #1 to 'plan' (baseline: the frame has 1 rows, and need has 6)",
        spec_refused { baseline = core.frame.new({ { "baseline", "money" } }, { {} }) })
    end)
    it("an option that it has not, with the nearest", function()
      assert.equal("bad argument #1 to 'run' (options: 'flor' is not known; did you mean 'floor'?)",
        run_refused { flor = pct "1" })
    end)
    it("[R27] numbers where rates and money are meant", function()
      assert.equal('bad argument #1 to \'run\' (growth: rate expected, got 0.05; write rate "0.05" or pct "5")',
        run_refused { growth = 0.05 })
      assert.equal('bad argument #1 to \'run\' (envelope: QB: money expected, got 5; write gbp "5.00")',
        run_refused { envelope = { QB = 5 } })
      assert.equal('bad argument #1 to \'run\' (weights: people: rate expected, got 1; write rate "1" or pct "100")',
        run_refused { column = "none", weights = { people = 1 } })
    end)
    it("a method that is not one, or that is told too little", function()
      assert.equal("bad argument #1 to 'run' (method: 'fair' is not one; write uniform, pace, banded, bottom-up, "
        .. "hybrid or need)", run_refused { method = "fair" })
      assert.matches("closing: say what fraction of the distance from target is closed",
        run_refused { closing = "none" })
      assert.matches("mix: three rates expected", run_refused { method = "hybrid" })
      assert.matches("column: say one column to share by, or weights for several", run_refused { column = "none" })
      assert.matches("growth: path says how each year grows; leave growth out", run_refused { path = { pct "1" } })
    end)
    it("codes that no system or place has", function()
      assert.equal("bad argument #1 to 'run' (icb: there is no system 'QZ')", run_refused { icb = "QZ" })
      assert.equal("bad argument #1 to 'run' (envelope: there is no system 'QY')",
        run_refused { envelope = { QZ = gbp "1", QY = gbp "1" } })
      assert.equal("bad argument #1 to 'run' (bids: there is no place 'd9')",
        run_refused { bids = { QA = { d9 = gbp "1" } } })
      assert.equal("bad argument #1 to 'run' (weights: the plan has no column 'pople')",
        run_refused { column = "none", weights = { pople = rate "1" } })
      assert.equal("bad argument #1 to 'run' (envelope: one amount for 2 systems; write { code = money })",
        run_refused { envelope = gbp "1" })
    end)
    it("what a calculation cannot do, naming the system", function()
      assert.equal("QB: no envelope, and no growth to make one from",
        run_refused { growth = "none", envelope = { QA = gbp "1" } })
      assert.matches("^QA: .*floor", run_refused { floor = pct "50" })
      assert.equal("QA: growth of -100.1% is below -100%", run_refused { growth = pct "-100.1" })
    end)
    it("what a calculation cannot do in one of the streams, naming that too", function()
      local plan = plan_of()
      assert.matches("^people: QA: ", refusal(function()
        plan:streams { method = "pace", columns = { "people" }, growth = pct "4", closing = pct "50", floor = pct "50" }
      end))
    end)
  end)

  describe("lives", function()
    it("with the frame it was made from, which it keeps", function()
      local plan = plan_of()
      collectgarbage()
      collectgarbage()
      assert.equal(3, #plan:run(ask()))
    end)
    it("no longer than that frame, which may be closed by hand", function()
      local need = practices()
      local plan = plan_of { need = need }
      need:close()
      assert.equal("calling 'run' on bad self (plan, or the frame it was made from, is closed)",
        refusal(function() plan:run(ask()) end))
      assert.equal("plan (closed)", tostring(plan))
    end)
    it("through a to-be-closed scope and a second close", function()
      local kept, working
      do
        local plan <close> = plan_of()
        kept = plan
        working = select(2, plan:run(ask { explain = true }))
      end
      kept:close()
      assert.equal("calling 'steps' on bad self (its plan is closed)",
        refusal(function() working:steps("QA", "d1") end))
    end)
    it("for as long as a working needs it", function()
      local _, working = plan_of():run(ask { explain = true })
      collectgarbage()
      collectgarbage()
      assert.equal(gbp "260.01", working:steps("QA", "d1")[1].money)
    end)
  end)
end)

describe("calculations by themselves", function()
  it("make the overlap of two areas, by their people", function()
    local o = core.calc.overlap(100, 50, 49)
    assert.same({ 0.49, 0.98, 0.49, 49 / 101, "partial" }, { o.of_a, o.of_b, o.coterminosity, o.jaccard, o.class })
    assert.is_nil(core.calc.overlap(0, 50, 0).of_a)
  end)
  it("[R30] make the need index of a part against its whole, nil when there is nobody", function()
    assert.equal(1.2, core.calc.index(12, 10, 100, 100))
    assert.is_nil(core.calc.index(12, 0, 100, 100))
  end)
  it("refuse people that cannot be", function()
    assert.equal("bad argument #3 to 'overlap' (more people in both areas than in one)",
      refusal(function() core.calc.overlap(1, 2, 2) end))
    assert.equal("bad argument #1 to 'index' (a number of people, not negative, expected)",
      refusal(function() core.calc.index(-1, 1, 1, 1) end))
  end)
  it("[R23] make a table whose rows and columns both foot", function()
    local third = { core = 1, primary = 1, other = 1 }
    local out = core.calc.share_table({ { "a", gbp "1" }, { "b", gbp "1" } },
      { { "core", gbp "0.67" }, { "primary", gbp "0.67" }, { "other", gbp "0.66" } }, { a = third, b = third })
    for _, row in pairs(out) do
      assert.equal(gbp "1", row.core + row.primary + row.other)
    end
    assert.same({ gbp "0.67", gbp "0.67", gbp "0.66" }, { out.a.core + out.b.core, out.a.primary + out.b.primary,
      out.a.other + out.b.other })
  end)
  it("refuse a table that cannot foot, or that is not well said", function()
    local rows, weights = { { "a", gbp "1" } }, { a = { x = 1 } }
    assert.equal("rows sum to £1.00 and columns to £2.00",
      refusal(function() core.calc.share_table(rows, { { "x", gbp "2" } }, weights) end))
    assert.equal('bad argument #2 to \'share_table\' (item 1: money expected, got 2; write gbp "2.00")',
      refusal(function() core.calc.share_table(rows, { { "x", 2 } }, weights) end))
    assert.equal("bad argument #3 to 'share_table' (row 'a': every weight is nil)",
      refusal(function() core.calc.share_table(rows, { { "x", gbp "1" } }, { a = {} }) end))
  end)
  it("share a deficit by each rule, and repay it, to the penny", function()
    local parts = { { code = "a", own = gbp "10", allocation = gbp "1", weight = 3 },
      { code = "b", own = gbp "-4", allocation = gbp "2", weight = 1 } }
    local function shared(rule, reserve)
      local out, met = core.calc.deficit(parts, rule, reserve)
      return { out.a, out.b, met }
    end
    assert.same({ gbp "10", gbp "-4", gbp "0" }, shared("own"))
    assert.same({ gbp "2", gbp "4", gbp "0" }, shared("allocation"))
    assert.same({ gbp "4.50", gbp "1.50", gbp "0" }, shared("need"))
    assert.same({ gbp "1", gbp "2", gbp "3" }, shared("reserve", gbp "3"))
    assert.same({ gbp "0.34", gbp "0.33", gbp "0.33" }, core.calc.repay(gbp "1", 3))
  end)
  it("refuse rules that are not there and money that is a number", function()
    assert.matches("invalid option 'fair'", refusal(function() core.calc.deficit({ { code = "a" } }, "fair") end))
    assert.equal('bad argument #1 to \'deficit\' (item 1: own: money expected, got 5; write gbp "5.00")',
      refusal(function() core.calc.deficit({ { code = "a", own = 5 } }, "own") end))
    assert.equal("bad argument #2 to 'repay' (1 to 1000 years expected)",
      refusal(function() core.calc.repay(gbp "1", 0) end))
  end)
end)
