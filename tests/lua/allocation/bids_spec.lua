local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local money <const> = require("stead.core").money
local pct <const> = money.pct

local CODES <const> = { "E07000163", "E08000032", "E08000033", "E08000034", "E08000035", "E08000036" }

--- A CSV of amounts for West Yorkshire's districts.
local function csv(head, amounts)
  local out = { head }
  for i, code in ipairs(CODES) do
    if amounts[i] then
      out[#out + 1] = code .. "," .. amounts[i]
    end
  end
  return support.write(support.folder() .. "/amounts.csv", table.concat(out, "\n") .. "\n")
end

describe("Amounts from a file", function()
  local england
  setup(function() england = support.england() end)
  teardown(function()
    england:close()
    support.clear()
  end)

  local function asked(more)
    local options = { stream = "primary-medical", year = "2023/24", icb = "QWO", by = "district" }
    for key, value in pairs(more) do
      options[key] = value
    end
    return options
  end

  local function pence_of(made)
    local out = {}
    for i, line in ipairs(made.place) do
      out[i] = line.allocation:pence()
    end
    return out
  end

  it("[R31] are bids that are scaled to what there is", function()
    local made = england:allocate(asked({ method = "bottom-up", envelope = money.gbp("1,000"),
      bids = csv("code,bid", { 100, 200, 300, 400, 500, 500 }) }))
    assert.are.same({ 5000, 10000, 15000, 20000, 25000, 25000 }, pence_of(made))
  end)

  it("[R31] are set beside what there is: the gap between bids and envelope is said", function()
    local made = england:allocate(asked({ method = "bottom-up", envelope = money.gbp("1,000"),
      bids = csv("code,bid", { 100, 200, 300, 400, 500, 500 }) }))
    assert.matches("bids come to £2,000.00, £1,000.00 more than there is", tostring(made), 1, true)
  end)

  it("[R31] are bids of which the committed part is kept whole", function()
    local made = england:allocate(asked({ method = "bottom-up", envelope = money.gbp("1,000"),
      bids = csv("code,bid,committed", { "100,100", "200,", "300,", "400,", "500,0", "500," }) }))
    -- 900 left over 1,900 of bids that are not committed
    assert.are.same({ 10000, 9474, 14211, 18947, 23684, 23684 }, pence_of(made))
  end)

  it("[R31] are mixed with growth and targets in a hybrid", function()
    local bids = csv("code,bid", { 100, 200, 300, 400, 500, 500 })
    local base = asked({ baseline = csv("code,baseline", { 10, 20, 30, 40, 50, 50 }), growth = pct("0"), bids = bids,
      method = "hybrid", mix = { pct("0"), pct("0"), pct("100") } })
    assert.are.same({ 1000, 2000, 3000, 4000, 5000, 5000 }, pence_of(england:allocate(base)))
    base.mix = { pct("100"), pct("0"), pct("0") }
    assert.are.same({ 1000, 2000, 3000, 4000, 5000, 5000 }, pence_of(england:allocate(base)))
    base.mix = { pct("50"), pct("30"), pct("20") }
    local made = england:allocate(base)
    assert.is_true(made:foots())
    assert.matches("mix 50%%, 30%%, 20%%", tostring(made))
  end)

  it("are a baseline, whose file may say amount, and may have commas", function()
    local path = csv("code,amount", { '"1,000.00"', 2000, 3000, 4000, 5000, 5000 })
    local made = england:allocate(asked({ method = "uniform", baseline = path, growth = pct("10") }))
    assert.are.same({ 110000, 220000, 330000, 440000, 550000, 550000 }, pence_of(made))
  end)

  it("are found beside the system.lua that names them", function()
    local folder = support.west_yorkshire({ ["system.lua"] = function(text)
      return (text:gsub('method = "need", status', 'method = "bottom-up", bids = "bids.csv", status'))
    end })
    support.write(folder .. "/bids.csv",
      "code,bid\nbradford-district-and-craven,1\ncalderdale,1\nkirklees,1\nleeds,1\nwakefield,1\n")
    local book = support.open(folder)
    local made = book:allocate({ stream = "core", year = "2023/24" })
    assert.are.equal(90000000000, made.place.leeds.allocation:pence())
    assert.matches("bids in bids.csv · your file · %x+", tostring(made:explain("leeds")))
    book:close()
  end)

  it("are refused where a line is missing, unknown, twice or no amount", function()
    local function refuses(exit, pattern, path)
      support.refuses(exit, pattern, england.allocate, england,
        asked({ method = "uniform", baseline = path, growth = pct("10") }))
    end
    refuses(3, "amounts.csv: no baseline for E08000033 and E08000036; write 0 where there is none",
      csv("code,amount", { 1, 1, nil, 1, 1 }))
    refuses(3, "amounts.csv: no district 'E08000037' in this allocation; did you mean 'E0800003", csv("code,amount",
      { 1, 1, 1, 1, 1, "1\nE08000037,1" }))
    refuses(3, "amounts.csv:8: ", csv("code,amount", { 1, 1, 1, 1, 1, "1\nE08000036,1" }))
    refuses(3, "amounts.csv:2: column 'amount': 'ten' is not a number", csv("code,amount", { "ten", 1, 1, 1, 1, 1 }))
    refuses(3, "amounts.csv:2: column 'amount': '1.234' has more than 2 decimal places", csv("code,amount",
      { "1.234", 1, 1, 1, 1, 1 }))
    refuses(3, "amounts.csv: none of the first 20 rows begins with the heading 'code'", csv("cod,amount", { 1 }))
    refuses(3, "amounts.csv: no column 'baseline'", csv("code,amout", { 1 }))
    refuses(2, "nowhere.csv: there is no such file", "nowhere.csv")
    refuses(2, "no baseline called 'payment'; write payments:2022/23, or the path of a CSV", "payment:2022/23")
  end)

  it("are refused as bids without an amount for each, or for more than there is", function()
    support.refuses(3, "amounts.csv: no bid for E08000036", england.allocate, england, asked({ method = "bottom-up",
      envelope = money.gbp("1,000"), bids = csv("code,bid", { 1, 2, 3, 4, 5 }) }))
    support.refuses(1, "^QWO: committed bids come to £6.00 more than the envelope of £0.00; nothing is allocated$",
      england.allocate, england, asked({ method = "bottom-up", envelope = money.gbp("0"),
        bids = csv("code,bid,committed", { "1,1", "1,1", "1,1", "1,1", "1,1", "1,1" }) }))
  end)

  it("of one system are not shared between all", function()
    support.refuses(2, "bids by code are of one ICB; name it with %-%-icb", england.allocate, england,
      { stream = "core", year = "2023/24", by = "district", method = "bottom-up", baseline = "payments:2022/23",
        growth = pct("1"), bids = csv("code,bid", { 1, 1, 1, 1, 1, 1 }) })
  end)

  it("are not mixed by rates that are not three or not a whole", function()
    local hybrid = asked({ method = "hybrid", baseline = "payments:2022/23", growth = pct("1"),
      bids = csv("code,bid", { 1, 1, 1, 1, 1, 1 }), mix = { pct("50"), pct("30"), pct("30") } })
    support.refuses(2, "mix comes to 110%%, not 100%%", england.allocate, england, hybrid)
    hybrid.mix = { pct("50"), pct("50") }
    support.refuses(2, "mix has 2 rates and wants three", england.allocate, england, hybrid)
    hybrid.mix = { 50, 30, 20 }
    support.refuses(2, "field 'mix' item 1 must be a rate", england.allocate, england, hybrid)
  end)
end)
