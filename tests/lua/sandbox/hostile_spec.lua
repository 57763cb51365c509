--- Every file of tests/hostile, as a place of a book: it gets its message and exit status 4, and changes nothing.
package.path = os.getenv("STEAD_SOURCE") .. "/tests/lua/?.lua;" .. package.path

local core <const> = require("stead.core")
local support <const> = require("support")

local program <const> = assert(os.getenv("STEAD_PROGRAM"))
local folder <const> = support.source .. "/tests/hostile"
local limits <const> = "STEAD_LIMIT_INSTRUCTIONS=5000000 STEAD_LIMIT_MEMORY=8MB STEAD_LIMIT_SECONDS=1"

--- Runs a shell command: its exit status and all that it said.
local function run(command)
  local pipe <const> = assert(io.popen(command .. " 2>&1"))
  local said <const> = pipe:read("a")
  local _, _, status <const> = pipe:close()
  return status, said
end

local function check(root)
  return run(("%s '%s' check --book '%s'"):format(limits, program, root))
end

--- What stands in a folder: names and digests.
local function contents(root)
  local out = {}
  for _, name in ipairs(core.host.list(root)) do
    local path = root .. "/" .. name
    out[#out + 1] = core.host.is_dir(path) and name .. "(" .. contents(path) .. ")"
      or name .. " " .. core.text.digest(support.bytes(path))
  end
  return table.concat(out, "\n")
end

local function contains(text, wanted)
  assert(text:find(wanted, 1, true), ("wanted:  %s\nit said: %s"):format(wanted, text))
end

describe("A hostile declaration", function()
  local root, tried = support.west_yorkshire(), 0
  check(root) -- so that there is a database, which must stay as it is
  assert(core.host.exists(root .. "/book.db"))

  teardown(support.clear)

  for _, name in ipairs(core.host.list(folder)) do
    tried = tried + 1
    it("is refused and changes nothing: " .. name, function()
      local text <const> = support.bytes(folder .. "/" .. name)
      support.write(root .. "/places/hostile.lua", text)
      local before <const> = contents(root)
      local status, said = check(root)
      contains(said, "stead: " .. assert(text:match("^%-%- expects: ([^\n]+)"), "it does not say what it expects"))
      assert.are.equal(4, status)
      assert(not said:find("stead/", 1, true), "it names stead's insides: " .. said)
      assert(not said:find("0x%x%x%x%x%x"), "it shows an address: " .. said)
      assert(#said < 5000, "it goes on for " .. #said .. " bytes")
      assert.are.equal(before, contents(root))
    end)
  end

  it("is one of at least sixty", function()
    assert(tried >= 60)
  end)
end)

describe("A file that is no text", function()
  local function refused(text, wanted)
    local root <const> = support.west_yorkshire({ ["places/leeds.lua"] = text })
    local status, said = check(root)
    contains(said, "stead: places/leeds.lua" .. wanted)
    assert.are.equal(4, status)
    assert(not core.host.exists(root .. "/book.db"))
  end

  teardown(support.clear)

  it("is refused as bytecode", function()
    refused(string.dump(function() return 1 end), ": is compiled Lua; a declaration is a text that people can read")
    refused("\27anything", ": is compiled Lua")
  end)

  it("is refused as a program of the shell's", function()
    refused("#!/usr/bin/lua\nreturn 1\n", ":1: begins with '#'")
  end)

  it("is refused in another encoding, with the line", function()
    refused("\255\254r\0e\0t\0", ": is UTF-16; save it as UTF-8")
    refused("-- one\n-- two\n-- costs \163 5\n", ":3: is not UTF-8: byte 0xA3; save it as UTF-8")
    refused("-- one\nreturn 'a\0b'", ":2: holds a byte 0, which no text has")
  end)

  it("is refused when it is too long, without reading it all", function()
    refused(("-- a long comment\n"):rep(20000),
      ": is longer than 256 kB, the most that a declaration may have; split it")
    local root <const> = support.west_yorkshire({ ["places/leeds.lua"] = false })
    assert(os.execute(("ln -s /dev/zero '%s/places/leeds.lua'"):format(root)))
    local status, said = check(root)
    contains(said, "stead: places/leeds.lua: is longer than 256 kB")
    assert.are.equal(4, status)
  end)

  it("is refused when it is a folder", function()
    local root <const> = support.west_yorkshire({ ["places/leeds.lua"] = false })
    assert(core.host.mkdir(root .. "/places/leeds.lua"))
    local status, said = check(root)
    contains(said, "stead: places/leeds.lua: cannot be read: Is a directory")
    assert.are.equal(4, status)
  end)

  it("is read when an editor on Windows saved it", function()
    local root <const> = support.west_yorkshire({ ["places/leeds.lua"] = function(text)
      return "\239\187\191" .. text:gsub("\n", "\r\n")
    end })
    local status, said = check(root)
    assert(status < 2, said)
  end)
end)

describe("A rule that is hostile", function()
  local policy_run <const> = require("stead.policy.run")

  teardown(support.clear)

  local function rule(steps)
    local root <const> = support.west_yorkshire()
    assert(core.host.mkdir(root .. "/policy/rules"))
    support.write(root .. "/policy/rules/hostile.lua",
      'return rule "hostile" {\n  title = "x", takes = { given = "text" }, steps = ' .. steps .. ",\n}\n")
    return support.open(root):policy()
  end

  local function refuses(pattern, steps)
    local given <const> = { given = "x" }
    support.refuses(4, pattern, policy_run.rule, rule(steps), "hostile", { given = given, on = "2023-04-01" })
    assert.are.equal("x", given.given)
  end

  it("is stopped when its steps run for ever, and named", function()
    refuses("^policy/rules/hostile.lua:1: rule 'hostile'.*this file ran longer than [%d,]+ instructions; look for",
      "function() while true do end end")
  end)

  it("is stopped when its steps fill memory", function()
    refuses("this file took more than %d+ MB of memory", "function() local t = {} while true do t = { t } end end")
  end)

  it("changes only its own copy of what it is given", function()
    refuses("returned nothing", "function(given, p) given.given = 'other' p.floor = 1 end")
  end)

  it("meets no other words than the file did", function()
    refuses("a declaration has no 'io'", "function() return io.open('x') end")
    refuses("a pattern with 5 repeats", "function() return ('a'):rep(80):find('.-.-.-.-.-b') end")
  end)
end)

describe("The REPL", function()
  teardown(support.clear)

  it("lives on after a hostile declaration", function()
    local root <const> = support.west_yorkshire({ ["places/leeds.lua"] = "while true do end" })
    local lines <const> = ([[open("%s")\n("still " .. "here"):upper()\n("x"):rep(20000000):len()\n]]):format(root)
    local status, said = run(("printf '%s' | %s '%s'"):format(lines, limits, program))
    contains(said, "places/leeds.lua:1: this file ran longer than 5,000,000 instructions")
    contains(said, "STILL HERE\n20000000\n")
    assert.are.equal(0, status)
  end)
end)
