local core <const> = require("stead.core")
local format <const> = require("stead.format")
local json <const> = require("stead.json")
local ruled <const> = require("stead.ruled")
local shape <const> = require("stead.shape")
local streams <const> = require("stead.streams")
local words <const> = require("stead.words")
local terms <const> = require("stead.terms")
local footprint <const> = require("stead.footprint")
local declare <const> = require("stead.declare")
local fault <const> = require("stead.fault")
require("stead.frame")

local money <const> = core.money
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")

describe("Numbers for people", function()
  it("have thousands commas and a true minus", function()
    assert.are.equal("−1,234,567.89", format.decimal("-1234567.89"))
    assert.are.equal("999", format.decimal("999"))
    assert.are.equal("1,000", format.number(999.6, 0))
    assert.are.equal("0.00", format.number(-0.001, 2))
    assert.are.equal("", format.number(0 / 0, 2))
  end)

  it("are pounds and pence, or rough pounds in a sentence", function()
    assert.are.equal("1,234.50", format.money(money.gbp("1234.5")))
    assert.are.equal("−£0.05", format.pounds(money.pence(-5)))
    assert.are.equal("£122.2m", format.rough(money.gbp("122,214,475.69")))
    assert.are.equal("£4.64bn", format.rough(money.gbp("4,638,884,701.10")))
    assert.are.equal("£1.0m", format.rough(money.gbp("999,950")))
    assert.are.equal("£999,949", format.rough(money.gbp("999,949")))
    assert.are.equal("−£850,000", format.rough(money.gbp("-850,000")))
    assert.are.equal("£1.00bn", format.rough(money.gbp("999,950,000")))
  end)

  it("are rates with a sign where a change is meant, and never a signed nought", function()
    assert.are.equal("+2.00%", format.rate(money.pct("2"), 2, true))
    assert.are.equal("−8.96%", format.rate(money.pct("-8.9637478")))
    assert.are.equal("0.00%", format.rate(money.pct("-0.001"), 2, true))
    assert.are.equal("0.00%", format.rate(money.pct("0.001"), 2, true))
  end)
end)

describe("Words for people", function()
  it("list, count and cut", function()
    assert.are.equal("", words.list({}))
    assert.are.equal("a", words.list({ "a" }))
    assert.are.equal("a, b and c", words.list({ "a", "b", "c" }))
    assert.are.equal("a, b and 2 more", words.list({ "a", "b", "c", "d" }, 2))
    assert.are.equal("1 practice", words.count(1, "practice"))
    assert.are.equal("1,234,567 practices", words.count(1234567, "practice"))
    assert.are.equal("2 bodies", words.count(2, "body", "bodies"))
  end)

  it("make identifiers of names, and find the nearest word", function()
    assert.are.equal("bradford-district-and-craven", words.slug("Bradford District and Craven"))
    assert.are.equal("king-s-lynn", words.slug(" King's  Lynn! "))
    assert.are.equal("; did you mean 'floor'?", words.did_you_mean("flor", { "closing", "floor" }))
    assert.are.equal("", words.did_you_mean("xyzzy", { "closing", "floor" }))
    assert.are.same({ "10", "9", "b" }, words.keys({ b = 1, ["9"] = 1, ["10"] = 1 }))
  end)
end)

describe("JSON", function()
  it("keeps every digit, and the order of keys", function()
    assert.are.equal("9007199254740993", json.encode(9007199254740993))
    assert.are.equal("0.1", json.encode(0.1))
    assert.are.equal("1234.50", json.encode(money.gbp("1234.5")))
    assert.are.equal("-0.05", json.encode(money.gbp("-0.05")))
    assert.are.equal("-0.025", json.encode(money.pct("-2.5")))
    assert.are.equal("0.000000001", json.encode(money.rate("0.000000001")))
    assert.are.equal('{\n  "b": 1,\n  "a": null\n}', json.encode(json.ordered({ "b", "a" }, { b = 1 })))
    assert.are.equal('{\n  "a": 2,\n  "b": 1\n}', json.encode({ b = 1, a = 2 }))
    assert.are.equal("null", json.encode(0 / 0))
    assert.are.equal("null", json.encode(math.huge))
    assert.are.equal("[]", json.encode({}))
  end)

  it("escapes what JSON escapes, and nothing else", function()
    assert.are.equal([["a\"b\\c\n\u0001é"]], json.encode('a"b\\c\n\1é'))
  end)

  it("refuses what has no form in it", function()
    assert.has_error(function() json.encode(print) end, "a function has no JSON form")
    assert.has_error(function() json.encode({ 1, print }) end, "a function has no JSON form")
  end)
end)

