--- Cells of a sheet as values, and frames with a column of texts.
local core <const> = require("stead.core")

local path <const> = os.tmpname()

local function read(text, fields)
  local stream <close> = assert(io.open(path, "wb"))
  stream:write(text)
  stream:close()
  return core.sheet.read(path, { header = "code", fields = fields })
end

local fields <const> = { { name = "code" }, { name = "value", is = "real" } }

describe("values of a sheet", function()
  teardown(function() os.remove(path) end)

  it("that are statistics read as the nearest number there is, whatever their length", function()
    local seed <const> = math.tointeger(os.getenv("STEAD_SEED")) or 20261121
    math.randomseed(seed)
    local lines, wanted = { "code,value" }, {}
    for i = 1, 5000 do
      local digits = {}
      for k = 1, math.random(1, 19) do
        digits[k] = math.random(0, 9)
      end
      table.insert(digits, math.random(1, #digits + 1), ".")
      wanted[i] = (math.random(2) == 1 and "-" or "") .. table.concat(digits)
      lines[i + 1] = ("P%04d,%s"):format(i, wanted[i])
    end
    local made <const> = assert(read(table.concat(lines, "\n"), fields))
    for i, text in ipairs(wanted) do
      assert.are.equal(tonumber(text) + 0.0, made:cell(i, "value"), ("seed %d: %s"):format(seed, text))
    end
  end)

  it("that are no numbers are refused", function()
    for _, text in ipairs({ ".", "-", "-.", "1.2.3", "--1", "1-", "0x10", "nan", "1 2" }) do
      local made, message = read("code,value\nA," .. text, fields)
      assert.is_nil(made, text)
      assert.truthy(message:find("is not a number", 1, true), message)
    end
  end)

  it("that repeat the line above are held to their pattern no less", function()
    local coded <const> = { { name = "code", pattern = "Q%w%w" }, { name = "name" } }
    local made <const> = assert(read("code,name\nQWO,a\nQWO,a\nQE1,a\nQWO,b", coded))
    assert.are.same({ "QWO", "QWO", "QE1", "QWO" }, made:column("code"))
    assert.are.same({ "a", "a", "a", "b" }, made:column("name"))
    local _, message = read("code,name\nQWO,a\nQWO,a\nQWOX,a", coded)
    assert.truthy(message:find(":4: column 'code': 'QWOX' does not look like 'Q%w%w'", 1, true), message)
    _, message = read("code,name\nQW,a\nQW,a", coded)
    assert.truthy(message:find(":2: column 'code': 'QW' does not look like", 1, true), message)
  end)
end)

describe("a frame with a column of texts", function()
  local base <const> = core.frame.new({ { "code", "text" }, { "n", "integer" } }, { { "a", 1 }, { "b", nil } })

  it("is another frame, and leaves the first as it was", function()
    local more <const> = base:with_text("council", { "x" })
    assert.are.same({ "code", "n", "council" }, more:names())
    assert.are.same({ code = "a", n = 1, council = "x" }, more:row(1))
    assert.are.same({ code = "b" }, more:row(2))
    assert.are.same({ "code", "n" }, base:names())
    base:with_text("code", { "c", "d" })
    assert.are.same({ "a", "b" }, base:column("code"))
  end)

  it("has it in place of one of that name, whatever that held", function()
    local other <const> = base:with_text("n", { nil, "two" })
    assert.are.same({ "text", "text" }, other:kinds())
    assert.are.same({ code = "a" }, other:row(1))
    assert.are.same({ code = "b", n = "two" }, other:row(2))
  end)
end)
