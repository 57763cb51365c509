local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local core <const> = require("stead.core")

local ENGLAND <const> = support.source .. "/share/england"
local MAKE_TABLES <const> = support.source .. "/scripts/england.lua"
local MAKE_DB <const> = support.source .. "/scripts/england_db.lua"

local function tables()
  local list <const> = {}
  for _, name in ipairs(assert(core.host.list(ENGLAND))) do
    if name:find("%.csv$") then list[#list + 1] = name end
  end
  return list
end

--- A copy of the folder's tables, with the schema where the database's script looks for it.
local function copy()
  local folder <const> = support.scratch()
  assert(core.host.mkdir(folder .. "/england"))
  assert(core.host.mkdir(folder .. "/schema"))
  for _, name in ipairs(tables()) do
    support.write(folder .. "/england/" .. name, support.bytes(ENGLAND .. "/" .. name))
  end
  for _, name in ipairs(assert(core.host.list(support.source .. "/share/schema"))) do
    support.write(folder .. "/schema/" .. name, support.bytes(support.source .. "/share/schema/" .. name))
  end
  return folder
end

describe("The reference tables", function()
  it("[R32] are made again from the published files byte for byte", function()
    local published <const> = support.published()
    if not published then
      pending("the published files are not at hand")
      return
    end
    local out <const> = support.scratch()
    local said <const>, done <const> = support.run(MAKE_TABLES, published, out)
    assert.is_true(done, said)
    assert.are.same(tables(), core.host.list(out))
    for _, name in ipairs(tables()) do
      assert.is_true(support.bytes(ENGLAND .. "/" .. name) == support.bytes(out .. "/" .. name), name)
    end
  end)

  it("are sorted by code and end their lines with a line feed alone", function()
    assert.are.equal(11, #tables())
    for _, name in ipairs(tables()) do
      local text <const> = support.bytes(ENGLAND .. "/" .. name)
      assert.are.equal("\n", text:sub(-1), name)
      assert.is_nil(text:find("\r", 1, true), name)
    end
    local last = ""
    for row in core.sheet.rows(ENGLAND .. "/need_2023_24.csv") do
      assert.is_true(row[1] > last or row[1] == "practice")
      last = row[1] == "practice" and "" or row[1]
    end
  end)

  it("are not made from a folder that is not there, and nothing is written", function()
    local out <const> = support.scratch()
    local said <const>, done <const> = support.run(MAKE_TABLES, out .. "/nowhere", out)
    assert.is_false(done)
    assert.is_truthy(said:find("nowhere", 1, true), said)
    assert.are.same({}, core.host.list(out))
  end)

  it("are not made without being told from what", function()
    local said <const>, done <const> = support.run(MAKE_TABLES)
    assert.is_false(done)
    assert.is_truthy(said:find("no folder of published files", 1, true), said)
  end)
end)

describe("The database of the reference tables", function()
  it("[R32] holds the same rows each time it is made", function()
    local folder <const> = copy()
    for _, name in ipairs({ "one.db", "two.db" }) do
      local said <const>, done <const> = support.run(MAKE_DB, folder .. "/england", folder .. "/" .. name)
      assert.is_true(done, said)
    end
    assert.is_true(support.bytes(folder .. "/one.db") == support.bytes(folder .. "/two.db"))
    assert.are.same({ "england", "one.db", "schema", "two.db" }, core.host.list(folder))
  end)

  it("[R32] is not made at all when one table is wrong, and the old one stays", function()
    local folder <const> = copy()
    local text <const> = support.bytes(folder .. "/england/trusts.csv")
    support.write(folder .. "/england/trusts.csv", (text:gsub(",QOP,", ",QZZ,", 1)))
    support.write(folder .. "/england.db", "old")
    local said <const>, done <const> = support.run(MAKE_DB, folder .. "/england", folder .. "/england.db")
    assert.is_false(done)
    assert.is_truthy(said:find("trust", 1, true), said)
    assert.are.equal("old", support.bytes(folder .. "/england.db"))
  end)

  it("is not made from a table that is missing or cut", function()
    local folder <const> = copy()
    support.write(folder .. "/england/icbs.csv", "code,ons_code,name,short,region\nQWO")
    local said <const>, done <const> = support.run(MAKE_DB, folder .. "/england", folder .. "/england.db")
    assert.is_false(done)
    assert.is_truthy(said:find("icbs.csv", 1, true), said)
    assert.is_false(core.host.exists(folder .. "/england.db"))
  end)

  it("is not made without being told where", function()
    local said <const>, done <const> = support.run(MAKE_DB, ENGLAND)
    assert.is_false(done)
    assert.is_truthy(said:find("say where", 1, true), said)
  end)
end)
