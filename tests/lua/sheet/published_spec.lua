--- The files as they were published, read whole: need, payments, council returns, organisations.
local core <const> = require("stead.core")
local sheet <const> = core.sheet

local shared <const> = os.getenv("STEAD_SHARED") or ((os.getenv("STEAD_SOURCE") or ".") .. "/../shared")
local data <const> = shared .. "/data/"

local probe <const> = io.open(data .. "PROVENANCE.md")
if probe then probe:close() end

--- A test that is skipped where the published files are not at hand.
local function published(name, body)
  it(name, function()
    if not probe then return pending("the published files are not in ../shared/data") end
    body()
  end)
end

local weights <const> = {
  general_acute = "G&A WP", community = "CS WP", mental_health = "MH WP", maternity = "Mat WP",
  health_inequalities = "Health Ineq WP", prescribing = "Prescr WP", core = "Final WP",
  primary_medical_need = "Primary Medical Care WP", primary_medical = "Final PMC WP",
}

local function need_recipe()
  local names <const> = {}
  local fields <const> = {
    { name = "code", headings = "Practice_Code", key = true, pattern = "%u%d%d%d%d%d" },
    { name = "icb", headings = { "ICS22", "ICB" }, pattern = "Q%w%w" },
    { name = "district", headings = { "LAD21", "LAD" }, pattern = "E0[6-9]%d%d%d%d%d%d" },
    { name = "pcn", headings = "PCN_Code", blank = "allow" },
    { name = "population", is = "quantity", headings = { "Population", "pop 2022/23" } },
  }
  for name in pairs(weights) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    fields[#fields + 1] = {
      name = name, is = "quantity", headings = weights[name],
      blank = name == "maternity" and "leave out" or "refuse",
    }
  end
  return {
    header = "Practice_Code",
    fields = fields,
    must = { rows = { 6000, 7000 }, sums = { of = names, to = "population", within = "1" } },
  }
end

