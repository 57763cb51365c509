--- Workbooks: read by recipe, written and read back the same, and read by others.
local core <const> = require("stead.core")
require("stead.frame")
local sheet <const> = core.sheet

local shared <const> = os.getenv("STEAD_SHARED") or ((os.getenv("STEAD_SOURCE") or ".") .. "/../shared")
local data <const> = shared .. "/data/"

local function published(name, body)
  it(name, function()
    local probe <const> = io.open(data .. "PROVENANCE.md")
    if not probe then return pending("the published files are not in ../shared/data") end
    probe:close()
    body()
  end)
end

local function fresh(ending)
  local name <const> = os.tmpname()
  finally(function()
    os.remove(name)
    os.remove(name .. ending)
  end)
  return name .. ending
end

local kinds <const> = {
  { "code", "text" }, { "opened", "text" }, { "people", "quantity" }, { "rows", "integer" }, { "paid", "money" },
  { "growth", "rate" }, { "index", "real" },
}

local function frame()
  return core.frame.new(kinds, {
    { "001", "2023-04-01", "56550138.123456789", 9007199254740993, core.money.gbp("1234567.89"),
      core.money.pct("3.6"), 0.1 + 0.2 },
    { 'a <b> & "c"', "1999-12-31", nil, -7, core.money.gbp("-0.05"), core.money.pct("-1.2500001"), 1 / 3 },
    { "two\nlines,  spaced ", nil, "2", nil, nil, nil, 5e-324 },
  })
end

local function as_text(fields)
  local recipe <const> = { header = "code", sheet = "Table", fields = {} }
  for i, kind in ipairs(kinds) do
    recipe.fields[i] = { name = kind[1], is = fields or kind[2], blank = "allow" }
  end
  return recipe
end

