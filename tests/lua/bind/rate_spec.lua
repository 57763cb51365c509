local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/bind/support.lua")

local pct, rate = core.money.pct, core.money.rate
local refusal = support.refusal

describe("rate", function()
  describe("makes", function()
    it("the same rate from a percentage and from a fraction", function()
      assert.equal(pct "5.66", rate "0.0566")
      assert.equal(pct(5), rate "5%")
      assert.equal(rate(1), pct(100))
      assert.equal("5.66%", tostring(pct "5.66"))
      assert.equal("growth 3.6%", "growth " .. pct "3.6")
    end)
    it("sums, differences, negatives, whole multiples and comparisons", function()
      assert.equal(pct "3", pct "1" + pct "2")
      assert.equal(pct "-1", pct "1" - pct "2")
      assert.equal(pct "-1", -pct "1")
      assert.equal(pct "4.5", 3 * pct "1.5")
      assert.is_true(pct "1" < pct "1.0000001" and pct "1" <= rate "0.01")
      assert.is_false(pct "5" == 5)
    end)
    it("text to the decimals asked for, half away from zero", function()
      assert.equal("3.60%", pct "3.6":text(2))
      assert.equal("0.13%", pct "0.125":text(2))
      assert.equal("-0.13%", pct "-0.125":text(2))
      assert.equal("4%", pct "3.5":text(0))
    end)
    it("whole parts, and a number for statistics", function()
      assert.equal(36000000, pct "3.6":parts())
      assert.equal(0.036, pct "3.6":number())
    end)
    it("a range with both its ends, either way", function()
      local up, down = {}, {}
      for r in pct.range("0.00", "1", pct "0.5") do
        up[#up + 1] = tostring(r)
      end
      for r in pct.range(1, 0, "-0.75") do
        down[#down + 1] = tostring(r)
      end
      assert.same({ "0%", "0.5%", "1%" }, up)
      assert.same({ "1%", "0.25%" }, down)
    end)
  end)

  describe("refuses", function()
    it("a Lua number with a point, saying what to write", function()
      assert.equal('bad argument #1 to \'pct\' (a Lua number cannot hold 5.66 exactly; write pct "5.66")',
        refusal(function() pct(5.66) end))
      assert.equal('bad argument #1 to \'rate\' (a Lua number cannot hold 0.05 exactly; write rate "0.05")',
        refusal(function() rate(0.05) end))
      assert.equal('both sides of \'+\' must be rates, got 0.05; write rate "0.05" or pct "5"',
        refusal(function() return pct "1" + 0.05 end))
      assert.equal("a rate can be multiplied only by a whole number, got 0.5",
        refusal(function() return pct "1" * 0.5 end))
    end)
    it("text that is no rate, or finer than a rate holds", function()
      assert.equal("bad argument #1 to 'pct' ('five' is not a rate; write it like '5.66' or '5.66%')",
        refusal(function() pct "five" end))
      assert.equal("bad argument #1 to 'pct' ('1.23456789' has more decimal places than a rate holds (7 here))",
        refusal(function() pct "1.23456789" end))
    end)
    it("comparison with a number", function()
      assert.equal('a rate can be compared only with a rate, got 5; write rate "5" or pct "500"',
        refusal(function() return pct "1" < 5 end))
    end)
    it("steps that lead nowhere, and decimals that are not there", function()
      assert.equal("bad argument #3 to 'range' (step must not be zero)", refusal(function() pct.range(0, 1, 0) end))
      assert.equal("bad argument #3 to 'range' (step must lead from the first rate towards the last)",
        refusal(function() pct.range(0, 1, -1) end))
      assert.equal("bad argument #1 to 'text' (0 to 7 decimals can be shown)", refusal(function() pct "1":text(8) end))
    end)
    it("more than fits", function()
      assert.equal("922337203685% * 1000 is too large for a rate",
        refusal(function() return pct(922337203685) * 1000 end):gsub(",", ""))
    end)
  end)

  describe("lives", function()
    it("through a range that stops at the largest rate there is", function()
      local most, count = "9223372036.854775807", 0
      for _ in pct.range(rate(most), rate(most), 1) do
        count = count + 1
      end
      assert.equal(1, count)
    end)
  end)
end)
