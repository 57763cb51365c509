--- The steps that rules are written in: real figures, the worked examples of the field, and refusals.
local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/bind/support.lua")

local gbp, pct, pence = core.money.gbp, core.money.pct, core.money.pence
local parts = core.parts

--- What a step says when it refuses; the steps here are not the last thing that their function does.
local function refused(call)
  return support.refusal(function()
    local value = call()
    return value
  end)
end

local function in_pence(made)
  local out = {}
  for code, amount in pairs(made:money()) do
    out[code] = amount:pence()
  end
  return out
end

-- NHS West Yorkshire by place: payments to general practice 2022/23, and weighted people 2023/24.
local function west_yorkshire()
  return core.calc.plan({
    need = core.frame.new(
      { { "icb", "text" }, { "place", "text" }, { "weighted", "quantity" }, { "paid", "money" } },
      {
        { "QWO", "bradford-craven", "26398.473033954", pence(12221447569) },
        { "QWO", "bradford-craven", "645640.178119444", nil },
        { "QWO", "calderdale", "226343.322629270", pence(3427539586) },
        { "QWO", "kirklees", "448105.923616411", pence(7089661923) },
        { "QWO", "leeds", "970485.894717968", pence(15588156436) },
        { "QWO", "wakefield", "374891.982889410", pence(6450073840) },
      }
    ),
    columns = { "weighted" }, group = { outer = "icb", inner = "place" }, baseline = "paid",
  })
end

local function pace(given)
  return given.baseline
    :grow_to(given.envelope, "everyone shares the growth")
    :move_towards(given.target, pct "25", "part of the distance from target is closed")
    :no_part_below(given.baseline:uplift(pct "2"), "nobody grows by less than the floor")
    :foot_to(given.envelope)
end

-- Worked example 3 of the field: G 1,040, in millions.
local function example_3()
  local baseline = parts.new({ P1 = gbp "420m", P2 = gbp "330m", P3 = gbp "250m" })
  local target = parts.new({ P1 = gbp "416m", P2 = gbp "364m", P3 = gbp "260m" })
  return baseline, target, gbp "1,040m"
end

-- Every digit of a working amount as one whole number, which may wrap: sums of such still agree.
local function digits(text)
  local number = 0
  for digit in text:gmatch("%d") do
    number = number * 10 + math.tointeger(digit)
  end
  return text:sub(1, 1) == "-" and -number or number
end

local overspend = { icb = gbp "24,860,000", council = gbp "13,940,000" }

