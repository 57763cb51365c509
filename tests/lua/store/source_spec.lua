--- Published files in the database: once each, changed ones side by side, the right one used.
local core <const> = require("stead.core")
local gbp <const> = core.money.gbp
local SCHEMA <const> = os.getenv("STEAD_SOURCE") .. "/share/schema"

local function memory()
  local db <const> = assert(core.store.open(":memory:", { schema = SCHEMA }))
  finally(function() db:close() end)
  return db
end

--- Payments of one practice, from a file whose digest is 64 times `digit`.
local function file(digit, pounds, extra)
  local source <const> = {
    kind = "payments", title = "NHS Payments to General Practice", publisher = "NHS England",
    licence = "OGL-3.0", year = "2022/23", sha256 = digit:rep(64), bytes = 12, rows = 1,
    imported_at = "2026-11-21T09:30:00", table = "payment",
    frame = core.frame.new(
      { { "line", "integer" }, { "practice", "text" }, { "sub_icb", "text" }, { "pence", "money" } },
      { { 9, "B82020", "02T", gbp(pounds) } }),
  }
  for key, value in pairs(extra or {}) do
    source[key] = value
  end
  return source
end

describe("A published file", function()
  it("[R32] is kept once with its source: the same again changes nothing", function()
    local db <const> = memory()
    local id, fresh = assert(db:import(file("a", "10.00")))
    assert.is_true(fresh)
    assert.are.same({ id, false }, { db:import(file("a", "10.00")) })
    local frame, source = assert(db:payments("2022/23"))
    assert.are.equal(1, #frame)
    assert.are.equal(9, frame:line(1))
    assert.are.equal(gbp "10.00", frame:cell(1, "pence"))
    assert.are.equal("main", source.database)
    assert.are.equal("NHS England", source.publisher)
    assert.are.equal(("a"):rep(64), source.sha256)
  end)

  it("[R32] [R112] that has changed stands beside the old, and the pinned one is used", function()
    local db <const> = memory()
    assert(db:import(file("a", "10.00")))
    assert(db:import(file("b", "20.00")))
    assert.are.equal(gbp "20.00", (db:payments("2022/23")):cell(1, "pence"))
    assert(db:insert("source_pin", core.frame.new(
      { { "kind", "text" }, { "year", "text" }, { "sha256", "text" } },
      { { "payments", "2022/23", ("a"):rep(64) } })))
    assert.are.equal(gbp "10.00", (db:payments("2022/23")):cell(1, "pence"))
    assert.are.equal(2, db:sql("select count(*) as n from payment"):cell(1, 1))
  end)

  it("[R32] keeps what was left out, with its weight and the reason", function()
    local db <const> = memory()
    assert(db:import(file("a", "10.00", {
      left_out = { { line = 4, key = "Y00081", field = "maternity", weight = 2500.5, reason = "blank" } },
    })))
    assert.are.same({ kind = "payments", year = "2022/23", line = 4, key = "Y00081", field = "maternity",
      people = 2500.5, reason = "blank" }, db:sql("select * from left_out_people"):row(1))
  end)

  it("leaves nothing behind when its facts are refused", function()
    local db <const> = memory()
    local bad <const> = file("a", "10.00", { table = "outturn" })
    assert.are.same({ nil, "table 'outturn' has no column 'practice'", "NOTFOUND" }, { db:import(bad) })
    assert.are.equal(0, db:sql("select count(*) as n from source"):cell(1, 1))
  end)

  it("needs to say what it is", function()
    local db <const> = memory()
    assert.has_error(function() db:import({ kind = "need" }) end,
      "bad argument #1 to 'import' ('title' is missing)")
    assert.has_error(function() db:import(file("a", "1.00", { bytes = 1.5 })) end,
      "bad argument #1 to 'import' ('bytes' must be a whole number, got 1.5)")
  end)
end)

describe("A year", function()
  it("without data is reported with the years there are", function()
    local db <const> = memory()
    assert(db:import(file("a", "10.00")))
    assert.are.same({ nil, "payments: there is none for '2021/22'; the years are 2022/23", "NOTFOUND" },
      { db:payments("2021/22") })
    assert.are.same({ "2022/23" }, db:years("payments"))
    assert.are.same({}, db:years("need"))
  end)

  it("[R112] gives need practice by practice, exact inside, with what is missing missing", function()
    local db <const> = memory()
    local need <const> = core.frame.new({ { "line", "integer" }, { "practice", "text" }, { "icb", "text" },
      { "population", "quantity" }, { "maternity", "quantity" } },
      { { 3, "B82020", "QWO", "4086.310904123", nil }, { 2, "B83021", "QWO", "1", "2" } })
    assert(db:import(file("c", "1.00", { kind = "need", table = "practice_need", frame = need })))
    local frame, source = assert(db:need("2022/23"))
    assert.are.same({ "B83021", "B82020" }, frame:column("practice"))
    assert.are.equal("quantity", frame:kinds()[11])
    assert.are.equal(4086.310904123, frame:cell(2, "population"))
    assert.is_nil(frame:cell(2, "maternity"))
    assert.are.equal("need", source.kind)
  end)
end)

describe("A database without tables of its own", function()
  it("[R112] finds the facts of the reference database, and the years there are", function()
    local db <close> = assert(core.store.open(":memory:", { create = true,
      reference = core.host.share_path("england.db") }))
    assert.are.equal(6669, #db:payments("2022/23"))
    assert.are.equal(6553, #db:need("2023/24"))
    local none, message, code = db:need("2019/20")
    assert.is_nil(none)
    assert.are.equal("NOTFOUND", code)
    assert.matches("2022/23, 2023/24", message, 1, true)
  end)
end)
