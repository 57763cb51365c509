--- Parameters: what ships, and what is refused.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local parameter <const> = require("stead.policy.parameter")
local policy <const> = require("stead.policy")

--- A parameter in a book of its own.
local function file_of(fields)
  return { ["policy/parameters/ours.lua"] = 'return parameter "ours.rate" { title = "A rate of ours", ' .. fields
    .. " }" }
end

local function one(from, is, more)
  return ('{ from = "%s", is = pct "%s", status = "user"%s }'):format(from, is, more or "")
end

--- DOMAIN 11: key, day, value as people read it, status.
local shipped <const> = {
  { "tier.system.band", "2022-07-01", "least 1,000,000, most 3,000,000", "verified" },
  { "tier.place.band", "2022-07-01", "least 250,000, most 500,000", "verified" },
  { "tier.neighbourhood.band", "2022-07-01", "least 30,000, most 50,000", "verified" },
  { "ics.count", "2022-07-01", "42", "verified" },
  { "alloc.weights", "2022-04-01", "community 5.16%, general_acute 62.41%, health_inequalities 9.96%, maternity 3.38%,"
    .. " mental_health 10.6%, prescribing 8.48%", "derived" },
  { "alloc.weights", "2025-03-31", "community 5.1%, general_acute 62.6%, health_inequalities 10.1%, maternity 3.4%,"
    .. " mental_health 10.4%, prescribing 8.4%", "derived" },
  { "alloc.weights", "2025-04-01", "community 4.5%, general_acute 58.7%, health_inequalities 10.1%, maternity 3.8%,"
    .. " mental_health 12.6%, prescribing 8.5%, primary_medical_need 1.8%", "derived" },
  { "alloc.pmc.hi_weight", "2023-04-01", "15%", "derived" },
  { "alloc.community.ga_half", "2023-04-01", "50%", "verified" },
  { "alloc.growth.core", "2022-04-01", "3.6%", "verified" }, { "alloc.growth.core", "2025-04-01", "4.4%", "verified" },
  { "alloc.efficiency", "2022-04-01", "1.1%", "verified" }, { "alloc.efficiency", "2025-04-01", "2%", "verified" },
  { "alloc.cuf", "2025-04-01", "4.15%", "verified" },
  { "poc.max_under_target", "2016-04-01", "-5%", "verified" },
  { "rca.per_head", "2025-12-31", "£18.76", "verified" }, { "rca.cut", "2025-04-01", "30%", "verified" },
  { "bcf.uplift", "2022-04-01", "5.66%", "verified" }, { "bcf.uplift", "2023-04-01", "5.66%", "verified" },
  { "bcf.uplift", "2024-04-01", "5.66%", "unverified" },
  { "bcf.asc_min_uplift", "2025-04-01", "3.9%", "unverified" },
  { "bcf.discharge", "2022-04-01", "councils £200,000,000.00, icbs £300,000,000.00, total £500,000,000.00",
    "verified" },
  { "bcf.discharge", "2023-04-01", "councils £300,000,000.00, icbs £300,000,000.00, total £600,000,000.00",
    "verified" },
  { "bcf.discharge", "2024-04-01", "total £1,000,000,000.00", "unverified" },
  { "spc.limit", "2024-04-01", "266%", "verified" }, { "spc.screen", "2024-04-01", "326.7%", "verified" },
  { "spc.run", "2024-04-01", "7", "verified" }, { "spc.trend", "2024-04-01", "7", "verified" },
  { "sii.quantiles", "2024-04-01", "least 5, most 100", "verified" },
  { "discount.stpr", "2024-04-01", "3.5%", "verified" },
  { "discount.stpr.later", "2024-04-01", "years_31_to_75 3%, years_76_to_125 2.5%", "unverified" },
  { "discount.health", "2024-04-01", "years_0_to_30 1.5%, years_31_to_75 1.29%, years_76_to_125 1.07%", "unverified" },
  { "vat.standard", "2024-04-01", "20%", "unverified" },
  { "wte.hours", "2024-04-01", "council 3,700%, nhs 3,750%", "unverified" },
  { "deadlines.place_model", "2023-01-01", "2023-04-01", "verified" },
  { "deadlines.shared_outcomes_evidence", "2023-01-01", "2024-03-31", "verified" },
  { "s65z5.excluded", "2023-01-01", "14Z25, 14Z26, 14Z28, 14Z59-14Z62, 27B-27D, 33 and others", "verified" },
  { "prevention.shift.hewitt", "2023-04-04", "1%", "verified" },
}