describe("Practice need", function()
  published("[R32] of 2022/23, 2023/24 and 2025/26 is read by one recipe, and its weights add up", function()
    local editions <const> = {
      { "2022_23", 6554, 17, "4e8619ab0679290db58b93d400ab59e7c32470bd97efa130818eff2be092478a" },
      { "2023_24", 6553, 0, "f8eb9008ac4a8ef442612a97c2b2633ad14ffc4f1d0265edeb73944b88692731" },
      { "2025_26", 6348, 0, "ec4f15678eb80187141e9f325c67bd7dbf112ca7bae988a10cdffd40c293f68c" },
    }
    for _, edition in ipairs(editions) do
      local frame <const>, report <const> =
        assert(sheet.read(data .. "need/gp_weighted_pop_" .. edition[1] .. ".csv", need_recipe()))
      assert.are.equal(edition[2], #frame)
      assert.are.equal(edition[3], #report.blanks)
      assert.are.equal(edition[4], report.sha256)
    end
  end)

  published("[R32] of 2022/23 lists the practices whose maternity is blank", function()
    local _, report <const> = assert(sheet.read(data .. "need/gp_weighted_pop_2022_23.csv", need_recipe()))
    assert.are.same({ line = 1310, field = "maternity", key = "C85628" }, report.blanks[1])
  end)

  published("[R32] cut short anywhere is refused", function()
    local handle <const> = assert(io.open(data .. "need/gp_weighted_pop_2023_24.csv", "rb"))
    local whole <const> = handle:read("a")
    handle:close()
    local name <const> = os.tmpname()
    finally(function() os.remove(name) end)
    for _, share in ipairs({ 0, 0.25, 0.5, 0.9, 0.99, 0.9999 }) do
      local out <close> = assert(io.open(name, "wb"))
      out:write(whole:sub(1, #whole * share // 1 | 0))
      out:close()
      assert.is_nil((sheet.read(name, need_recipe())))
    end
  end)
end)

describe("NHS payments to general practice", function()
  published("[R32] are read to the penny in all three years", function()
    local totals <const> = { ["2020-21"] = 6808, ["2021-22"] = 6758, ["2022-23"] = 6669 }
    for year, rows in pairs(totals) do
      local frame <const> = assert(sheet.read(data .. "payments/nhs_payments_to_general_practice_" .. year .. ".csv", {
        header = "NHS England (Region) code",
        fields = {
          { name = "code", headings = "Practice Code", key = true },
          { name = "total", is = "money", headings = "Total NHS Payments to General Practice" },
        },
      }))
      assert.are.equal(rows, #frame)
    end
  end)
end)

describe("Council revenue outturn", function()
  local function outturn(year)
    return sheet.read(data .. "council/mhclg_RSX_outturn_" .. year .. "_by_LA.csv", {
      header = "E-code",
      stop = { "E-code", "" },
      commas = true,
      only = { code = "E[01][06789]%d%d%d%d%d%d" },
      fields = {
        { name = "code", headings = "ONS Code", key = true },
        { name = "name", headings = "Local authority" },
        {
          name = "adult_social_care", is = "money", unit = "thousand", missing = { "[x]", "..." },
          headings = "Adult Social Care - Net Current Expenditure (C7 = C3 - C6)",
        },
      },
    })
  end

  published("[R32] is found below its preamble and ends at its second table", function()
    local frame <const>, report <const> = assert(outturn("2022-23"))
    assert.are.equal(333, #frame)
    local marked <const> = {}
    for i, note in ipairs(report.blanks) do marked[i] = note.key .. " " .. note.text end
    assert.are.same({ "E08000025 [x]", "E07000037 [x]", "E07000134 [x]", "E07000217 [x]" }, marked)
    for i, name in ipairs(frame:column("name")) do
      if name == "York" then
        assert.are.equal("£71,723,000.00", tostring(frame:cell(i, "adult_social_care")))
      end
    end
  end)

  published("[R32] of 2021/22 is read by the same recipe", function()
    assert.are.equal(333, #assert(outturn("2021-22")))
  end)

  published("saved by an older program is refused until its encoding is declared", function()
    local name <const> = data .. "council/mhclg_RA_budget_2023-24_part1_by_LA.csv"
    local recipe <const> = { header = "E-code", fields = { { name = "code", headings = "ONS Code", key = true } } }
    local _, message <const>, code <const> = sheet.read(name, recipe)
    assert.are.equal("PARSE", code)
    assert.are.equal(name .. ":3:22: byte 0xA3 is not utf-8; is the file cp1252? then declare it", message)
    recipe.encoding = "cp1252"
    recipe.stop = ""
    assert.are.equal(410, #assert(sheet.read(name, recipe)))
  end)
end)

describe("Organisations", function()
  published("[R112] in files without headings are read by position", function()
    for name, rows in pairs({ ods_eccg_commissioners = 320, ods_etr_nhs_trusts_2025 = 273 }) do
      local frame <const> = assert(sheet.read(data .. "organisations/" .. name .. "_noheader.csv", {
        header = false,
        fields = {
          { name = "code", position = 1, key = true },
          { name = "name", position = 2 },
          { name = "opened", position = 11, pattern = "%d%d%d%d%d%d%d%d" },
          { name = "closed", position = 12, pattern = "%d%d%d%d%d%d%d%d", blank = "allow" },
        },
      }))
      assert.are.equal(rows, #frame)
    end
  end)
end)

describe("Every published file", function()
  published("is well formed, row by row", function()
    for _, name in ipairs({
      "geography/england_local_authorities_two_tier.csv", "geography/lookup_lsoa11_sicbl22_icb22_ltla22.csv",
      "geography/ltla22_x_icb22_mid2020.csv", "geography/utla23_x_icb24_census2021.csv",
      "organisations/icb_reference_42.csv", "organisations/sub_icb_reference_106.csv",
      "organisations/lookup_nhs_trusts22_icb22.csv", "council/mhclg_RA_budget_2021-22_by_LA.csv",
      "deprivation/imd2025_england_icb24.csv", "population/population20_ltla21.csv",
    }) do
      local width
      for row in sheet.rows(data .. name) do
        width = width or #row
        assert.are.equal(width, #row)
      end
    end
  end)
end)
