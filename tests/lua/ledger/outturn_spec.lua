--- A year from its first months: the worked example to the penny, words for variances, questions, totals.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local core <const> = require("stead.core")
local outturn <const> = require("stead.ledger.outturn")
local row <const> = support.row

--- £120.0m planned, £58.0m of it by M6; £61.2m spent by then, £0.6m of it once only.
local example <const> = {
  row({ kind = "plan", month = "M3", amount = "58000000.00" }),
  row({ kind = "plan", month = "M9", amount = "62000000.00" }),
  row({ month = "M2", amount = "60600000.00" }),
  row({ month = "M6", amount = "500000.00", recurrent = "non-recurrent" }),
  row({ kind = "adjustment", month = "M6", amount = "100000.00", recurrent = "non-recurrent" }),
  row({ month = "M7", amount = "999.00" }),
}

describe("The outturn", function()
  local book

  before_each(function()
    book = support.open(support.west_yorkshire())
  end)

  after_each(function()
    book:close()
    support.clear()
  end)

  it("[R49] of a year is forecast each way, to the penny of the worked example", function()
    support.enter(book, example)
    local found = outturn.frame(book, { year = "2023/24", month = 6 }):row(1)
    assert.are.equal("leeds", found.item)
    assert.are.equal("122400000.00", found.straight_line:plain())
    assert.are.equal("121800000.00", found.non_recurrent:plain())
    assert.are.equal("126620689.66", found.profiled:plain())
    assert.are.equal("123200000.00", found.remaining_plan:plain())
    assert.are.equal("£3,200,000.00 over plan", found.in_words)
    assert.is_nil(found.entered)
  end)

  it("[R49] sets the forecast that was entered beside the others", function()
    support.enter(book, { row({ kind = "plan", amount = "100.00" }), row({ amount = "90.00" }),
      row({ kind = "forecast", month = "M2", amount = "7.00" }),
      row({ kind = "forecast", month = "M1", amount = "5.00" }) })
    local found = outturn.frame(book, { year = "2023/24", month = 1, by = "holder" }):row(1)
    assert.are.equal("97.00", found.entered:plain())
    assert.are.equal("£10.00 under plan", found.in_words)
    assert.are.equal("QWO", found.item)
  end)

  it("[R49] asks what drives forecasts that lie further apart than was said, and only those", function()
    support.enter(book, example)
    local asked = { year = "2023/24", month = 6, apart = core.money.pct("4") }
    local notes = outturn.frame(book, asked):about().notes
    assert.are.equal(1, #notes)
    assert.are.equal("leeds: the forecasts are £4,820,689.66 apart, 4.0% of the plan: what drives the difference?",
      notes[1])
    asked.apart = core.money.pct("4.1")
    assert.are.equal(0, #outturn.frame(book, asked):about().notes)
  end)

  it("[R49] underlies what is reported, as the worked example has it", function()
    local gbp <const> = core.money.gbp
    assert.are.equal(gbp "3.5m", core.calc.underlying { reported = gbp "-2m", benefits = gbp "5m", costs = gbp "1m",
      full_year = gbp "1.5m" })
  end)

  it("leaves the profiled forecast out without a plan to date, and says nothing of a variance of nil", function()
    support.enter(book, { row({ kind = "plan", month = "M9", amount = "100.00" }),
      row({ month = "M9", amount = "1.00" }) })
    local found = outturn.frame(book, { year = "2023/24", month = 2 }):row(1)
    assert.is_nil(found.profiled)
    assert.are.equal("as planned", found.in_words)
  end)

  it("refuses months that are none, names that are none, and a year with no entries", function()
    support.refuses(2, "the ledger has no entries of 2023/24: stead import ledger FILE", outturn.frame, book,
      { year = "2023/24", month = 6 })
    support.refuses(2, "the ledger has no entries: stead import ledger FILE", outturn.totals, book, {})
    local verb <const> = require("stead.cli.outturn")
    support.refuses(2, "%-%-month: 'M13' is not a month: M1 is April and M12 is March", verb.run,
      { year = "2023/24", month = "M13" })
    assert.has_error(function() core.calc.outturn { month = 13 } end, nil)
    assert.has_error(function() core.calc.outturn { month = 1, actuals = core.money.gbp("1") } end, nil)
  end)
end)

describe("The ledger's totals", function()
  local book

  before_each(function()
    book = support.open(support.west_yorkshire())
  end)

  after_each(function()
    book:close()
    support.clear()
  end)

  it("[R44] are by place, status and holder, of the entries in force", function()
    support.enter(book, { row(), row({ amount = "2.50" }), row({ place = "system-held", status = "pooled" }) })
    local found = outturn.totals(book, { year = "2023/24", by = { "place", "status" } })
    assert.are.equal(2, #found)
    assert.are.equal("102.50", found:row(1).pence:plain())
    assert.are.equal(2, found:row(1).entries)
    assert.are.equal("pooled", found:row(2).status)
  end)

  it("[R46] say where places, system-held and unallocated do not come to the envelope", function()
    local plan <const> = { kind = "plan", stream = "core" }
    local function planned(place, amount)
      plan.place, plan.amount = place, amount
      return row(plan)
    end
    support.enter(book, { planned("leeds", "4000000000.00"), planned("system-held", "400000000.00") })
    local astray = outturn.astray(book)
    assert.are.equal(1, #astray)
    local said = {}
    for _, each in ipairs(book:check()) do
      said[#said + 1] = each.id == "ledger.envelope" and each.message or nil
    end
    assert.are.same({ "plans of £4,400,000,000.00 do not come to the envelope of £4,500,000,000.00" }, said)
    assert.are.equal("4400000000.00", astray[1].planned:plain())
    assert.are.equal("core", astray[1].stream)
    support.enter(book, { planned("unallocated", "100000000.00") })
    assert.are.equal(0, #outturn.astray(book))
  end)
end)
