--- Recipes: what a script may write, and what each file then gives or is refused for.
local core <const> = require("stead.core")
local sheet <const> = core.sheet

--- Writes a file that is gone when the test ends.
local function file(text)
  local name <const> = os.tmpname()
  finally(function() os.remove(name) end)
  local out <close> = assert(io.open(name, "wb"))
  out:write(text)
  return name
end

local function need(changes)
  local recipe <const> = {
    header = "Practice_Code",
    fields = {
      { name = "code", headings = "Practice_Code", key = true },
      { name = "population", is = "quantity", headings = { "Population", "pop 2022/23" } },
      { name = "maternity", is = "quantity", headings = "Mat WP", blank = "leave out" },
    },
  }
  for key, value in pairs(changes or {}) do recipe[key] = value end
  return recipe
end

local two <const> = "Practice_Code,pop 2022/23,Mat WP\n001,10.5,\n002,4,9.5\n"

describe("Reading a file by its recipe", function()
  it("[R32] gives a frame whose rows know their lines, and a report", function()
    local name <const> = file(two)
    local frame <const>, report <const> = assert(sheet.read(name, need()))
    assert.are.equal(2, #frame)
    assert.are.equal("001", frame:cell(1, "code"))
    assert.are.equal(10.5, frame:cell(1, "population"))
    assert.is_nil(frame:cell(1, "maternity"))
    assert.are.equal(3, frame:line(2))
    assert.are.same({
      path = name,
      sha256 = "451efe07e908985177f6c757c8fce401cfeaef5361c6de1ac7ea87cf5e410af6",
      bytes = #two,
      rows = 2,
      blanks = { { line = 2, field = "maternity", key = "001" } },
      left_out = {},
      problems = {},
    }, report)
  end)

  it("[R32] checks the rows and the sums that must hold", function()
    local sums <const> = { of = { "maternity" }, to = "population", within = "5" }
    assert(sheet.read(file(two), need({ must = { rows = { 2, 2 }, sums = sums } })))
    sums.within = "4.9"
    local frame, message, code = sheet.read(file(two), need({ must = { sums = sums } }))
    assert.is_nil(frame)
    assert.are.equal("MISMATCH", code)
    assert.matches("the sum of 'maternity' is 9.5, that of 'population' 14.5", message)
    assert.matches(": they are 5 apart, and may be 4.9$", message)
    sums.otherwise = "report"
    local _, report = assert(sheet.read(file(two), need({ must = { sums = { sums } } })))
    assert.are.equal(message:match("the sum.*"), report.problems[1].message:match("the sum.*"))
    frame, message, code = sheet.read(file(two), need({ must = { rows = { 3, 9 } } }))
    assert.is_nil(frame)
    assert.are.equal("MISMATCH", code)
    assert.matches("2 rows, where 3 to 9 must be", message)
  end)

  it("lists the rows that are not wanted", function()
    local frame <const>, report <const> = assert(sheet.read(file(two), need({ only = { code = "%d%d2" } })))
    assert.are.equal(1, #frame)
    assert.are.same({ { line = 2, field = "code", key = "001", text = "001" } }, report.left_out)
  end)

  it("takes money in thousands to the penny", function()
    local recipe <const> = {
      header = false,
      commas = true,
      fields = {
        { name = "council", position = 2 },
        { name = "spend", is = "money", position = 1, unit = "thousand", missing = "[x]" },
      },
    }
    local frame <const>, report <const> =
      assert(sheet.read(file('"1,234.5",Leeds\n[x],Birmingham\n'), recipe))
    assert.are.equal("£1,234,500.00", tostring(frame:cell(1, "spend")))
    assert.is_nil(frame:cell(2, "spend"))
    assert.are.equal("[x]", report.blanks[1].text)
  end)

  it("[R32] names file, line, column and text of what does not fit", function()
    local name <const> = file("Practice_Code,Population,Mat WP\nA1,12..5,1\n")
    local frame <const>, message <const>, code <const> = sheet.read(name, need())
    assert.is_nil(frame)
    assert.are.equal("PARSE", code)
    assert.are.equal(name .. ":2: column 'Population': '12..5' is not a number", message)
  end)

  it("[R32] refuses a file cut short, a key met twice and a column that is not there", function()
    local _, message, code = sheet.read(file(two:sub(1, -6)), need())
    assert.are.equal("PARSE", code)
    assert.matches(":3: the row has 2 cells, where 3 must be; the file may have been cut short$", message)
    _, message, code = sheet.read(file(two .. "001,1,1\n"), need())
    assert.are.equal("DUPLICATE", code)
    assert.matches(":4: '001' is already on line 2$", message)
    _, message, code = sheet.read(file("Practice_Code,Mat_WP,Population\n"), need())
    assert.are.equal("NOTFOUND", code)
    assert.matches("no column 'Mat WP'; the nearest heading is 'Mat_WP'$", message)
  end)

  it("says when there is no such file", function()
    assert.are.same({ n = 3, nil, "no/such.csv: there is no such file", "NOTFOUND" },
      table.pack(sheet.read("no/such.csv", need())))
  end)
end)

describe("A recipe", function()
  local function refused(recipe)
    local ok <const>, message <const> = pcall(function() return sheet.read("a.csv", recipe) end)
    assert.is_false(ok)
    return message:match("bad argument #2 to 'read' %((.*)%)$") or message
  end

  local function with_field(field)
    return refused({ header = "Code", fields = { field } })
  end

  it("with a misspelt key is refused, the nearest key named", function()
    assert.are.equal("recipe: 'heder' is not known; did you mean 'header'?",
      refused({ heder = "a", zzz = 1 }))
    assert.are.equal("field 'a': 'hedings' is not known; did you mean 'headings'?",
      with_field({ name = "a", hedings = "b" }))
    assert.are.equal("must: 'row' is not known; did you mean 'rows'?", refused(need({ must = { row = 1 } })))
    assert.are.equal("sums: 'form' is not known", refused(need({ must = { sums = { form = 1 } } })))
    assert.are.equal("only: 'cod' is not known; did you mean 'code'?", refused(need({ only = { cod = "x" } })))
  end)

  it("with a value of another kind is refused", function()
    assert.are.equal("recipe, header: write the heading that begins the heading row, or false when there is none",
      refused({ fields = {} }))
    assert.are.equal("recipe, fields: a list of fields expected", refused({ header = "a", fields = {} }))
    assert.are.equal("recipe, fields: two are called 'a'",
      refused({ header = "a", fields = { { name = "a" }, { name = "a" } } }))
    assert.are.equal("recipe, encoding: 'latin1' is not one of: utf-8, cp1252", refused(need({ encoding = "latin1" })))
    assert.are.equal("recipe, trim: true or false expected", refused(need({ trim = "yes" })))
    assert.are.equal("recipe, stop: a text or a list of texts expected", refused(need({ stop = { 1 } })))
    assert.are.equal("field 1, name: a text expected", with_field({}))
    assert.are.equal("field 'a', is: 'number' is not one of: text, integer, quantity, money, rate, real",
      with_field({ name = "a", is = "number" }))
    assert.are.equal("field 'a', unit: only a rate is in percent",
      with_field({ name = "a", is = "money", unit = "percent" }))
    assert.are.equal("field 'a', position: the file has headings", with_field({ name = "a", position = 1 }))
    assert.are.equal("field 'a', position: which column is it?",
      refused({ header = false, fields = { { name = "a" } } }))
    assert.are.equal("field 'a', position: a whole number from 1 expected",
      refused({ header = false, fields = { { name = "a", position = 0 } } }))
    assert.are.equal("field 'a', pattern: pattern '^E': '^' has no meaning here; write '%^'",
      with_field({ name = "a", pattern = "^E" }))
    assert.are.equal("must, rows: write { least, most }", refused(need({ must = { rows = { 1 } } })))
  end)

  it("with sums that cannot be taken is refused", function()
    local function sums(of, to, within)
      return refused(need({ must = { sums = { of = of, to = to, within = within } } }))
    end
    assert.are.equal("sums: 'of' and 'to' expected", sums())
    assert.are.equal("sums, to: 'populaton' is not a field; did you mean 'population'?", sums("maternity", "populaton"))
    assert.are.equal("sums, to: 'code' has no exact sum", sums("maternity", "code"))
    assert.are.equal("sums, within: 'x' is not a number", sums("maternity", "population", "x"))
  end)

  it("must be a table", function()
    assert.has_error(function() sheet.read("a.csv", "recipe") end,
      "bad argument #2 to 'read' (table expected, got string)")
    assert.has_error(function() sheet.read("a\0b.csv", need()) end, "bad argument #1 to 'read' (a path has no NUL)")
  end)
end)
