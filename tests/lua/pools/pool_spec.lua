--- Agreements and pools of a book: what they come to, how they are settled, and what is refused.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local core <const> = require("stead.core")
local view <const> = require("stead.pools.view")

local gbp <const>, pct <const> = core.money.gbp, core.money.pct

local files <const> = { "agreements/calderdale.lua", "pools/calderdale.lua" }

--- The West Yorkshire book with its agreement and pool; each change is a file, what it says and what to put for it.
local function opened(...)
  local folder = support.west_yorkshire()
  assert(core.host.mkdir(folder .. "/agreements"))
  assert(core.host.mkdir(folder .. "/pools"))
  for _, name in ipairs(files) do
    local text = support.bytes(support.book .. "/" .. name)
    for _, change in ipairs({ ... }) do
      if change[1] == name then
        local at, last = text:find(change[2], 1, true)
        assert(at, change[2] .. " is not in " .. name)
        text = text:sub(1, at - 1) .. change[3] .. text:sub(last + 1)
      end
    end
    support.write(folder .. "/" .. name, text)
  end
  return support.open(folder)
end

local function pool(from, to)
  return { "pools/calderdale.lua", from, to }
end

local function agreement(from, to)
  return { "agreements/calderdale.lua", from, to }
end

local CAPS <const> = '{ form = "proportional", caps = { E08000033 = gbp "250,000.00", excess_to = "QWO" } }'

local function shares(made)
  return { made.by.QWO:text(), made.by.E08000033:text() }
end