describe("A frame", function()
  local columns <const> = { { "code", "text" }, { "amount", "money" }, { "growth", "rate" }, { "people", "quantity" },
    { "practices", "integer" }, { "index", "real" } }
  local rows <const> = { { "a|b", money.gbp("1234.5"), money.pct("-2.5"), 1.5, 3, 0.1 }, { "z" } }

  it("is shown with its columns lined up and missing cells blank", function()
    assert.are.equal(table.concat({
      "  code    amount  growth  people  practices  index",
      "  ────  ────────  ──────  ──────  ─────────  ─────",
      "  a|b   1,234.50  −2.50%       2          3  0.100",
      "  z" }, "\n"), core.frame.new(columns, rows):text())
  end)

  it("is the same in CSV, JSON and Markdown, each in its own way", function()
    local frame = core.frame.new(columns, rows)
    assert.are.equal("code,amount,growth,people,practices,index\na|b,1234.50,-0.025,1.5,3,0.1\nz,,,,,\n", frame:csv())
    assert.matches('"amount": 1234.50,\n    "growth": -0.025,\n    "people": 1.5', frame:json(), 1, true)
    assert.matches('"index": null', frame:json(), 1, true)
    assert.matches("| a\\|b | 1,234.50 | −2.50% | 2 | 3 | 0.100 |", frame:markdown(), 1, true)
  end)

  it("has its totals ruled off and its notes below, and leaves out what is hidden", function()
    local frame = core.frame.new({ { "icb", "text" }, { "name", "text" }, { "sum", "money" } },
      { { "QWO", "Leeds", money.gbp("1") } })
    local about = frame:about()
    about.title, about.hidden = "Title", { icb = true }
    about.totals, about.notes = { name = "all", sum = money.gbp("1") }, { "a note" }
    assert.are.equal("  Title\n\n  name    sum\n  ─────  ────\n  Leeds  1.00\n  ─────  ────\n  all    1.00\n  a note",
      frame:text())
    assert.matches("^icb,name,sum\n", frame:csv())
  end)

  it("says how many rows it kept back, and that it has none", function()
    local frame = core.frame.new({ { "n", "integer" } }, { { 1 }, { 2 }, { 3 } })
    assert.matches("2 of 3 rows; :csv(path) has them all", frame:text({ most = 2 }), 1, true)
    assert.matches("no rows", core.frame.new({ { "n", "integer" } }, {}):text())
  end)

  it("is laid in panels when it is wider than the window, each beginning with what a row is", function()
    local text = ruled.text({ rows = 1, width = 20, columns = {
      { title = "code", cells = { "E08000035" }, left = true, key = true },
      { title = "first", cells = { "1" } }, { title = "second", cells = { "2" } },
    } })
    local _, times = text:gsub("E08000035", "")
    assert.are.equal(2, times)
    for line in text:gmatch("[^\n]+") do
      assert.is_true(utf8.len(line) <= 20, line)
    end
  end)

  it("refuses a folder that it cannot be written to", function()
    local ok, message, code = core.frame.new(columns, rows):csv("/nowhere/a.csv")
    assert.is_nil(ok)
    assert.matches("/nowhere/a.csv", message)
    assert.is_string(code)
  end)
end)

describe("The shape of what is declared", function()
  it("says what was wanted and what was given", function()
    assert.are.equal("must be text, not 3", shape.text(3))
    assert.are.equal("must be text, not the number 3.5", shape.text(3.5))
    assert.are.equal("must be a table, not 'x'", shape.table("x"))
    assert.are.equal('must be money, such as gbp "1,234.56", not a table', shape.money({}))
    assert.are.equal("must be a date, such as \"2023-04-01\", not '2023-02-30'", shape.date("2023-02-30"))
    assert.are.equal("must be a financial year, such as \"2023/24\", not '2023/25'", shape.year("2023/25"))
    assert.are.equal("must be a whole number, not -1", shape.count(-1))
    assert.are.equal("must be a footprint, not a districts", shape.declared("footprint")({ what = "districts" }))
    assert.are.equal("must be a or b, not 'c'", shape.one_of({ "a", "b" })("c"))
    assert.are.equal("item 2 must be text, not 2", shape.list_of(shape.text)({ "a", 2 }))
    assert.are.equal("must be a list, without the key 'a'", shape.list_of(shape.text)({ a = "a" }))
    assert.is_nil(shape.list_of(shape.text)({ "a", "b" }))
  end)
end)

