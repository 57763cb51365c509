--- What declarations may do, what holds them, and that what is shipped has room to spare.
package.path = os.getenv("STEAD_SOURCE") .. "/tests/lua/?.lua;" .. package.path

local core <const> = require("stead.core")
local declare <const> = require("stead.declare")
local fault <const> = require("stead.fault")
local sandbox <const> = require("stead.sandbox")
local sealed <const> = require("stead.sealed")
local source <const> = require("stead.source")
local support <const> = require("support")

local host <const> = core.host

local function try(text, more, limits)
  local env = declare.environment()
  if more then
    env = setmetatable(more, { __index = env })
  end
  return host.load_declaration(text, "@x.lua", env, limits or sandbox.limits_given)
end

local function gives(wanted, text)
  local value, message = try(text)
  assert(message == nil, message)
  assert.are.same(wanted, value)
end

describe("A declaration", function()
  it("goes through tables in one order, always", function()
    gives("1 2 3 a b c ", [[local s = ""
      for key in pairs({ c = 1, b = 1, a = 1, [3] = 1, [1] = 1, [2] = 1 }) do s = s .. key .. " " end return s]])
  end)

  it("never sees where things lie in memory", function()
    gives("table function table a place", [[return tostring({}) .. " " .. tostring(tostring) .. " "
      .. ("%s"):format({}) .. " " .. tostring(place "x" { name = "X", purpose = "p",
      footprint = practices { icb = "QWO" } })]])
  end)

  it("reads what it declared", function()
    gives("X QWO 2 1", [[local p = place "x" { name = "X", purpose = "p", partners = { "a", "b" },
      footprint = practices { icb = "QWO" } }
      local n = 0 for _ in pairs(p.footprint.by) do n = n + 1 end
      return p.name .. " " .. p.footprint.by.icb[1] .. " " .. #p.partners .. " " .. n]])
  end)

  it("keeps what was checked, whatever the file does afterwards", function()
    local value <const> = try([[local partners = { "a" } local p = place "x" { name = "X", purpose = "p",
      partners = partners, footprint = practices { icb = "QWO" } } partners[1] = 7 return p]])
    assert.are.same({ "a" }, sealed.open(value).partners)
  end)

  it("joins footprints, takes rates from a range, sorts, raises and asserts", function()
    gives("and less", [[local a = practices { icb = "QWO" } return (a + a).op .. " " .. (a - a).op]])
    gives(3, [[local n = 0 for _ in pct.range(pct "1", pct "3", pct "1") do n = n + 1 end return n]])
    gives("a b c", [[local t = { "c", "a", "b" } table.sort(t) return table.concat(t, " ")]])
    gives(5, "return assert(5, 'no')")
  end)
end)

describe("A limit", function()
  it("ends a memory bomb with a pcall loop soon, and not after minutes", function()
    for _, bomb in ipairs({
      "local t = {} while true do pcall(function() t = { t } end) end",
      "local t = {} while true do pcall(function() t[#t + 1] = ('x'):rep(100000) .. #t end) end",
      "local t = {} while true do pcall(string.rep, 'x', 1 << 30) end",
      "local s = 'x' while true do pcall(function() s = s .. s end) end",
    }) do
      local began <const> = os.clock()
      local value, message, code = try(bomb, { pcall = pcall })
      local took <const> = os.clock() - began
      assert.are.equal("LIMIT", code)
      assert(value == nil and message:find("took more than 64 MB of memory", 1, true), message)
      assert(took < 30, ("it took %.1f s"):format(took))
    end
  end)

  it("of time stops instructions that take long, and is not outlived by pcall", function()
    local _, message, code = try([[local a, b = ("x"):rep(5000000) .. "a", ("x"):rep(5000000) .. "b"
      while true do pcall(function() while true do local c = a < b end end) end]], { pcall = pcall }, { seconds = 1 })
    assert.are.equal("LIMIT", code)
    assert.are.equal("x.lua:2: this file ran longer than 1 second; look for work on a very long text or list, or raise "
      .. "STEAD_LIMIT_SECONDS", message)
  end)

  it("of time goes on outside when a call inside is done", function()
    local env <const> = { call = function(f) return (host.call_limited("in.lua", { seconds = 1 }, f)) end }
    local _, message = try("for _ = 1, 3 do call(function() end) end\nwhile true do end", env, { seconds = 1 })
    assert.matches("^x.lua:2: this file ran longer than 1 second", message)
  end)

  it("takes patterns that cannot run away", function()
    gives("abc", [[return ("  abc  "):match("^%s*(.-)%s*$")]])
    gives(40000, [[return select(2, ("a, "):rep(40000):gsub(",", ""))]])
    gives(6, [[return (("x"):rep(5) .. "b"):find("b", 1, true)]])
    gives("", [[return (""):rep(1 << 60)]])
  end)

  it("is far above what the largest shipped declaration uses", function()
    local tenth <const> = {}
    for name, given in pairs(sandbox.limits_given) do
      tenth[name] = math.max(given // 10, 1)
    end
    local tried = 0
    -- Recipes and scripts are programs' own files: they are not declarations.
    for path in io.popen(("find '%s/share/books' '%s/share/england/policy' -name '*.lua' -not -path '*/recipes/*' "
      .. "-not -path '*/scripts/*'"):format(support.source, support.source)):lines() do
      local value, message = host.load_declaration(support.bytes(path), "@" .. path, declare.environment(), tenth)
      assert(value ~= nil, message)
      assert(#support.bytes(path) * 10 <= source.LONGEST, path)
      tried = tried + 1
    end
    assert(tried > 10)
  end)

  it("is set by the environment", function()
    local program <const> = os.getenv("STEAD_PROGRAM")
    local root <const> = support.west_yorkshire({ ["places/leeds.lua"] = "while true do end" })
    local function said(setting)
      local command <const> = ("STEAD_LIMIT_%s '%s' check --book '%s' 2>&1"):format(setting, program, root)
      local pipe <close> = assert(io.popen(command))
      return pipe:read("a")
    end
    assert.matches("ran longer than 12,000 instructions", said("INSTRUCTIONS=12000"))
    assert.matches("STEAD_LIMIT_INSTRUCTIONS is 'many'; write a whole number, such as 50000000",
      said("INSTRUCTIONS=many"))
    assert.matches("STEAD_LIMIT_MEMORY is '%-1'; write a whole number of bytes, or such as 128MB", said("MEMORY=-1"))
    assert.matches("STEAD_LIMIT_SECONDS is '0'; write a whole number, such as 20", said("SECONDS=0"))
    support.clear()
  end)
end)

describe("A text that is not Lua", function()
  local function shown(text)
    local ok, raised = pcall(sandbox.run, text, "x.lua", {})
    assert(not ok and fault.is(raised))
    assert.are.equal(4, raised.exit)
    return raised.message
  end

  it("is shown with a caret under the place", function()
    assert.are.equal("x.lua:2: unexpected symbol near ','\n    name = ,\n           ^",
      shown("return {\n  name = ,\n}"))
  end)

  it("is shown at the right one of several", function()
    assert.are.equal("x.lua:1: unexpected symbol near '='\n  local a = 1; local b = = 2\n                         ^",
      shown("local a = 1; local b = = 2"))
  end)

  it("is shown where it ends too early", function()
    assert.are.equal("x.lua:2: '}' expected (to close '{' at line 1) near <eof>\n    a = 1\n         ^",
      shown("return {\n  a = 1\n\n"))
  end)

  it("counts letters, not bytes, and shows a part of a long line", function()
    assert.are.equal("x.lua:1: unexpected symbol near ')'\n  return \"££\" .. )\n                 ^",
      shown('return "££" .. )'))
    local message <const> = shown("return { " .. ("1, "):rep(200) .. "= }")
    local line, caret = message:match("\n(  … .-)\n(.-)$")
    assert.are.equal("=", line:sub(utf8.offset(line, #caret), utf8.offset(line, #caret)))
    assert(#message < 300)
    assert(#shown("return " .. ("a"):rep(10000) .. " = 1 " .. ("b"):rep(10000)) < 400)
    assert(#shown("return x y" .. ("b"):rep(10000)) < 400)
  end)

  it("is said to be nested too deeply", function()
    assert.are.equal("x.lua: nests deeper than Lua reads (about 190 levels); write it flatter",
      shown("return " .. ("{"):rep(300) .. ("}"):rep(300)))
  end)
end)