describe("parts", function()
  describe("give", function()
    it("[R29] West Yorkshire's budgets to the penny, and the frame that a run gives", function()
      local plan = west_yorkshire()
      local given = plan:given({ column = "weighted", growth = pct "3.6" })
      local final = pace(given)
      assert.equal(46388847011, given.envelope.QWO:pence())
      assert.same({
        ["bradford-craven"] = 12465876521, calderdale = 3624940377, kirklees = 7419645435, leeds = 16256050334,
        wakefield = 6622334344,
      }, in_pence(final))
      local run = plan:run({
        method = "pace", column = "weighted", growth = pct "3.6", closing = pct "25", floor = pct "2",
      })
      assert.equal(core.sheet.csv(run), core.sheet.csv(plan:awards(final, given)))
    end)

    it("[R29] worked example 3: uniform, a quarter of the way, a floor, bids scaled, and a mix", function()
      local baseline, target, envelope = example_3()
      local function footed(made)
        local out = in_pence(made:foot_to(envelope))
        return { out.P1, out.P2, out.P3 }
      end
      local uniform = baseline:grow_to(envelope)
      local moved = uniform:move_towards(target, pct "25")
      local floor = baseline:uplift(pct "3.5")
      local bids = parts.new({ P1 = gbp "410m", P2 = gbp "355m", P3 = gbp "285m" })
      local scaled = bids:scale_to(envelope)
      local hybrid = uniform:mix({ { pct "50", uniform }, { pct "30", target }, { pct "20", scaled } })
      assert.same({ 43680000000, 34320000000, 26000000000 }, footed(uniform))
      assert.same({ 43160000000, 34840000000, 26000000000 }, footed(moved))
      assert.same({ 43470000000, 34577839506, 25952160494 }, footed(moved:no_part_below(floor)))
      assert.same({ 40609523809, 35161904762, 28228571429 }, footed(scaled))
      assert.same({ 42441904762, 35112380952, 26445714286 }, footed(hybrid))
    end)

    it("[R29] worked example 2.B by convergence, as a run does", function()
      -- weighted people in proportion to the shares of 2.A that the field prints
      local plan = core.calc.plan({
        need = core.frame.new({ { "icb", "text" }, { "area", "text" }, { "w", "quantity" }, { "paid", "money" } }, {
          { "Q", "X", "2106.4267", gbp "2,080m" }, { "Q", "Y", "1222.1182", gbp "1,120m" },
          { "Q", "Z", "831.4551", gbp "800m" },
        }),
        columns = { "w" }, group = { outer = "icb", inner = "area" }, baseline = "paid",
      })
      local terms = { column = "w", envelope = gbp "4,160m" }
      local given = plan:given(terms)
      local final = given.baseline
        :converge(given.target, { closing = pct "25", cap = pct "0.5" }, given.envelope)
        :foot_to(given.envelope)
      terms.method, terms.closing, terms.cap = "banded", pct "25", pct "0.5"
      assert.equal(core.sheet.csv(plan:run(terms)), core.sheet.csv(plan:awards(final, given)))
      local pounds = {}
      for code, amount in pairs(in_pence(final)) do
        pounds[code] = (amount + 50000) // 100000
      end
      assert.same({ X = 2155364, Y = 1171781, Z = 832855 }, pounds)
    end)

    it("[R25] an overspend met from three funds, shared by contributions, and held to a cap", function()
      local left = parts.amount(gbp "1,137,421.19")
        :met_from("underspends elsewhere in the pool", gbp "212,300.00")
        :met_from("the risk pool", gbp "400,000.00")
        :met_from("schemes not yet committed", parts.amount(gbp "150,000.00"))
      assert.equal(gbp "375,121.19", left:money())
      assert.equal("-150000.00000000000", left:delta())
      local national = left:share(overspend, "in proportion to contributions")
      assert.same({ icb = 24034827, council = 13477292 }, in_pence(national))
      local local_ = national:cap({ council = gbp "100,000.00", excess_to = "icb" })
      assert.same({ icb = 27512119, council = 10000000 }, in_pence(local_))
      assert.same({ icb = 27512119, council = 10000000 },
        in_pence(national:cap({ council = gbp "100,000.00", excess_to = "others" })))
      assert.equal("-34772.92000000000", local_:delta("council"))
    end)

    it("[R25] nothing drawn when there is nothing left to meet", function()
      local met = parts.amount(gbp "10"):met_from("the pool", gbp "25")
      assert.equal(gbp(0), met:money())
      assert.equal(gbp(0), met:met_from("another", gbp "5"):money())
      assert.equal(gbp(-3), parts.amount(gbp(-3)):met_from("another", gbp "5"):money())
    end)

    it("[R29] amounts that are not whole pence, to the last digit", function()
      local third = parts.amount(gbp "0.01"):times(pct "33.3333333")
      assert.equal("0.00333333333", third:text())
      assert.equal("£0.00333333333", tostring(third))
      local shares = third:share({ a = 1, b = 1 })
      assert.equal(third, shares:total())
      assert.equal("-£1.50", tostring(parts.amount(gbp "-1.50")))
    end)

    it("[R29] rates, floors and ceilings by code, by system and for the rest", function()
      local two = parts.new({ QA = { a = gbp(100), b = gbp(100) }, QB = { a = gbp(100) } })
      local raised = two:uplift({ QA = { b = pct "5" }, QB = pct "10", otherwise = pct "1" })
      assert.equal(gbp(101), raised:of("a", "QA"):money())
      assert.equal(gbp(105), raised:of("b"):money())
      assert.equal(gbp(110), raised:of("a", "QB"):money())
      assert.equal(gbp(300), two:total():money())
      assert.equal(gbp(100), two:total("QB"):money())
      local held = two:no_part_below({ b = gbp(120) }):foot_to({ QA = gbp(200), QB = gbp(100) })
      assert.equal(gbp(80), held:of("a", "QA"):money())
      assert.same({ "a", "b" }, held:codes("QA"))
      assert.same({ "QA", "QB" }, held:systems())
      assert.equal(gbp(150), two:plus({ QB = { a = gbp(50) } }):of("a", "QB"):money())
      assert.equal(gbp(120), held:money().QA.b)
    end)

    it("[R29] a floor that holds when what was footed is bound and footed again", function()
      local baseline, _, envelope = example_3()
      local once = baseline:grow_to(envelope):no_part_below({ P1 = gbp "500m" }):foot_to(envelope)
      local twice = once:no_part_below({ P2 = gbp "300m" }):foot_to(envelope)
      assert.equal(gbp "500m", twice:of("P1"):money())
      assert.equal(gbp "300m", twice:of("P2"):less(gbp(0)):money() < gbp "300m" and gbp(0) or gbp "300m")
      assert.equal("0.00000000000", twice:times(pct "50"):foot_to(gbp "520m"):foot("P1").bound)
    end)
  end)

  describe("remember", function()
    it("[R32] the step, the sentence, what they were made from and with", function()
      local given = west_yorkshire():given({ column = "weighted", growth = pct "3.6" })
      local final = pace(given)
      local bound = final:made().from
      assert.equal("foot_to", final:made().op)
      assert.is_nil(final:made().sentence)
      assert.equal("no_part_below", bound:made().op)
      assert.equal("nobody grows by less than the floor", bound:made().sentence)
      local moved = bound:made().from:made()
      assert.equal("target", moved.with[1].label)
      assert.is_true(rawequal(given.target, moved.with[1].value))
      assert.equal("25%", tostring(moved.with[2].value))
      assert.equal("given", moved.from:made().from:made().op)
      assert.is_nil(moved.from:made().from:made().from)
      assert.equal("5 parts of QWO: £463,888,470.11", tostring(final))
    end)

    it("[R32] arguments as they were, whatever becomes of the table", function()
      local envelope = { QA = gbp(10) }
      local grown = parts.new({ QA = { a = gbp(1) } }):grow_to(envelope)
      envelope.QA = nil
      assert.equal(gbp(10), grown:made().with[1].value.QA)
      local caps = { a = gbp(4), excess_to = "b" }
      local capped = parts.new({ a = gbp(5), b = gbp(5) }):cap(caps)
      assert.equal("b", capped:made().with[1].value.excess_to)
      assert.equal("b", caps.excess_to)
    end)

    it("[R32] deltas that add up, digit for digit, from the baseline to the budget", function()
      local given = west_yorkshire():given({ column = "weighted", growth = pct "3.6" })
      local final = pace(given)
      for _, code in ipairs(final:codes()) do
        local sum, at = 0, final
        while at do
          sum = sum + digits(at:delta(code))
          at = at:made().from
        end
        assert.equal(digits(final:of(code):text()), sum)
        local foot, added = final:foot(code), 0
        for _, text in pairs(foot) do
          added = added + digits(text)
        end
        assert.equal(digits(final:delta(code)), added)
      end
      assert.is_nil(given.baseline:foot("leeds"))
      assert.equal(970485.894717968, final:weight("leeds"))
      assert.is_nil(parts.new({ a = gbp(1) }):weight("a"))
    end)
  end)

  describe("refuse", function()
    local some = parts.new({ a = gbp(1), b = gbp(2) })

    it("[R32] what is not money, a rate or parts, naming step, argument and code", function()
      assert.equal("uplift: rate: rate expected, got 0.05; write rate \"0.05\" or pct \"5\"",
        refused(function() return some:uplift(0.05) end))
      assert.equal("uplift: rate: 'b': rate expected, got 0.05; write rate \"0.05\" or pct \"5\"",
        refused(function() return some:uplift({ a = pct "1", b = 0.05 }) end))
      assert.equal("uplift: rate: no rate for 'b'; write otherwise = …",
        refused(function() return some:uplift({ a = pct "1" }) end))
      assert.equal("grow_to: envelope: money expected, got 12.5; write gbp \"12.50\"",
        refused(function() return some:grow_to(12.5) end))
      assert.equal("plus: parts: 'a': money expected, got 5; write gbp \"5.00\"",
        refused(function() return some:plus({ a = 5 }) end))
      assert.equal("new: parts: 'a': money expected, got 5; write gbp \"5.00\"",
        refused(function() return parts.new({ a = 5 }) end))
      assert.equal("move_towards: target: parts expected, got nil",
        refused(function() return some:move_towards(nil, pct "1") end))
      assert.equal("grow_to: sentence: text expected, got 5",
        refused(function() return some:grow_to(gbp(1), 5) end))
      assert.equal("met_from: the pool: there is less than nothing to draw on",
        refused(function() return parts.amount(gbp(1)):met_from("the pool", gbp(-1)) end))
      assert.equal("converge: options: 'closnig' is not one; write closing, cap or floor",
        refused(function() return some:converge(some, { closnig = pct "1" }, gbp(3)) end))
    end)

    it("[R32] codes and systems that nobody has", function()
      local two = parts.new({ QA = { a = gbp(1) }, QB = { a = gbp(1) } })
      assert.equal("plus: parts: there is no part 'c'",
        refused(function() return some:plus({ d = gbp(1), c = gbp(1) }) end))
      assert.equal("plus: parts: there is no part 'b'",
        refused(function() return two:plus({ QA = { b = gbp(1) } }) end))
      assert.equal("grow_to: envelope: there is no system 'QX'", refused(function()
        return two:grow_to({ QA = gbp(1), QX = gbp(1) })
      end))
      assert.equal("grow_to: envelope: no amount for 'QB'", refused(function() return two:grow_to({ QA = gbp(1) }) end))
      assert.equal("grow_to: envelope: one amount for 2 systems; write { code = money }",
        refused(function() return two:grow_to(gbp(1)) end))
      assert.equal("bad argument #1 to 'of' ('a' is a part of several systems; name one after it)",
        refused(function() return two:of("a") end))
      assert.equal("bad argument #1 to 'of' (there is no part 'z')", refused(function() return two:of("z") end))
      assert.equal("share: weights: parts of 2 systems; an amount is shared in one",
        refused(function() return parts.amount(gbp(1)):share(two) end))
    end)

    it("[R32] parts of other places, naming who is in one and not in the other", function()
      assert.equal("plus: parts: part 'b' is in one and not in the other",
        refused(function() return some:plus(parts.new({ a = gbp(1) })) end))
      assert.equal("mix: item 2: part 'c' is in one and not in the other", refused(function()
        return some:mix({ { pct "50", some }, { pct "50", parts.new({ a = gbp(1), b = gbp(1), c = gbp(1) }) } })
      end))
      local given = west_yorkshire():given({ column = "weighted", growth = pct "1" })
      assert.equal("bad argument #1 to 'awards' (part 'a' is in one and not in the other)",
        refused(function() return west_yorkshire():awards(some, given) end))
    end)

    it("[R29] parts that do not foot, negative ones, and pennies that are not whole", function()
      local given = west_yorkshire():given({ column = "weighted", growth = pct "1" })
      local plan = west_yorkshire()
      assert.equal("foot_to: parts come to £3.00, £1.00 less than the envelope of £4.00",
        refused(function() return some:foot_to(gbp(4)) end))
      assert.equal("foot_to: QWO: parts come to £447,768,793.54, "
        .. "£4,477,687.94 less than the envelope of £452,246,481.48",
        refused(function() return given.baseline:foot_to(given.envelope) end))
      assert.equal("foot_to: amount of 'a' is negative", refused(function()
        return some:less({ a = gbp(2) }):foot_to(gbp(1))
      end))
      assert.equal("no_part_above: ceiling of 'a' is negative",
        refused(function() return some:no_part_above({ a = gbp(-1) }) end))
      assert.equal("money: amount of 'a' is not whole pence; foot it first",
        refused(function() return some:times(pct "0.1"):money() end))
      assert.equal("bad argument #1 to 'awards' (QWO: parts come to £447,768,793.54, "
        .. "and the envelope is £452,246,481.48)",
        refused(function() return plan:awards(given.baseline, given) end))
      assert.equal("bad argument #1 to 'awards' (amount of 'bradford-craven' is not whole pence; foot it first)",
        refused(function() return plan:awards(given.target, given) end))
    end)

    it("[R29] bounds that cannot be met, by how much and where", function()
      local given = west_yorkshire():given({ column = "weighted", growth = pct "1" })
      assert.equal("foot_to: QWO: the floor asks for £4,477,687.95 more "
        .. "than the envelope of £452,246,481.48",
        refused(function()
          return given.baseline:grow_to(given.envelope):no_part_below(given.baseline:uplift(pct "2"))
            :foot_to(given.envelope)
        end))
      assert.equal("cap: £1.50 is left that nobody bears: 'b', who takes the excess, is capped too",
        refused(function() return some:cap({ a = gbp(1), b = gbp "0.50", excess_to = "b" }) end))
    end)

    it("[R32] to be changed", function()
      assert.is_false(pcall(function() some.a = 1 end))
      assert.is_false(getmetatable(some))
      assert.equal("parts", parts.kind(some))
      assert.equal("amount", parts.kind(some:total()))
      assert.is_nil(parts.kind(gbp(1)))
    end)
  end)
end)