describe("Terms", function()
  local function given(t)
    t.given = t.given or {}
    return t
  end

  it("[R45] are asked for by name when a method needs them", function()
    support.refuses(2, "no method 'paec'; did you mean 'pace'", terms.check, given({ method = "paec" }))
    support.refuses(2, "method pace needs %-%-closing: the fraction", terms.check,
      given({ method = "pace", baseline = "payments:2022/23" }))
    support.refuses(2, "method bottom%-up needs %-%-bids: a CSV", terms.check, given({ method = "bottom-up" }))
    support.refuses(2, "method hybrid needs %-%-mix: three rates", terms.check,
      given({ method = "hybrid", baseline = "b", bids = "b" }))
    support.refuses(2, "say what there is to share", terms.check, given({ method = "need" }))
    support.refuses(2, "%-%-growth needs %-%-baseline: growth on what%?", terms.check,
      given({ method = "need", growth = money.pct("1") }))
    support.refuses(2, "not both: one follows from the other", terms.check,
      given({ method = "need", growth = money.pct("1"), envelope = money.gbp("1"), baseline = "b" }))
    support.refuses(2, "an envelope of %-£1.00 is less than nothing", terms.check,
      given({ method = "need", envelope = money.gbp("-1") }))
  end)

  it("have the methods that the calculation has", function()
    assert.are.same({ "banded", "bottom-up", "hybrid", "need", "pace", "uniform" }, terms.methods)
  end)
end)

describe("Streams, footprints and declarations", function()
  it("name a stream's column, or the streams there are", function()
    assert.are.equal("mental_health", streams.column("mental-health"))
    support.refuses(2, "no stream 'mentl%-health'; did you mean 'mental%-health'", streams.column, "mentl-health")
  end)

  it("[R5] refuse a footprint of nothing, of no codes, or of an unknown kind", function()
    support.refuses(4, "practices: say which", footprint.practices, {})
    support.refuses(4, "practices takes a table", footprint.practices, "E08000033")
    support.refuses(4, "practices: field 'district' must be a code or a list of codes", footprint.practices,
      { district = 3 })
    support.refuses(4, "practices: no field 'ward'", footprint.practices, { ward = "E05000001" })
  end)

  it("know the codes that a footprint names, however it is put together", function()
    local f = footprint.practices({ district = "A" }) + footprint.practices({ district = { "B", "C" } })
      - footprint.practices({ list = "P" })
    assert.are.same({ A = true, B = true, C = true }, footprint.codes(f, "district"))
    assert.are.same({ P = true }, footprint.codes(f, "list"))
  end)

  it("give declarations the words they need and nothing of the machine", function()
    local env = declare.environment()
    for _, name in ipairs({ "system", "body", "place", "practices", "districts", "gbp", "pct", "exclude" }) do
      assert.is_truthy(env[name], name)
    end
    for _, name in ipairs({ "io", "os", "debug", "load", "require", "setmetatable", "pcall", "print", "exclusion" }) do
      assert.has_error(function() return env[name] end)
    end
  end)
end)

describe("A fault", function()
  it("knows the status that the program leaves with", function()
    for name, exit in pairs({ check = 1, command = 2, source = 3, script = 4, invariant = 5 }) do
      support.refuses(exit, "^what 3$", fault[name], "what %d", 3)
    end
    support.refuses(3, "gone", fault.try, nil, "gone", "IO")
    support.refuses(2, "gone", fault.try, nil, "gone", "NOTFOUND")
    assert.are.equal(5, (fault.try(5, nil)))
  end)

  it("is the source's when the file that was named is there", function()
    support.refuses(2, "no such file", fault.file, "/nowhere", nil, "no such file", "NOTFOUND")
    support.refuses(3, "no column", fault.file, support.book .. "/system.lua", nil, "no column", "NOTFOUND")
  end)
end)