describe("A pool", function()
  teardown(support.clear)

  it("[R24] [R55] has a pooling ratio beside what is aligned and in view", function()
    local p = opened().pool.calderdale
    local by = p:by_status()
    assert.same({ "10,000,000.00", "1,000,000.00", "72,092,000.00" },
      { by.pooled:text(), by.aligned:text(), by.in_view:text() })
    assert.equal("12.03%", p:ratio())
  end)

  it("[R54] is of the minimum alone only when nobody contributes more", function()
    assert.is_false(opened().pool.calderdale:minimum_only())
  end)

  it("[R51] rolls contributions forward: recurrent changes, uplift, developments, efficiencies", function()
    local p = opened().pool.calderdale
    local out = p:roll({ uplift = pct "5.66", recurrent = { QWO = gbp "100,000" },
      developments = { QWO = gbp "50,000" }, efficiencies = { E08000033 = gbp "26,400" } })
    assert.equal("6,495,260.00", out.QWO:text())
    assert.equal("4,200,000.00", out.E08000033:text())
    support.refuses(2, "no 'uplft'; did you mean 'uplift'", p.roll, p, { uplft = pct "5" })
  end)

  it("[R51] settles an overspend with its cap and explains each step", function()
    local made = opened().pool.calderdale:settle({ outturn = gbp "10,900,000" })
    assert.same({ "650,000.00", "250,000.00" }, shares(made))
    assert.equal("0.00", made.unfunded:text())
    assert.same({ "the overspend", "in proportion to contributions", "held to the caps" },
      { made.steps[1].label, made.steps[2].label, made.steps[3].label })
    assert.matches("bears £650,000.00", tostring(made))
  end)

  it("[R51] settles an underspend by its own shares, to the penny", function()
    local made = opened().pool.calderdale:settle({ outturn = gbp "9,500,000.01" })
    assert.same({ "-299,999.99", "-200,000.00" }, shares(made))
  end)

  it("[R51] settles every form", function()
    local forms <const> = {
      { '{ form = "lead", lead = "E08000033" }', "0.00", "900,000.00" },
      { '{ form = "fixed", shares = { QWO = pct "25", E08000033 = pct "75" } }', "225,000.00", "675,000.00" },
      { '{ form = "tiered", bands = { { up_to = gbp "200,000", lead = "E08000033" }, { up_to = gbp "500,000", shares = '
        .. '{ QWO = pct "50", E08000033 = pct "50" } }, {} } }', "390,000.00", "510,000.00" },
      { '{ form = "corridor", width = pct "2", lead = "E08000033" }', "420,000.00", "480,000.00" },
      { '{ form = "proportional", meet_from = { { label = "the risk pool", amount = gbp "400,000" } } }', "300,000.00",
        "200,000.00" },
    }
    for _, each in ipairs(forms) do
      local made = opened(pool(CAPS, each[1])).pool.calderdale:settle({ outturn = gbp "10,900,000" })
      assert.same({ each[2], each[3] }, shares(made))
    end
  end)

  it("[R51] lets each partner answer for its own lines", function()
    local p = opened(pool(CAPS, '{ form = "own" }')).pool.calderdale
    local made = p:settle({ outturn = { reablement = gbp "5,000,000", ["community-nursing"] = gbp "4,500,000",
      equipment = gbp "1,400,000" } })
    assert.same({ "500,000.00", "400,000.00" }, shares(made))
    support.refuses(2, "so give the outturn of each scheme", p.settle, p, { outturn = gbp "10,900,000" })
    support.refuses(2, "no outturn for scheme 'community%-nursing'", p.settle, p,
      { outturn = { reablement = gbp "1" } })
  end)

  it("[R51] keeps an underspend in the pool when that is agreed", function()
    local made = opened(pool('underspend = { form = "proportional" }',
      'underspend = { form = "proportional", keep = "carried forward in the pool" }')).pool.calderdale
      :settle({ outturn = gbp "9,900,000" })
    assert.same({ "0.00", "0.00" }, shares(made))
    assert.equal("carried forward in the pool", made.drawn[1].label)
    assert.equal("100,000.00", made.drawn[1].amount:text())
  end)

  it("[R51] names what nobody bears", function()
    local made = opened(pool('excess_to = "QWO"', 'QWO = gbp "500,000", excess_to = "others"')).pool.calderdale
      :settle({ outturn = gbp "10,900,000" })
    assert.equal("150,000.00", made.unfunded:text())
    assert.matches("£150,000.00 is unfunded", tostring(made))
  end)

  local refused <const> = {
    { "without an agreement", pool('"calderdale-s75"', '"calderdale-s57"'),
      "agreement 'calderdale%-s57' is not declared; did you mean 'calderdale%-s75'" },
    { "under an agreement that pools nothing", agreement('"pooled", "lead"', '"lead"'), "pools nothing: it is s75" },
    { "under an agreement that has ended", agreement("2026-03-31", "2024-03-30"), "not for all of 2023/24" },
    { "under an agreement still being drafted", agreement("notice =", 'stage = "drafted", notice ='),
      "is drafted, not in force" },
    { "of functions that the agreement does not cover", pool('"reablement", "equip', '"reablment", "equip'),
      "does not cover 'reablment'; did you mean 'reablement'" },
    { "with two hosts", pool('host = "E08000033"', 'host = { "E08000033", "QWO" }'), "has one host" },
    { "hosted by a place", pool('host = "E08000033"', 'host = "calderdale"'), "a place is not a legal person" },
    { "to which a place contributes", pool('partner = "QWO"', 'partner = "calderdale"'),
      "contribution is by 'calderdale', a place" },
    { "to which a body contributes that is no party", pool('partner = "QWO"', 'partner = "E08000035"'),
      "'E08000035', which is no party" },
    { "whose instalments do not sum", pool('gbp "1,500,000.00" } }', 'gbp "1,500,000.01" } }'),
      "instalments come to £6,000,000.01 and the contribution is £6,000,000.00" },
    { "whose shares do not sum to one", pool(CAPS, '{ form = "fixed", shares = { QWO = pct "60" } }'),
      "shares sum to 60%%, not 100%%" },
    { "whose form lacks its terms", pool(CAPS, '{ form = "lead" }'), "form 'lead' needs the field 'lead'" },
    { "with a cap below zero", pool('gbp "250,000.00"', 'gbp "-0.01"'), "cap of 'E08000033' is below zero" },
    { "that shares risk with one who is no party", pool('excess_to = "QWO"', 'excess_to = "E08000035"'),
      "risk is shared with 'E08000035'" },
    { "with a field that is misspelt", pool("partner =", "partnr ="), "no field 'partnr'; did you mean 'partner'" },
    { "of a year that is none", pool('"2023/24"', '"2023/25"'), "must be a financial year" },
    { "with a negative contribution", pool('gbp "3,800,000.00"', 'gbp "-1"'), "less than nothing" },
  }
  for _, each in ipairs(refused) do
    it("[R51] is refused " .. each[1], function()
      support.refuses(4, each[3], opened, each[2])
      support.refuses(4, "lua:%d+: %w+ 'calderdale", opened, each[2])
    end)
  end
end)

describe("An agreement", function()
  teardown(support.clear)

  it("[R57] is reviewed: what it lacks, its age, its pools, its late reports", function()
    local book = opened(agreement("aims =", "note ="))
    local row = view.review(book, "2025-01-01"):row(1)
    assert.equal("lacks agreed aims and outcomes", row.contents)
    assert.equal(1, row.years)
    assert.equal("in force", row.stage)
    assert.equal("1 of 3 late", row.reports)
    assert.equal("10,000,000.00", row.pooled:text())
    assert.equal("expired", view.review(book, "2026-04-01"):row(1).stage)
  end)

  it("[R101] has a kind for each need", function()
    assert.equal(8, #view.options())
  end)

  it("[R51] is refused when a party is a place, or it ends before it starts", function()
    support.refuses(4, "a party is 'leeds', a place", opened, agreement('"QWO", "E', '"leeds", "QWO", "E'))
    support.refuses(4, "ends on 31 March 2022, before it starts", opened, agreement("2026-03-31", "2022-03-31"))
    support.refuses(4, "must be s75", opened, agreement('"s75"', '"s57"'))
  end)
end)
