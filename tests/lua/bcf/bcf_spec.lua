--- Better Care Fund plans: the worked example, each condition, what is refused; and VAT by host.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local core <const> = require("stead.core")
local conditions <const> = require("stead.bcf.conditions")
local vat <const> = require("stead.pools.vat")

local gbp <const>, pct <const> = core.money.gbp, core.money.pct

--- The West Yorkshire book with its plan, one thing put for another.
local function opened(from, to, tier)
  local folder = support.west_yorkshire(tier and { ["system.lua"] = function(text)
    return (text:gsub('(body "E08000033" { kind = "council", tier = )"both"', '%1"upper"'))
  end })
  for _, name in ipairs({ "agreements", "bcf" }) do
    assert(core.host.mkdir(folder .. "/" .. name))
    local text = support.bytes(support.book .. "/" .. name .. "/calderdale.lua")
    local at, last = text:find(from or "return", 1, true)
    if at and name == "bcf" then
      text = text:sub(1, at - 1) .. (to or "return") .. text:sub(last + 1)
    end
    support.write(folder .. "/" .. name .. "/calderdale.lua", text)
  end
  return support.open(folder)
end

local function conditions_of(book)
  local out = {}
  for _, each in ipairs(conditions.of(book, book.bcf.calderdale)) do
    out[each.condition] = each
  end
  return out
end

describe("A Better Care Fund plan", function()
  teardown(support.clear)

  it("[R26] [R52] has the minimums of the worked example, to the penny", function()
    local found = conditions_of(opened())
    assert.equal("21,132,000.00", found["NHS minimum contribution"].required:text())
    assert.equal("7,607,520.00", found["adult social care, from the NHS minimum"].required:text())
    assert.equal("6,022,620.00", found["NHS-commissioned, out of hospital"].required:text())
    for name, each in pairs(found) do
      assert.is_true(each.met, name)
    end
    assert.equal("22,328,071.20", gbp("21,132,000"):uplift(pct "5.66"):text())
  end)

  local unmet <const> = {
    { "NHS minimum contribution", "contribution = gbp \"20,000,000\"", "contribution = gbp \"20,000,001\"" },
    { "adult social care, from the NHS minimum", 'source = "nhs-minimum", area = "social care"',
      'source = "nhs-minimum", area = "other"' },
    { "NHS-commissioned, out of hospital", 'area = "community health"', 'area = "acute"' },
    { "all of council-grant is used", 'amount = gbp "8,000,000.00", spent', 'amount = gbp "7,999,999.99", spent' },
    { "a section 75 agreement is in force", 'agreement = "calderdale-s75",', "" },
    { "signed by the chief executive, which cannot be delegated", 'chief_executive = "2023-06-20", ', "" },
    { "signed by the council's section 151 officer", 'section_151 = "2023-06-21", ', "" },
    { "approved by the health and wellbeing board", ', board = "2023-06-28"', "" },
  }
  for _, each in ipairs(unmet) do
    it("[R26] does not meet: " .. each[1], function()
      local book = opened(each[2], each[3])
      for name, condition in pairs(conditions_of(book)) do
        assert.equal(name ~= each[1], condition.met, name)
      end
      local _, all = conditions.frame(book)
      assert.is_false(all)
    end)
  end

  it("[R26] passes the grant for facilities to districts in a county", function()
    local name <const> = "Disabled Facilities Grant passed to districts"
    assert.is_false(conditions_of(opened(nil, nil, true))[name].met)
    assert.is_true(conditions_of(opened("metrics =",
      'passed_on = { { district = "a", amount = gbp "1,000,000" }, { district = "b", amount = gbp "2,000,000" } },\n'
        .. "metrics =",
      true))[name].met)
    assert.is_nil(conditions_of(opened())[name])
  end)

  it("[R26] asks for an uplift that nobody has supplied", function()
    local found = conditions_of(opened('year = "2023/24"', 'year = "2025/26"'))
    assert.is_nil(found["NHS minimum contribution"].met)
    assert.matches("parameter 'bcf.uplift' has no value on 1 April 2025", found["NHS minimum contribution"].says, 1,
      true)
    assert.equal("7,480,800.00", found["adult social care, from the NHS minimum"].required:text())
  end)

  it("[R26] may be funded by several ICBs, and returns its spending by scheme", function()
    local frame = conditions.quarterly(opened(), "calderdale")
    assert.equal("25.0%", frame:row(11).says)
    assert.matches("of residents aged 65 and over", frame:row(15).says)
  end)

  local refused <const> = {
    { "a scheme over its source", 'amount = gbp "8,000,000.00", spent', 'amount = gbp "8,000,000.01", spent',
      "scheme 'home%-care' goes over its source 'council%-grant'" },
    { "a scheme without a source", 'source = "council-grant"', 'source = "council-grnt"',
      "no source of it; did you mean 'council%-grant'" },
    { "a place as its funder", 'funder = "QWO"', 'funder = "calderdale"', "a place funds nothing" },
    { "an area that is no council", 'area = "E08000033"', 'area = "E08000034X"', "is not a council" },
    { "an unknown agreement", '"calderdale-s75"', '"s75"', "agreement 's75' is not declared" },
    { "a negative amount", 'gbp "3,000,000.00" },\n  },\n  schemes', 'gbp "-1" },\n  },\n  schemes',
      "less than nothing" },
    { "two schemes of one name", 'id = "home-care"', 'id = "reablement"', "two of its schemes are called" },
    { "a field that is misspelt", "commissioner =", "commisioner =", "did you mean 'commissioner'" },
  }
  for _, each in ipairs(refused) do
    it("[R26] is refused with " .. each[1], function()
      support.refuses(4, each[4], opened, each[2], each[3])
    end)
  end
end)

describe("VAT by host", function()
  teardown(support.clear)

  it("[R51] is the worked example's, with its caveat", function()
    local book = opened()
    local frame = vat.compare(book, { net = gbp "5,000,000", taxable = pct "60", recovered = pct "40",
      on = "2024-03-31" })
    assert.equal("600,000.00", frame:row(1).vat:text())
    assert.equal("240,000.00", frame:row(1).recovered:text())
    assert.equal("360,000.00", frame:row(1).borne:text())
    assert.equal("0.00", frame:row(2).borne:text())
    assert.equal("360,000.00", frame:row(3).borne:text())
    assert.matches(vat.CAVEAT, frame:text({ width = 100 }), 1, true)
    support.refuses(2, "taxable of 160%% is not from 0%% to 100%%", vat.compare, book, { net = gbp "1",
      taxable = pct "160", recovered = pct "40", on = "2024-03-31" })
  end)
end)
