local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/bind/support.lua")

local gbp, pct = core.money.gbp, core.money.pct
local refusal = support.refusal

local columns = {
  { "code", "text" }, { "count", "integer" }, { "people", "quantity" }, { "paid", "money" }, { "growth", "rate" },
  { "index", "real" },
}

local function made()
  return core.frame.new(columns, {
    { "b", 2, 4058.9207827613, gbp "2.50", pct "3.6", 1.25 },
    { code = "a", people = "1.0000000005", index = 0 / 0 },
    { "c", 1, 7, gbp "-1", pct "-1", 0.5 },
  })
end

describe("frame", function()
  describe("makes", function()
    it("columns that keep their names, kinds and order", function()
      local f = made()
      assert.same({ "code", "count", "people", "paid", "growth", "index" }, f:names())
      assert.same({ "text", "integer", "quantity", "money", "rate", "real" }, f:kinds())
      assert.same({ 6, 3, 3 }, { f:width(), f:height(), #f })
      assert.is_true(f:has("paid"))
      assert.is_false(f:has("pay"))
    end)
    it("[R32] cells of their kind, and nil where one is missing: neither zero nor empty text", function()
      local f = made()
      assert.equal(gbp "2.50", f:cell(1, "paid"))
      assert.equal(pct "3.6", f:cell(1, 5))
      assert.equal("integer", math.type(f:cell(1, "count")))
      assert.equal(4058.920782761, f:cell(1, "people"))
      assert.equal(1.000000001, f:cell(2, "people"))
      assert.same({ code = "a", people = 1.000000001 }, f:row(2))
      assert.equal("", core.frame.new({ { "t", "text" } }, { { "" } })[1].t)
    end)
    it("rows in order, by number, by loop and by column", function()
      local f, codes = made(), {}
      for row in f:rows() do
        codes[#codes + 1] = row.code
      end
      assert.same({ "b", "a", "c" }, codes)
      assert.same(codes, f:column("code"))
      assert.equal("c", f[3].code)
      assert.is_nil(f[4])
      assert.is_nil(f:line(1))
    end)
    it("its rows sorted, missing cells last either way, equal cells as they stood", function()
      local f = made()
      assert.same({ "c", "b", "a" }, f:sorted("paid"):column("code"))
      assert.same({ "b", "c", "a" }, f:sorted("paid", "descending"):column("code"))
      assert.same({ "c", "b", "a" }, f:sorted("index"):column("code"))
      assert.same({ "a", "b", "c" }, f:sorted("code"):column("code"))
    end)
    it("its first rows, and some of its columns", function()
      local f = made()
      assert.same({ "b", "a" }, f:head(2):column("code"))
      assert.equal(3, #f:head(99))
      assert.equal(0, #f:head(0))
      assert.same({ "paid", "code" }, f:select({ "paid", "code" }):names())
      assert.equal(gbp "-1", f:select({ "paid" }):cell(3, "paid"))
    end)
    it("one table of what is known about it", function()
      local f = made()
      f:about().title = "Paid"
      assert.equal("Paid", f:about().title)
    end)
    it("quantities from decimal text, exact to the ninth place", function()
      local f = core.frame.new({ { "q", "quantity" } }, { { "60123456.123456789" }, { "1,000.5" } })
      assert.equal(60123456.123456789, f:cell(1, "q"))
      assert.equal(1000.5, f:cell(2, "q"))
    end)
  end)

  describe("refuses", function()
    local function row_refused(row)
      return refusal(function() core.frame.new(columns, { {}, row }) end)
    end
    it("[R27] a number where money or a rate is meant, with row, column and what to write", function()
      assert.equal('bad argument #2 to \'new\' (row 2, column \'paid\': money expected, got 12.5; write gbp "12.50")',
        row_refused({ paid = 12.5 }))
      assert.equal('bad argument #2 to \'new\' (row 2, column \'growth\': rate expected, got 0.05; '
        .. 'write rate "0.05" or pct "5")', row_refused({ growth = 0.05 }))
    end)
    it("cells of another kind", function()
      assert.equal("bad argument #2 to 'new' (row 2, column 'code': text expected, got 7)", row_refused({ 7 }))
      assert.equal("bad argument #2 to 'new' (row 2, column 'count': integer expected, got 1.5)",
        row_refused({ count = 1.5 }))
      assert.equal("bad argument #2 to 'new' (row 2, column 'count': the number is too large)",
        row_refused({ count = math.mininteger }))
      assert.equal("bad argument #2 to 'new' (row 2, column 'people': the number is too large, or not one)",
        row_refused({ people = 0 / 0 }))
      assert.equal("bad argument #2 to 'new' (row 2, column 'people': 'x' is not a number)",
        row_refused({ people = "x" }))
      assert.equal("bad argument #2 to 'new' (row 2, column 'index': real expected, got '1')",
        row_refused({ index = "1" }))
    end)
    it("names and positions that no column has", function()
      assert.equal("bad argument #2 to 'new' (row 2: there is no column 'kode')",
        row_refused({ kode = "a", zode = "b" }))
      assert.equal("bad argument #2 to 'new' (row 2: item 7, but there are 6 columns)", row_refused({ [7] = 1 }))
      assert.equal("bad argument #2 to 'new' (row 2: give cells by name or by position, once each)",
        row_refused({ "a", code = "b" }))
    end)
    it("columns that are not well said", function()
      assert.equal("bad argument #1 to 'new' (column 1: write { \"name\", \"kind\" })",
        refusal(function() core.frame.new({ "code" }) end))
      assert.equal("bad argument #1 to 'new' (column 1: 'number' is not a kind; write text, integer, quantity, money, "
        .. "rate or real)", refusal(function() core.frame.new({ { "n", "number" } }) end))
      assert.equal("two columns are called 'n'",
        refusal(function() core.frame.new({ { "n", "text" }, { "n", "text" } }) end))
      assert.equal("bad argument #1 to 'new' (a frame needs at least one column)",
        refusal(function() core.frame.new({}) end))
    end)
    it("a column or row that is not there, with the nearest name", function()
      local f = made()
      assert.equal("bad argument #2 to 'cell' (there is no column 'piad'; did you mean 'paid'?)",
        refusal(function() f:cell(1, "piad") end))
      assert.equal("bad argument #1 to 'cell' (there is no row 4; the frame has 3)",
        refusal(function() f:cell(4, "paid") end))
      assert.equal("bad argument #2 to 'cell' (there is no column 7; the frame has 6)",
        refusal(function() f:cell(1, 7) end))
      assert.equal("bad argument #1 to 'select' (a list of column names expected; item 2 is a number)",
        refusal(function() f:select({ "code", 3 }) end))
      assert.equal("two columns are called 'code'", refusal(function() f:select({ "code", "code" }) end))
      assert.matches("invalid option 'up'", refusal(function() f:sorted("code", "up") end))
    end)
  end)

  describe("lives", function()
    it("through a to-be-closed scope, a second close, and use after it", function()
      local kept
      do
        local f <close> = made()
        kept = f
      end
      kept:close()
      assert.equal("frame (closed)", tostring(kept))
      assert.equal("calling 'names' on bad self (frame is closed)", refusal(function() kept:names() end))
    end)
    it("while a loop over its rows does, and no longer than that", function()
      local next_row = made():rows()
      collectgarbage()
      assert.equal("b", next_row().code)
      local f = made()
      local following = f:rows()
      f:close()
      assert.equal("frame is closed", refusal(following))
    end)
    it("in memory that the collector knows of: a thousand frames do not pile up", function()
      local rows = {}
      for i = 1, 1000 do
        rows[i] = { "x" }
      end
      local f, live = core.frame.new({ { "t", "text" } }, rows), setmetatable({}, { __mode = "k" })
      for _ = 1, 1000 do
        live[f:head(1000)] = true
      end
      local count = 0
      for _ in pairs(live) do
        count = count + 1
      end
      assert.is_true(count < 500, count .. " frames were waiting")
    end)
    it("closed to scripts: no finalizer can be called by hand", function()
      assert.is_false(getmetatable(made()))
      assert.is_nil(made().__gc)
    end)
  end)
end)