describe("The parameters that ship", function()
  local national
  setup(function()
    national = policy.load()
  end)

  it("[R10] [R12] have the values, days and statuses of DOMAIN 11", function()
    for _, each in ipairs(shipped) do
      local found = assert(national:resolve(each[1], { on = each[2] }), each[1])
      assert.are.equal(each[3], (parameter.text(found.value):gsub("%.0+%%", "%%")), each[1])
      assert.are.equal(each[4], found.status, each[1] .. " on " .. each[2])
    end
  end)

  it("[R12] cite their source when they are verified or derived", function()
    for id, p in pairs(national.parameters) do
      for _, value in ipairs(p.values) do
        if value.status == "verified" or value.status == "derived" then
          assert.is_truthy(value.cites, id)
        end
      end
    end
  end)

  it("leave unknown what nobody has published, and say who must supply it", function()
    local _, message = national:resolve("poc.convergence", { on = "2024-04-01" })
    assert.are.equal("parameter 'poc.convergence' has no value: NHS England has not published it in a form that could "
      .. "be read; the system must supply its own", message)
    support.refuses(2, "the system gives its own", national.value, national, "allocation.floor_growth",
      { on = "2023-04-01" })
  end)

  it("on a day without a value list the days that have one", function()
    support.refuses(2, "^parameter 'alloc.growth.core' has no value on 1 April 2024; it has values 1 April 2022 to 31 "
      .. "March 2023 and 1 April 2025 to 31 March 2026$", national.value, national, "alloc.growth.core",
      { on = "2024-04-01" })
    support.refuses(2, "no value on 31 March 2022; it has values 1 April 2022", national.value, national, "bcf.uplift",
      { on = "2022-03-31" })
    assert.are.equal("5.66%", tostring(national:value("bcf.uplift", { on = "2025-03-31" })))
  end)

  it("are named by the nearest when misspelt", function()
    support.refuses(2, "no parameter 'bcf.upliff'; did you mean 'bcf.uplift'", national.parameter, national,
      "bcf.upliff")
  end)

  it("are not declared again by a book, unless nobody has given a value", function()
    support.unloadable("'bcf.uplift' is a national parameter (policy/parameters/better-care-fund.lua:3), which is "
      .. "never edited locally; write a variation of it",
      { ["policy/parameters/ours.lua"] = 'return parameter "bcf.uplift" '
      .. '{ title = "Ours", unit = "rate", values = { ' .. one("2023-04-01", "6") .. " } }" })
    local loaded, book = support.policy({ ["policy/parameters/ours.lua"] = 'return parameter "allocation.floor_growth" '
      .. '{ title = "Ours", unit = "rate", values = { ' .. one("2023-04-01", "2") .. " } }" })
    assert.are.equal("2%", tostring(loaded:value("allocation.floor_growth", { on = "2023-04-01" })))
    book:close()
  end)
end)

