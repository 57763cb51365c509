--- The database of a book, from Lua: questions, transactions, frames in and out.
local core <const> = require("stead.core")
local gbp <const> = core.money.gbp
local SCHEMA <const> = os.getenv("STEAD_SOURCE") .. "/share/schema"

local function memory()
  local db <const> = assert(core.store.open(":memory:", { schema = SCHEMA }))
  finally(function() db:close() end)
  return db
end

local function path()
  local name <const> = os.tmpname()
  os.remove(name)
  finally(function()
    for _, tail in ipairs({ "", "-wal", "-shm" }) do os.remove(name .. tail) end
  end)
  return name
end

local function places(db)
  return db:sql("select count(*) as n from place"):cell(1, "n")
end

local ADD <const> = "insert into place (code, name) values ('leeds', 'Leeds')"

describe("A question in SQL", function()
  it("[R32] gives money for pence, and the other kinds by what they hold", function()
    local f <const> = assert(memory():sql("select 'QWO' as icb, 3 as n, 0.5 as share, 120 as pence, 5 as paid_pence"))
    assert.are.same({ "text", "integer", "real", "money", "money" }, f:kinds())
    assert.are.equal(gbp "1.20", f:cell(1, "pence"))
  end)

  it("takes values in order or by name, money among them, and nil as missing", function()
    local db <const> = memory()
    assert.are.equal(gbp "7.50", db:sql("select ? as pence", { gbp "7.50" }):cell(1, 1))
    assert.are.equal(3, db:sql("select :a + @b as n", { a = 1, b = 2 }):cell(1, 1))
    assert.are.equal(1, db:sql("select ? is null as n", table.pack(nil)):cell(1, 1))
    assert.are.equal(1, db:sql("select ? as n", { true }):cell(1, 1))
  end)

  it("changes nothing unless it is let", function()
    local db <const> = memory()
    local frame, message, code = db:sql(ADD)
    assert.is_nil(frame)
    assert.are.equal("sql: refused: it would change the database; say --write, or in Lua write = true, "
      .. "to let it", message)
    assert.are.equal("DB", code)
    assert.are.equal(1, db:sql(ADD, nil, { write = true }):cell(1, "changes"))
    assert.are.equal(1, places(db))
  end)

  it("reports a slip with where it is", function()
    assert.are.same({ nil, "sql: no such column: nme, at character 8", "DB" },
      { memory():sql("select nme from place") })
    assert.are.equal("MISMATCH", (select(3, memory():sql("select ?"))))
    assert.are.equal("PARSE", (select(3, memory():sql("select 1 as a; select 2 as b"))))
  end)

  it("stops when the program is interrupted", function()
    local db <const> = memory()
    local seen = 0
    debug.sethook(function() seen = seen + 1 end, "cr", 1) -- what Ctrl-C leaves behind
    local frame, message = db:sql("with recursive n(i) as (select 1 union all select i + 1 from n) "
      .. "select count(*) from n")
    debug.sethook()
    assert.is_nil(frame)
    assert.are.equal("sql: stopped; nothing was changed", message)
    assert.is_true(seen > 0)
  end)

  it("refuses values that a database cannot hold", function()
    local db <const> = memory()
    assert.has_error(function() db:sql("select ?", { {} }) end,
      "bad argument #2 to 'sql' (a table cannot be a value in the database; give text, a number, money or nil)")
    assert.has_error(function() db:sql("select ?", { 0 / 0 }) end,
      "bad argument #2 to 'sql' (a value is not a number (nan))")
  end)
end)

describe("A transaction", function()
  it("keeps what its work did and hands on what it returned", function()
    local db <const> = memory()
    assert.are.same({ true, "a", 2 }, { db:transaction(function()
      assert(db:exec(ADD))
      return "a", 2
    end) })
    assert.are.equal(1, places(db))
  end)

  it("undoes everything when its work raises, and raises it again", function()
    local db <const> = memory()
    local fault <const> = { "not a text" }
    local ok, raised = pcall(db.transaction, db, function()
      assert(db:exec(ADD))
      error(fault)
    end)
    assert.is_false(ok)
    assert.are.equal(fault, raised)
    assert.are.equal(0, places(db))
  end)

  it("is not opened inside another", function()
    local db <const> = memory()
    assert.has_error(function()
      db:transaction(function() db:transaction(print) end)
    end, "a transaction is open already; do both in one")
  end)

  it("notices that its database was closed meanwhile", function()
    local db <const> = memory()
    assert.has_error(function() db:transaction(function() db:close() end) end,
      "the database was closed inside its own transaction")
  end)
end)

describe("A frame", function()
  local function budgets()
    return core.frame.new({ { "code", "text" }, { "need", "quantity" }, { "allocation", "money" } },
      { { "leeds", "1.5", gbp "2.00" }, { "calderdale", nil, gbp "1.00" } })
  end

  it("can be named in a question, and its money comes back as money", function()
    local db <const> = memory()
    assert(db:as("mine", budgets()))
    local f <const> = assert(db:sql("select code, need, allocation_pence from mine order by code"))
    assert.are.same({ "text", "real", "money" }, f:kinds())
    assert.is_nil(f:cell(1, "need"))
    assert.are.equal(gbp "2.00", f:cell(2, "allocation_pence"))
  end)

  it("goes into a table with constants beside it, all rows or none", function()
    local db <const> = memory()
    local rows <const> = core.frame.new({ { "code", "text" } }, { { "leeds" }, { "leeds" } })
    assert.are.same({ nil, "place: row 2: UNIQUE constraint failed: place.code", "DUPLICATE" },
      { db:insert("place", rows, { name = "Leeds" }) })
    assert.are.equal(0, places(db))
    assert.are.equal(1, db:insert("place", rows:head(1), { name = "Leeds" }))
    assert.are.same({ nil, "table 'place' has no column 'pence'", "NOTFOUND" },
      { db:insert("place", rows, { pence = 1 }) })
  end)
end)

describe("A database", function()
  it("is made, closed twice, and refused when closed", function()
    local name <const> = path()
    local db <const> = assert(core.store.open(name, { create = true, schema = SCHEMA }))
    assert.are.equal("database " .. name, tostring(db))
    db:close()
    db:close()
    assert.are.equal("database (closed)", tostring(db))
    assert.has_error(function() db:sql("select 1") end, "calling 'sql' on bad self (database is closed)")
  end)

  it("closes at the end of its scope", function()
    local seen
    do
      local db <close> = assert(core.store.open(":memory:"))
      seen = db
    end
    assert.are.equal("database (closed)", tostring(seen))
  end)

  it("that a newer stead made is refused", function()
    local name <const> = path()
    local db <const> = assert(core.store.open(name, { create = true, schema = SCHEMA }))
    assert(db:exec("pragma user_version = 7"))
    db:close()
    local none, message, code = core.store.open(name, { schema = SCHEMA })
    assert.is_nil(none)
    assert.truthy(message:find(name .. " was made by a newer stead (schema 7; this one knows ", 1, true), message)
    assert.are.equal("NEWER", code)
  end)

  it("that is not there is reported", function()
    assert.are.same({ nil, "/nowhere/book.db: no such file, or it may not be read", "NOTFOUND" },
      { core.store.open("/nowhere/book.db") })
    assert.are.equal("IO", (select(3, core.store.open("/nowhere/book.db", { create = true }))))
  end)
end)
