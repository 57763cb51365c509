local host <const> = require("stead.core").host

local limits <const> = { instructions = 1000000, memory = 16 * 1024 * 1024 }

local function declare(text, env, with)
  return host.load_declaration(text, "@places/calderdale.lua", env or {}, with or limits)
end

describe("A declaration", function()
  it("gives what it returns", function()
    assert.are.equal("Calderdale", declare("return 'Calderdale'"))
  end)

  it("sees only the environment it is given", function()
    assert.are.equal(7, declare("return seven", { seven = 7 }))
    for _, name in ipairs({ "io", "os", "debug", "load", "require", "string", "print", "pcall" }) do
      assert.is_true(declare("return " .. name .. " == nil"), name)
    end
  end)

  it("cannot reach bytecode through the methods of strings", function()
    assert.is_true(declare("return (''):upper() == '' and (('').dump) == nil"))
    assert.is_function(("").dump)
  end)

  it("is refused as bytecode", function()
    local value, message, code = declare(string.dump(function() return 1 end))
    assert.is_nil(value)
    assert.are.equal("PARSE", code)
    assert.matches("attempt to load a binary chunk", message)
  end)

  it("is refused with its file and line when it is not Lua", function()
    local value, message, code = declare("return {\n  name = ,\n}")
    assert.is_nil(value)
    assert.are.equal("PARSE", code)
    assert.matches("^places/calderdale%.lua:2: unexpected symbol near ','", message)
  end)

  it("is refused when it returns nothing", function()
    local value, message, code = declare("local x = 1")
    assert.is_nil(value)
    assert.are.equal("DECLARATION", code)
    assert.are.equal(
      "places/calderdale.lua: returns nothing; a declaration file returns what it declares",
      message
    )
  end)

  it("reports an error at its own line", function()
    local _, message, code = declare("\n\nreturn place.name")
    assert.are.equal("DECLARATION", code)
    assert.are.equal(
      "places/calderdale.lua:3: attempt to index a nil value (global 'place')",
      message
    )
  end)

  it("reports the text of an error that is a table", function()
    local fault = require("stead.fault")
    local _, message = declare("return place()", { place = function() fault.check("no footprint") end })
    assert.are.equal("places/calderdale.lua: no footprint", message)
  end)
end)

describe("A limit", function()
  it("stops a loop, naming the file and the limit", function()
    local value, message, code = declare("while true do end")
    assert.is_nil(value)
    assert.are.equal("LIMIT", code)
    assert.are.equal(
      "places/calderdale.lua:1: this file ran longer than 1,000,000 instructions; look for a loop that does not "
        .. "end, or raise STEAD_LIMIT_INSTRUCTIONS",
      message
    )
  end)

  it("is not outlived by pcall", function()
    local _, _, code = declare("while true do pcall(function() while true do end end) end", { pcall = pcall })
    assert.are.equal("LIMIT", code)
  end)

  it("is not outlived by a coroutine", function()
    local env = { pcall = pcall, coroutine = coroutine }
    local _, _, code = declare("while true do coroutine.wrap(function() while true do end end)() end", env)
    assert.are.equal("LIMIT", code)
  end)

  it("stops a string that would fill the machine", function()
    local _, message, code = declare("return ('x'):rep(1000000000)")
    assert.are.equal("LIMIT", code)
    assert.are.equal(
      "places/calderdale.lua:1: this file took more than 16 MB of memory; look for a list or a text that grows without "
        .. "end, or raise STEAD_LIMIT_MEMORY",
      message
    )
  end)

  it("stops memory that pcall would go on asking for", function()
    local text = "local t = {} while true do pcall(function() t[#t + 1] = ('x'):rep(100000) .. #t end) end"
    local _, _, code = declare(text, { pcall = pcall })
    assert.are.equal("LIMIT", code)
  end)

  it("leaves the program as it was", function()
    declare("while true do end")
    local sum = 0
    for i = 1, 3000000 do
      sum = sum + i
    end
    assert.are.equal(4500001500000, sum)
    assert.are.equal(50000000, #("x"):rep(50000000))
  end)

  it("holds for a declaration's own functions when they are called later", function()
    local forever = declare("return function(n) while n do end return 'done' end")
    local value, _, code = host.call_limited("policy/rules/pace.lua", limits, forever, true)
    assert.is_nil(value)
    assert.are.equal("LIMIT", code)
    assert.are.equal("done", host.call_limited("policy/rules/pace.lua", limits, forever))
  end)

  it("inside another is the tighter of the two", function()
    local outer = { instructions = 20000 }
    local inner = { instructions = 1000000000 }
    local env = {
      inner = function()
        return host.load_declaration("while true do end", "@inner.lua", {}, inner)
      end,
    }
    local _, message, code = host.load_declaration("inner() return 1", "@outer.lua", env, outer)
    assert.are.equal("LIMIT", code)
    assert.are.equal("outer.lua:1: this file ran longer than 20,000 instructions; look for a loop that does not "
      .. "end, or raise STEAD_LIMIT_INSTRUCTIONS", message)
  end)

  it("that is not a positive whole number is misuse", function()
    assert.has_error(function()
      declare("return 1", {}, { instructions = 0 })
    end, "limit 'instructions' must be a positive whole number")
  end)
end)