describe("A parameter of a book", function()
  teardown(support.clear)

  it("has a value by stream, else the one that serves every stream", function()
    local loaded, book = support.policy(file_of('unit = "rate", values = { ' .. one("2023-04-01", "2") .. ", "
      .. one("2023-04-01", "3", ', stream = "core"') .. " }"))
    local ask = { on = "2023-04-01", stream = "core" }
    assert.are.equal("3%", tostring(loaded:value("ours.rate", ask)))
    ask.stream = "maternity"
    assert.are.equal("2%", tostring(loaded:value("ours.rate", ask)))
    book:close()
  end)

  it("ends one value where the next begins", function()
    local loaded, book = support.policy(file_of('unit = "rate", values = { ' .. one("2024-04-01", "3") .. ", "
      .. one("2023-04-01", "2") .. " }"))
    assert.are.equal("2%", tostring(loaded:value("ours.rate", { on = "2024-03-31" })))
    assert.are.equal("3%", tostring(loaded:value("ours.rate", { on = "2024-04-01" })))
    book:close()
  end)

  local refused <const> = {
    { "overlaps", 'unit = "rate", values = { ' .. one("2023-04-01", "2", ', to = "2024-06-30"') .. ", "
      .. one("2024-04-01", "3") .. " }", "two values count on 1 April 2024: one from 1 April 2023 and" },
    { "two of a day", 'unit = "rate", values = { ' .. one("2023-04-01", "2") .. ", "
      .. one("2023-04-01", "3") .. " }", "two values count on 1 April 2023" },
    { "gaps", 'unit = "rate", values = { ' .. one("2023-04-01", "2", ', to = "2024-03-31"') .. ", "
      .. one("2024-06-01", "3") .. " }", "no value from 1 April 2024 to 31 May 2024; say gaps = true if" },
    { "an end before the start", 'unit = "rate", values = { ' .. one("2023-04-01", "2", ', to = "2023-03-31"') .. " }",
      "value 1: ends on 31 March 2023, before it starts" },
    { "no values", 'unit = "rate", values = {}', "has no values; say in `unknown` who must supply them" },
    { "a value of another unit", 'unit = "money", values = { ' .. one("2023-04-01", "2") .. " }",
      "value 1: field 'is' must be money, such as gbp \"1,234.56\"" },
    { "a float for a rate", 'unit = "rate", values = { { from = "2023-04-01", is = 0.02, status = "user" } }',
      "field 'is' must be a rate, such as pct \"2.5\", not the number 0.02" },
    { "a fraction for a count", 'unit = "count", values = { { from = "2023-04-01", is = 1.5, status = "user" } }',
      "field 'is' must be a whole number" },
    { "a day that is none", 'unit = "rate", values = { ' .. one("2023-02-30", "2") .. " }",
      "field 'from' must be a date, such as \"2023-04-01\", not '2023-02-30'" },
    { "another status", 'unit = "rate", values = { { from = "2023-04-01", is = pct "2", status = "verifed" } }',
      "did you mean 'verified'?" },
    { "no status", 'unit = "rate", values = { { from = "2023-04-01", is = pct "2" } }', "field 'status' is missing" },
    { "a misspelt field", 'unit = "rate", value = {}', "no field 'value'; did you mean 'values'?" },
    { "a unit that is none", 'unit = "rates", values = {}', "did you mean 'rate'?" },
    { "a table that may be raised", 'unit = "table", vary = "raise", unknown = "us", values = {}',
      "a table cannot be raised or lowered; vary is \"any\" or \"none\"" },
    { "bounds of another unit", 'unit = "rate", vary = { between = { 1, 2 } }, unknown = "us", values = {}',
      "field 'vary': between 1 must be a rate" },
    { "bounds the wrong way round", 'unit = "rate", vary = { between = { pct "5", pct "1" } }, unknown = "us", '
      .. "values = {}", "between is from the least to the most" },
    { "a word for vary", 'unit = "rate", vary = "upwards", unknown = "us", values = {}',
      "field 'vary' must be none, raise, lower or any, not 'upwards'" },
  }
  for _, each in ipairs(refused) do
    it("is refused with " .. each[1], function()
      local message = support.unloadable(each[3], file_of(each[2]))
      assert.matches("^policy/parameters/ours.lua:1: parameter 'ours.rate'", message)
    end)
  end

  it("says that gaps are meant, and then has none there", function()
    local loaded, book = support.policy(file_of('unit = "rate", gaps = true, values = { '
      .. one("2023-04-01", "2", ', to = "2024-03-31"') .. ", " .. one("2024-06-01", "3") .. " }"))
    local _, message = loaded:resolve("ours.rate", { on = "2024-05-01" })
    assert.are.equal("parameter 'ours.rate' has no value on 1 May 2024; it has values 1 April 2023 to 31 March 2024 "
      .. "and from 1 June 2024", message)
    book:close()
  end)

  it("is not declared twice", function()
    local files = file_of('unit = "rate", values = { ' .. one("2023-04-01", "2") .. " }")
    files["policy/parameters/other.lua"] = files["policy/parameters/ours.lua"]
    support.unloadable("policy/parameters/ours.lua:1: parameter 'ours.rate' is declared twice; the other is at "
      .. "policy/parameters/other.lua:1", files)
  end)

  it("that is not Lua is shown with file, line and caret", function()
    local message = support.unloadable("policy/parameters/ours.lua:2:", { ["policy/parameters/ours.lua"] =
      'return parameter "ours.rate" {\n  title = "A rate" unit = "rate",\n}' })
    assert.matches("\n +%^", message)
  end)
end)
