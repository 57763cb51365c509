--- CSV: the rows of a file as they are, and frames written out.
local core <const> = require("stead.core")
local sheet <const> = core.sheet

local function file(text)
  local name <const> = os.tmpname()
  finally(function() os.remove(name) end)
  local out <close> = assert(io.open(name, "wb"))
  out:write(text or "")
  return name
end

local function text_of(name)
  local handle <close> = assert(io.open(name, "rb"))
  return handle:read("a")
end

local function frame()
  return core.frame.new({ { "code", "text" }, { "population", "quantity" }, { "index", "real" } }, {
    { "001", "1.5", 0.1 },
    { 'a "b", c', nil, 1 / 3 },
  })
end

describe("The rows of a file", function()
  it("come as lists of texts, with their lines", function()
    local got <const> = {}
    for row, line in sheet.rows(file('\xEF\xBB\xBFa,b\r\n"x\r\ny",\r\n1,"2"')) do
      got[#got + 1] = { line, table.unpack(row) }
    end
    assert.are.same({ { 1, "a", "b" }, { 2, "x\r\ny", "" }, { 4, "1", "2" } }, got)
  end)

  it("are put into UTF-8 when the file is declared cp1252", function()
    for row in sheet.rows(file("\xA3 thousand\n"), { encoding = "cp1252" }) do
      assert.are.equal("£ thousand", row[1])
    end
  end)

  it("raise where the file is not well formed", function()
    local name <const> = file('a,b\nc,"d\n')
    assert.has_error(function()
      for _ in sheet.rows(name) do end -- luacheck: ignore 542
    end, name .. ":2:3: this quote is never closed: the file may have been cut short")
    assert.has_error(function() sheet.rows("no/such.csv") end, "no/such.csv: there is no such file")
    assert.has_error(function() sheet.rows(name, { encodin = "cp1252" }) end,
      "bad argument #2 to 'rows' (options: 'encodin' is not known; did you mean 'encoding'?)")
  end)

  it("are let go when the loop is left", function()
    local next_row <const>, _, _, closing <const> = sheet.rows(file("a\nb\n"))
    do
      local _ <close> = closing
      assert.are.same({ "a" }, (next_row()))
    end
    assert.is_nil(next_row())
  end)

  it("need no more memory for a larger file", function()
    local name <const> = file()
    local out <const> = assert(io.open(name, "wb"))
    local rows <const> = string.rep('E06000001,Hartlepool,"93,836",1.0\n', 1000)
    for _ = 1, 300 do out:write(rows) end
    out:close()
    local count, most = 0, 0
    collectgarbage()
    local before <const> = collectgarbage("count")
    for _ in sheet.rows(name) do
      count = count + 1
      if count % 10000 == 0 then most = math.max(most, collectgarbage("count") - before) end
    end
    assert.are.equal(300000, count)
    assert.is_true(most < 8192, "kilobytes in use: " .. most)
  end)
end)

describe("A frame", function()
  it("is written as CSV", function()
    assert.are.equal('code,population,index\n001,1.5,0.1\n"a ""b"", c",,0.3333333333333333\n', sheet.csv(frame()))
  end)

  it("is written to a file, which then reads back the same", function()
    local name <const> = file("old")
    assert.is_true(sheet.csv(frame(), name, { lines = "crlf" }))
    assert.are.equal((sheet.csv(frame()):gsub("\n", "\r\n")), text_of(name))
    local again <const> = assert(sheet.read(name, {
      header = "code",
      fields = {
        { name = "code" },
        { name = "population", is = "quantity", blank = "allow" },
        { name = "index", is = "real" },
      },
    }))
    assert.are.equal(sheet.csv(frame()), sheet.csv(again))
  end)

  it("that cannot be written leaves what was there", function()
    local name <const> = file("old")
    assert.are.same({ n = 3, nil, name .. "/a.csv: cannot be written: Not a directory", "IO" },
      table.pack(sheet.csv(frame(), name .. "/a.csv")))
    assert.are.equal("old", text_of(name))
    assert.are.same({ n = 3, nil, ".: is not an ordinary file", "IO" }, table.pack(sheet.csv(frame(), ".")))
    assert.has_error(function() sheet.csv(frame(), name, { lines = "cr" }) end,
      "bad argument #3 to 'csv' (options, lines: 'cr' is not one of: lf, crlf)")
    assert.has_error(function() sheet.csv({}) end, "bad argument #1 to 'csv' (frame expected, got table)")
  end)
end)