describe("A workbook", function()
  for _, ending in ipairs({ ".xlsx", ".ods" }) do
    local method <const> = ending:sub(2)

    it("[R36] written as " .. ending .. " reads back equal, to the last digit", function()
      local path <const> = fresh(ending)
      assert.is_true(frame()[method](frame(), path, { title = "Need", sources = { "NHS England" } }))
      assert.are.same({ "Cover", "Table" }, sheet.sheets(path))
      local back <const> = assert(sheet.read(path, as_text()))
      assert.are.equal(sheet.csv(frame()), sheet.csv(back))
      assert.are.equal(4, back:line(1))
    end)

    it("as " .. ending .. " begins with a cover, and each table with its title", function()
      local path <const> = fresh(ending)
      local f <const> = frame()
      f:about().title, f:about().notes = "Need in 2023/24", { "one note", "another" }
      assert.is_true(f[method](f, path, { sources = "NHS England" }))
      local cover, table_ = {}, {}
      for row in sheet.rows(path, { sheet = 1 }) do cover[#cover + 1] = row[1] end
      for row in sheet.rows(path, { sheet = "Table" }) do table_[#table_ + 1] = row[1] end
      assert.are.same({ "Need in 2023/24", "one note", "another", "Sources", "NHS England", "Sheets",
        "Table: Need in 2023/24" }, cover)
      assert.are.same({ "Need in 2023/24", "This sheet has one table. Where there is no figure the cell is blank.",
        "code", "001" }, table.move(table_, 1, 4, 1, {}))
    end)

    it("as " .. ending .. " sets totals below, which carry their values", function()
      local path <const> = fresh(ending)
      local f <const> = frame()
      f:about().totals = { code = "total", paid = core.money.gbp("1234567.84"), growth = core.money.pct("2") }
      assert.is_true(f[method](f, path))
      local last
      for row in sheet.rows(path, { sheet = 2 }) do last = row end
      assert.are.same({ "total", "", "", "", "1234567.84", "0.02" }, last)
    end)

    it("as " .. ending .. " is the same bytes each time", function()
      local path <const>, digests <const> = fresh(ending), {}
      for i = 1, 2 do
        assert.is_true(frame()[method](frame(), path))
        local file <close> = assert(io.open(path, "rb"))
        digests[i] = core.text.digest(file:read("a"))
      end
      assert.are.equal(digests[1], digests[2])
    end)

    it("as " .. ending .. " is refused where it cannot be, and what was there stays", function()
      local path <const> = fresh(ending)
      assert.is_true(frame()[method](frame(), path))
      local f <const> = frame()
      assert.are.same({ n = 3, nil, "a sheet cannot be called 'a/b': its name has 1 to 31 characters, none of "
        .. "[ ] : * ? / \\, and no quote at its ends", "PARSE" }, table.pack(f[method](f, path, { sheet = "a/b" })))
      assert.are.equal("DUPLICATE", (select(3, f[method](f, path, { sheet = "cover" }))))
      assert.are.equal("PARSE", (select(3, f[method](f, path, { title = "\xFF" }))))
      local endless <const> = core.frame.new({ { "x", "real" } }, { { math.huge } })
      assert.are.equal("RANGE", (select(3, endless[method](endless, path))))
      local long <const> = core.frame.new({ { "x", "text" } }, { { ("x"):rep(32768) } })
      assert.are.equal("RANGE", (select(3, long[method](long, path))))
      assert.are.same({ n = 3, nil, path .. "/a: cannot be written: Not a directory", "IO" },
        table.pack(f[method](f, path .. "/a")))
      assert.has_error(function() f[method](f, path, { titel = "x" }) end)
      assert.are.equal(3, #assert(sheet.read(path, as_text())))
    end)
  end

  it("as .xlsx holds what XML cannot", function()
    local path <const> = fresh(".xlsx")
    local f <const> = core.frame.new({ { "x", "text" } }, { { "a\1b\r_x000D_\239\191\191" } })
    assert.is_true(f:xlsx(path))
    assert.are.equal("a\1b\r_x000D_\239\191\191",
      assert(sheet.read(path, { header = "x", sheet = 2, fields = { { name = "x" } } })):cell(1, 1))
    assert.are.equal("PARSE", (select(3, f:ods(path))))
  end)

  it("of random figures reads back equal", function()
    local seed <const> = math.tointeger(os.getenv("STEAD_SEED") or 20261121)
    io.write("# seed ", seed, "\n")
    math.randomseed(seed)
    local rows <const> = {}
    for i = 1, 300 do
      rows[i] = { ("%05d"):format(i), nil, ("%d.%09d"):format(math.random(0, 9000000000), math.random(0, 999999999)),
        math.random(-2 ^ 53 // 1 | 0, 2 ^ 53 // 1 | 0),
        core.money.gbp(("%d.%02d"):format(math.random(-9000000000000, 9000000000000), math.random(0, 99))),
        core.money.rate(("%.9f"):format(math.random())), math.random() * 10 ^ math.random(-300, 300) }
    end
    local f <const> = core.frame.new(kinds, rows)
    for _, ending in ipairs({ ".xlsx", ".ods" }) do
      local path <const> = fresh(ending)
      assert.is_true(f[ending:sub(2)](f, path))
      assert.are.equal(sheet.csv(f), sheet.csv((assert(sheet.read(path, as_text())))))
    end
  end)

  it("is read by openpyxl and pandas too", function()
    local script <const> = [[
import sys, openpyxl, pandas
book = openpyxl.load_workbook(sys.argv[1])
s = book["Table"]
assert book.sheetnames == ["Cover", "Table"] and s.freeze_panes == "A4" and s.tables["Table1"].ref == "A3:G6"
assert book.properties.title == "Need" and s["A4"].value == "001" and s["B4"].value.year == 2023
assert s["E4"].value == 1234567.89 and "£" in s["E4"].number_format and s["F4"].number_format == "0.00%%"
assert s["G4"].value == 0.1 + 0.2 and s["E7"].value == "=SUM(E4:E6)"
assert openpyxl.load_workbook(sys.argv[1], data_only=True)["Table"]["E7"].value == 1234567.84
assert len(pandas.read_excel(sys.argv[1], sheet_name="Table", header=2)) == 4
]]
    if not os.execute("/usr/bin/python3 -c 'import openpyxl, pandas' 2>/dev/null") then
      return pending("openpyxl and pandas are not installed (python3-pandas)")
    end
    local path <const>, program <const> = fresh(".xlsx"), fresh(".py")
    local f <const> = frame()
    f:about().totals = { code = "total", paid = core.money.gbp("1234567.84") }
    assert.is_true(f:xlsx(path, { title = "Need" }))
    local out <close> = assert(io.open(program, "wb"))
    out:write((script:gsub("%%%%", "%%")))
    out:flush()
    assert.is_true(os.execute(("/usr/bin/python3 -W error::UserWarning '%s' '%s'"):format(program, path)))
  end)
end)

describe("A recipe", function()
  it("reads a workbook's figures as the 15 digits it shows, and no error cell", function()
    local path <const> = fresh(".xlsx")
    local f <const> = core.frame.new({ { "code", "text" }, { "paid", "real" } }, { { "a", 1.1000000000000001 },
      { "b", 0.1 + 0.2 } })
    assert.is_true(f:xlsx(path))
    local recipe <const> = { header = "code", sheet = "Table", fields = { { name = "code" },
      { name = "paid", is = "money" } } }
    assert.are.equal("£0.30", tostring(assert(sheet.read(path, recipe)):cell(2, "paid")))
  end)

  it("names the sheets there are when none or the wrong one is chosen", function()
    local path <const> = fresh(".xlsx")
    assert.is_true(frame():xlsx(path))
    local recipe <const> = as_text("text")
    recipe.sheet = nil
    assert.are.same({ n = 3, nil, path .. ": has 2 sheets: say which, of 'Cover', 'Table'", "NOTFOUND" },
      table.pack(sheet.read(path, recipe)))
    recipe.sheet = 3
    assert.are.equal(path .. ": has no sheet 3; it has 'Cover', 'Table'", (select(2, sheet.read(path, recipe))))
    recipe.sheet = 0
    assert.has_error(function() sheet.read(path, recipe) end)
  end)

  published("[R32] reads practice need from its workbook as from its CSV", function()
    local recipe <const> = {
      header = "STP22", sheet = "Revised Outputs",
      fields = {
        { name = "code", headings = "Practice", key = true, pattern = "%u%d+" }, { name = "icb", headings = "STP22" },
        { name = "population", is = "quantity", headings = "Projected population 2022/23" },
        { name = "general_acute", is = "quantity", headings = "G&A WP" },
      },
      must = { rows = { 6554, 6554 } },
    }
    local from <const>, report <const> =
      assert(sheet.read(data .. "need/GP_Practice_WP_2022_23_run9_v3_PMC.xlsx", recipe))
    assert.are.equal(4112441, report.bytes)
    assert.are.equal(64, #report.sha256)
    local given <const> = assert(sheet.read(data .. "need/gp_weighted_pop_2022_23.csv", {
      header = "Practice_Code",
      fields = { { name = "code", headings = "Practice_Code" },
        { name = "general_acute", is = "quantity", headings = "G&A WP" } },
    }))
    local near, acute <const> = 0, {}
    for row in given:rows() do acute[row.code] = row.general_acute end
    for row in from:rows() do
      near = near + (acute[row.code] and math.abs(acute[row.code] - row.general_acute) < 0.01 and 1 or 0)
    end
    assert.are.equal(6554, near)
  end)

  published("reads the days and headings of other published workbooks", function()
    local got <const> = {}
    for row in sheet.rows(data .. "figures/nnhip_legitimate_values.xlsx") do got[#got + 1] = row[2] end
    assert.are.same({ "Month", "2026-01-01", "2026-02-01" }, table.move(got, 1, 3, 1, {}))
    assert.are.same({ "PCNDetails", "PCN Core Partner Details" },
      sheet.sheets(data .. "organisations/ods_ePCN_blackwellrd_2023.xlsx"))
  end)
end)
