--- The rules that settle a pooled fund: the worked examples of the field, every form on random figures, refusals.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local core <const> = require("stead.core")
local examples <const> = require("stead.policy.examples")
local policy <const> = require("stead.policy")
local run <const> = require("stead.policy.run")

local gbp <const>, pct <const>, pence <const> = core.money.gbp, core.money.pct, core.money.pence
local national <const> = policy.load()

local function settle(form, given)
  given.contributions = given.contributions or core.parts.new({ icb = gbp "6,000,000", council = gbp "4,000,000" })
  given.variance = core.parts.amount(given.variance or gbp "900,000")
  given.funds, given.caps = given.funds or {}, given.caps or {}
  local takes, wanted = {}, national:rule("pool." .. form).takes
  for name in pairs(wanted) do
    takes[name] = given[name]
  end
  return (run.rule(national, "pool." .. form, { given = takes, on = "2025-04-01" }))
end

local function plain(parts)
  local out = {}
  for code, money in pairs(parts:money()) do
    out[code] = money:text()
  end
  return out
end

describe("The settlement of a pool", function()
  it("[R25] gives the worked examples written beside every form", function()
    local seen = 0
    for _, result in ipairs(examples.run(national)) do
      if result.id:find("^pool%.") then
        assert.is_true(result.passes, result.message)
        seen = seen + 1
      end
    end
    assert.equal(6, seen)
  end)

  it("[R25] holds the council to £250,000, the ICB taking the excess: example 4.A", function()
    assert.same({ icb = "650,000.00", council = "250,000.00" }, plain(settle("proportional",
      { caps = { council = gbp "250,000", excess_to = "icb" } })))
  end)

  it("[R25] draws on funds in order, shares the rest and holds the council to its cap, to the penny", function()
    local given = { variance = gbp "1,137,421.19",
      contributions = core.parts.new({ icb = gbp "24,860,000", council = gbp "13,940,000" }),
      funds = { { label = "underspends elsewhere in the pool", amount = gbp "212,300" },
        { label = "the risk pool", amount = gbp "400,000" },
        { label = "schemes not yet committed", amount = gbp "150,000" } } }
    assert.same({ icb = "240,348.27", council = "134,772.92" }, plain(settle("proportional", given)))
    given.caps = { council = gbp "100,000", excess_to = "icb" }
    given.variance = gbp "1,137,421.19"
    assert.same({ icb = "275,121.19", council = "100,000.00" }, plain(settle("proportional", given)))
  end)

  it("[R25] leaves out what nobody bears when all are capped", function()
    local parts = settle("fixed", { shares = { icb = pct "60", council = pct "40" },
      caps = { icb = gbp "500,000", council = gbp "300,000", excess_to = "others" } })
    assert.same({ icb = "500,000.00", council = "300,000.00" }, plain(parts))
  end)

  it("[R25] [R29] foots and keeps its caps in every form, whatever the figures", function()
    local seed = tonumber(os.getenv("STEAD_SEED")) or 20230401
    print("settlement: seed " .. seed)
    math.randomseed(seed)
    local forms <const> = { "proportional", "lead", "fixed", "tiered", "corridor" }
    for i = 1, 1000 do
      local size, fund = math.random(0, 10000000000), math.random(0, 1000000000)
      local share, cap = math.random(0, 100), math.random(0, 1000000000)
      local shares = { icb = pct(share), council = pct(100 - share) }
      local parts = settle(forms[i % #forms + 1], {
        variance = pence(size), lead = i % 2 == 0 and "icb" or "council", shares = shares, width = pct(i % 7),
        bands = { { up_to = pence(100000000), lead = "council" }, { up_to = pence(1000000000), shares = shares }, {} },
        funds = { { label = "the risk pool", amount = pence(fund) } },
        caps = i % 3 == 0 and { council = pence(cap), excess_to = "icb" } or {},
      })
      local money = parts:money()
      assert.equal(math.max(0, size - fund), (money.icb + money.council):pence())
      assert.is_true(i % 3 ~= 0 or money.council:pence() <= cap)
    end
  end)

  local refused <const> = {
    { "shares that do not sum to one", "fixed", { shares = { icb = pct "60", council = pct "30" } },
      "shares sum to 90%%, not 100%%" },
    { "a cap below zero", "proportional", { caps = { council = gbp "-1" } }, "cap of 'council' is negative" },
    { "a cap of a body that is no partner", "proportional", { caps = { trust = gbp "1" } }, "no part 'trust'" },
    { "a fund with less than nothing in it", "proportional",
      { funds = { { label = "the risk pool", amount = gbp "-1" } } }, "less than nothing" },
    { "bands that go backwards", "tiered", { bands = { { up_to = gbp "2" }, { up_to = gbp "1" } } },
      "width of the band is negative" },
    { "a line that nobody answers for", "own", { lines = core.parts.new({ beds = gbp "1" }), owners = {} },
      "nobody answers for 'beds'" },
  }
  for _, each in ipairs(refused) do
    it("[R25] refuses " .. each[1], function()
      support.refuses(1, each[4], settle, each[2], each[3])
    end)
  end
end)
