--- How numbers are written for readers.
local label <const> = require("stead.label")

describe("pounds and pence", function()
  it("[R32] are whole pence with commas, a point and two digits", function()
    local cases <const> = {
      [0] = "0.00", [5] = "0.05", [99] = "0.99", [100] = "1.00", [12221447569] = "122,214,475.69",
      [-123456] = "−1,234.56", [math.mininteger] = "−92,233,720,368,547,758.08",
    }
    for pence, text in pairs(cases) do
      assert.equal(text, label.pounds(pence))
    end
  end)

  it("are refused when they are not whole", function()
    assert.has_error(function()
      label.pounds(1.5)
    end, "money must be whole pence, not 1.5")
    assert.has_error(function()
      label.pounds("100")
    end, "money must be whole pence, not 100")
  end)
end)

describe("pounds in short", function()
  it("take the unit that reads best, from pence to billions", function()
    local cases <const> = {
      { 0, "£0" }, { 0.01, "£0.01" }, { 999, "£999" }, { 100000, "£100.0k" }, { 124658765.21, "£124.7m" },
      { 5e9, "£5.00bn" }, { 999960, "£1.0m" }, { 999960000, "£1.00bn" }, { -300000, "−£300.0k" },
      { 1234567e6, "£1,234.57bn" },
    }
    for _, case in ipairs(cases) do
      assert.equal(case[2], label.short(case[1]))
    end
  end)

  it("carry the sign of a change, and none for no change", function()
    assert.equal("+£2.4m", label.short(2444289.52, true))
    assert.equal("−£2.4m", label.short(-2444289.52, true))
    assert.equal("£0", label.short(0, true))
  end)
end)

describe("per cent", function()
  it("is written with a true minus sign and never as minus nought", function()
    assert.equal("+9.33%", label.percent(0.0933, 2, true))
    assert.equal("−8.96%", label.percent(-0.0896))
    assert.equal("0.00%", label.percent(-0.00001, 2, true))
  end)

  it("has no more decimals than a chosen rate has", function()
    assert.equal("25%", label.rate(0.25))
    assert.equal("2.25%", label.rate(0.0225))
    assert.equal("0%", label.rate(0))
    assert.equal("100%", label.rate(1))
  end)
end)

describe("lists and counts", function()
  it("read as a sentence", function()
    assert.equal("", label.list {})
    assert.equal("Leeds", label.list { "Leeds" })
    assert.equal("Calderdale, Kirklees and Leeds", label.list { "Calderdale", "Kirklees", "Leeds" })
    assert.equal("1 place", label.several(1, "place"))
    assert.equal("1,529 places", label.several(1529, "place"))
    assert.equal("five", label.spelt(5))
    assert.equal("11", label.spelt(11))
    assert.equal("no", label.spelt(0))
  end)
end)
