local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/bind/support.lua")

local gbp, pence, pct, rate = core.money.gbp, core.money.pence, core.money.pct, core.money.rate
local refusal = support.refusal

describe("money", function()
  describe("makes", function()
    it("[R27] amounts from text, pounds and pence, printed with pound sign and commas", function()
      assert.equal("£1,234,567.89", tostring(gbp "1,234,567.89"))
      assert.equal("£1,250,000.00", tostring(gbp "£1.25m"))
      assert.equal("£12.00", tostring(gbp(12)))
      assert.equal("-£0.05", tostring(pence(-5)))
      assert.equal("£0.00 is nothing", gbp(0) .. " is nothing")
    end)
    it("sums, differences, negatives and whole multiples that are exact", function()
      assert.equal(gbp "3.01", gbp "1.00" + gbp "2.01")
      assert.equal(gbp "-1.01", gbp "1.00" - gbp "2.01")
      assert.equal(gbp "-1.00", -gbp "1.00")
      assert.equal(gbp "3.03", gbp "1.01" * 3)
      assert.equal(gbp "3.03", 3 * gbp "1.01")
    end)
    it("parts by a rate, half away from zero at the penny", function()
      assert.equal(pence(1), pence(1):times(pct "50"))
      assert.equal(pence(-1), pence(-1):times(pct "50"))
      assert.equal(pence(0), pence(1):times(pct "49.9999999"))
      assert.equal(gbp "103.60", gbp "100":uplift(pct "3.6"))
    end)
    it("a growth rounded once, so that half a penny taken away is not taken", function()
      assert.equal(pence(1), pence(1):uplift(pct "-50"))
    end)
    it("text for files, text for tables, and whole pence", function()
      local m = gbp "-1,234.5"
      assert.equal("-1234.50", m:plain())
      assert.equal("-1,234.50", m:text())
      assert.equal(-123450, m:pence())
    end)
    it("comparisons, and a rate of one amount in another", function()
      assert.is_true(gbp "1" < gbp "1.01" and gbp "1" <= gbp "1" and gbp "1.01" >= gbp "1")
      assert.is_false(gbp(5) == 5)
      assert.is_false(gbp(0) == rate(0))
      assert.equal(pct "33.3333333", gbp "1":percent_of(gbp "3"))
    end)
    it("[R32] an amount that remembers its origin, which arithmetic drops", function()
      local origin = { line = 12 }
      local m = core.money.with_origin(gbp "1", origin)
      assert.equal(origin, m:origin())
      assert.equal(gbp "1", m)
      assert.is_nil((m + gbp "0"):origin())
    end)
    it("the name of its kind", function()
      assert.same({ "money", "rate" }, { core.money.kind(gbp(1)), core.money.kind(pct(1)) })
      assert.is_nil(core.money.kind(1))
    end)
  end)

  describe("refuses", function()
    it("[R27] a Lua number with a point, saying what to write", function()
      assert.equal('a Lua number cannot hold 0.05 exactly; write m:times(pct "5")',
        refusal(function() return gbp "1" * 0.05 end))
      assert.equal('a Lua number cannot hold 0.036 exactly; write m:times(pct "3.6")',
        refusal(function() return 0.036 * gbp "1" end))
      assert.equal('bad argument #1 to \'gbp\' (a Lua number cannot hold pounds and pence exactly; write gbp "12.50")',
        refusal(function() gbp(12.5) end))
      assert.equal("bad argument #1 to 'pence' (a whole number of pence expected, got 1.0)",
        refusal(function() pence(1.0) end))
      assert.equal('bad argument #1 to \'times\' (rate expected, got 0.05; write rate "0.05" or pct "5")',
        refusal(function() gbp "1":times(0.05) end))
    end)
    it("a number that is no amount at all", function()
      assert.equal('a Lua number cannot hold nan exactly; write the rate as text, like m:times(pct "5")',
        refusal(function() return gbp "1" * (0 / 0) end))
      assert.equal("a Lua number with a point is not a whole number; write 2, not 2.0",
        refusal(function() return gbp "1" * 2.0 end))
    end)
    it("sums with what is not money", function()
      assert.equal('both sides of \'+\' must be money, got 5; write gbp "5.00"',
        refusal(function() return gbp "1" + 5 end))
      assert.equal('both sides of \'-\' must be money, got 5.5; write gbp "5.50"',
        refusal(function() return 5.5 - gbp "1" end))
      assert.equal("both sides of '+' must be money, got rate", refusal(function() return gbp "1" + pct "5" end))
      assert.equal("both sides of '+' must be money, got '5'", refusal(function() return "5" + gbp "1" end))
    end)
    it("division, powers, and products with a rate or text", function()
      assert.matches("^money cannot be divided, because pennies would be lost; write m:share",
        refusal(function() return gbp "1" / 2 end))
      assert.equal("money cannot be divided by money; write a:percent_of(b)",
        refusal(function() return gbp "1" // gbp "2" end))
      assert.matches("nothing else means anything$", refusal(function() return gbp "1" ^ 2 end))
      assert.matches("write m:times%(r%)$", refusal(function() return gbp "1" * pct "5" end))
      assert.equal("money can be multiplied only by a whole number, got 'x'",
        refusal(function() return gbp "1" * "x" end))
    end)
    it("comparison with what is not money", function()
      assert.equal('money can be compared only with money, got 5; write gbp "5.00"',
        refusal(function() return gbp "1" < 5 end))
      assert.equal('money can be compared only with money, got 5; write gbp "5.00"',
        refusal(function() return 5 <= gbp "1" end))
    end)
    it("text that is not whole pence", function()
      assert.equal("bad argument #1 to 'gbp' ('1.234' is not a whole number of pence)",
        refusal(function() gbp "1.234" end))
      assert.matches("is not an amount of money; write it like '1,234.56' or '£1.25m'%)$",
        refusal(function() gbp "a pound" end))
    end)
    it("more money than fits, naming both amounts", function()
      assert.equal("£92,233,720,368,547,758.07 plus £0.01 is more money than fits",
        refusal(function() return pence(math.maxinteger) + pence(1) end))
      assert.equal("£0.00 less -£92,233,720,368,547,758.08 is more money than fits",
        refusal(function() return -pence(math.mininteger) end))
      assert.equal("£1.00 times 9223372036854775807 is more money than fits",
        refusal(function() return gbp(1) * math.maxinteger end))
      assert.equal("bad argument #1 to 'gbp' (9223372036854775807 pounds is more money than fits)",
        refusal(function() gbp(math.maxinteger) end))
    end)
    it("a rate of nothing", function()
      assert.equal("nothing is a percentage of £0.00", refusal(function() gbp "1":percent_of(gbp "0") end))
    end)
    it("an origin that is no table", function()
      assert.matches("^bad argument #2 to 'with_origin' %(table expected", refusal(function()
        core.money.with_origin(gbp "1", 7)
      end))
    end)
  end)

  describe("lives", function()
    it("with its origin for as long as it is held", function()
      local m = core.money.with_origin(gbp "1", { "kept" })
      collectgarbage()
      assert.equal("kept", m:origin()[1])
    end)
    it("closed to scripts: its metatable is not for changing", function()
      assert.is_false(getmetatable(gbp "1"))
      assert.is_nil(gbp("1").__add)
    end)
  end)
end)

describe("money shared", function()
  local function sum(parts)
    local total = pence(0)
    for _, part in pairs(parts) do
      total = total + part
    end
    return total
  end

  describe("makes", function()
    it("[R27] parts that are the whole, by the same keys", function()
      local parts = gbp "100":share { a = 1, b = 1, c = 1 }
      assert.same({ a = 3334, b = 3333, c = 3333 },
        { a = parts.a:pence(), b = parts.b:pence(), c = parts.c:pence() })
      assert.equal(gbp "100", sum(parts))
    end)
    it("lists by position, where ties go to the lesser key as text", function()
      local parts = gbp "0.01":share { 1, 1 }
      assert.same({ 1, 0 }, { parts[1]:pence(), parts[2]:pence() })
    end)
    it("by money and by rates, which may be nil", function()
      local by_money = gbp "10":share { a = gbp "1", b = gbp "3", c = gbp "0" }
      assert.same({ 250, 750, 0 }, { by_money.a:pence(), by_money.b:pence(), by_money.c:pence() })
      local by_rate = gbp "10":share { a = pct "25", b = pct "75" }
      assert.equal(gbp "2.50", by_rate.a)
    end)
    it("by decimals to nine places, beside whole numbers", function()
      local parts = gbp "-10":share { a = 0.5, b = 1.5, c = 2 }
      assert.same({ -125, -375, -500 }, { parts.a:pence(), parts.b:pence(), parts.c:pence() })
    end)
    it("by whole numbers as large as pence are", function()
      local parts = gbp "3":share { a = 4000000000000000000, b = 2000000000000000000 }
      assert.equal(gbp "2", parts.a)
    end)
  end)

  describe("refuses", function()
    it("weights that are negative, nil, or of two kinds, by key", function()
      assert.equal("weight of 'b' is negative", refusal(function() gbp "1":share { a = 1, b = -1 } end))
      assert.equal("every weight is nil", refusal(function() gbp "1":share { a = 0, b = 0 } end))
      assert.equal("bad argument #1 to 'share' (weight of 'b' is a rate, but that of 'a' is a number)",
        refusal(function() gbp "1":share { a = 1, b = pct "1" } end))
      assert.equal("bad argument #1 to 'share' (weight of 'a' must be a number, money or a rate, got 'x')",
        refusal(function() gbp "1":share { a = "x" } end))
    end)
    it("the first fault in byte order, whatever the order of the table", function()
      for _ = 1, 20 do
        local weights = {}
        for _, key in ipairs({ "d", "b", "h", "a", "g", "c", "f", "e" }) do
          weights[key] = -1
        end
        assert.equal("weight of 'a' is negative", refusal(function() gbp "1":share(weights) end))
      end
    end)
    it("weights that are not numbers or do not fit, by key", function()
      assert.equal("bad argument #1 to 'share' (weight of 'a' is too large, or not a number)",
        refusal(function() gbp "1":share { a = 0 / 0 } end))
      assert.equal("bad argument #1 to 'share' (weight of 'b' is too large, or not a number)",
        refusal(function() gbp "1":share { a = 0.5, b = 10000000000 } end))
    end)
    it("nobody, and keys that cannot be told apart", function()
      assert.equal("bad argument #1 to 'share' (there is nobody to share between)",
        refusal(function() gbp "1":share {} end))
      assert.equal("bad argument #1 to 'share' (two keys are written '1')",
        refusal(function() gbp "1":share { [1] = 1, ["1"] = 1 } end))
      assert.equal("bad argument #1 to 'share' (keys must be text or whole numbers, got boolean)",
        refusal(function() gbp "1":share { [true] = 1 } end))
    end)
  end)
end)
