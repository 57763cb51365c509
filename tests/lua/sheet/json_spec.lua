--- JSON from Lua and back.
local core <const> = require("stead.core")
local json <const> = require("stead.json")
local sheet <const> = core.sheet

describe("JSON", function()
  it("keeps every digit both ways", function()
    local given <const> =
      '[\n  9223372036854775807,\n  -9223372036854775808,\n  0.1,\n  0.30000000000000004,\n  1e+300\n]'
    assert.are.equal(given, sheet.tojson((sheet.json(given))))
    assert.are.equal("integer", math.type(sheet.json("9007199254740993")))
  end)

  it("tells empty objects from empty lists, and null from nothing", function()
    local given <const> = '{\n  "a": {},\n  "b": [],\n  "c": null\n}'
    local value <const> = sheet.json(given)
    assert.are.equal(sheet.null, value.c)
    assert.are.equal(given, sheet.tojson(value))
    assert.are.equal("[]", sheet.tojson({}))
  end)

  it("writes keys in order, money in pounds and rates as decimals", function()
    assert.are.equal('{\n  "2": 1,\n  "10": 2,\n  "a": 1234.50,\n  "b": -0.036\n}', sheet.tojson({
      b = core.money.pct("-3.6"), a = core.money.gbp("1234.5"), [10] = 2, [2] = 1,
    }))
    assert.are.equal('{\n  "z": 1,\n  "a": null\n}', json.encode(json.ordered({ "z", "a" }, { z = 1 })))
  end)

  it("is refused where it is not JSON, with line and column", function()
    assert.are.same({ n = 3, nil, "line 2, column 4: duplicate object key near '\"a\"'", "PARSE" },
      table.pack(sheet.json('{"a": 1,\n "a": 2}')))
    assert.are.equal("PARSE", (select(3, sheet.json(("["):rep(5000)))))
    assert.are.equal("PARSE", (select(3, sheet.json("[18446744073709551616]"))))
    assert.are.equal("PARSE", (select(3, sheet.json('["\xFF"]'))))
  end)

  it("cannot be made of everything", function()
    local loop <const> = {}
    loop[1] = loop
    local function refused(value, why)
      local ok <const>, problem <const> = pcall(sheet.tojson, value)
      assert.is_false(ok)
      assert.is_truthy(problem:find(why, 1, true), problem)
    end
    refused(loop, "tables lie more than 2048 deep: does one hold itself?")
    refused({ 1, 2, x = 3 }, "a table is both a list and an object, or a list with gaps")
    refused(print, "a function has no JSON form")
    refused({ [1.5] = 1 }, "a number is no key of a JSON object")
    refused("\xFF", "byte 1 of a text is not utf-8")
    assert.has_error(function() sheet.tojson() end)
  end)
end)
