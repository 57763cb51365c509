--- What `help` knows, against what there is.
local core <const> = require("stead.core")
local declare <const> = require("stead.declare")
local globals <const> = require("stead.globals")
local help <const> = require("stead.manual")
local words <const> = require("stead.words")
require("stead.frame")

local function said(what)
  local out, before = {}, print
  _G.print = function(text)
    out[#out + 1] = text
  end
  local ok, problem = pcall(help.help, what)
  _G.print = before
  return ok and table.concat(out, "\n") or nil, not ok and tostring(problem) or nil
end

local function entries(...)
  local out = {}
  for _, name in ipairs({ ... }) do
    for _, entry in ipairs(help.entries(name)) do
      out[entry.name] = entry
    end
  end
  return out
end

local function missing(wanted, have)
  local out = {}
  for _, name in ipairs(wanted) do
    if not have[name] then
      out[#out + 1] = name
    end
  end
  return table.concat(out, ", ")
end

local function prefixed(prefix, map)
  local out = {}
  for _, name in ipairs(words.keys(map)) do
    out[#out + 1] = prefix .. name
  end
  return out
end

describe("help", function()
  it("has an entry for every ready name, and no other", function()
    assert.are.equal("", missing(globals.names(), entries("ready")))
    assert.are.equal("", missing(words.keys(entries("ready")), entries("ready")))
    for name in pairs(entries("ready")) do
      assert.is_not_nil(globals.lookup(name), name .. " is not ready")
    end
  end)

  it("has an entry for every method of a frame, and no other", function()
    local methods <const> = core.frame.methods
    assert.are.equal("", missing(prefixed("frame:", methods), entries("frame")))
    for name in pairs(entries("frame")) do
      assert.is_function(methods[name:match(":(.*)")], name)
    end
  end)

  it("has an entry for every method of money and rates", function()
    for _, kind in ipairs({ "money", "rate" }) do
      local methods <const> = debug.getregistry()["stead." .. kind].methods
      assert.are.equal("", missing(prefixed(kind .. ":", methods), entries("money")))
    end
  end)

  it("has an entry for every step of rules, whose name is a step", function()
    local parts <const> = core.parts.new({ icb = core.money.gbp("2") })
    local looks <const> = { codes = true, delta = true, foot = true, made = true, systems = true, text = true,
      weight = true }
    for _, each in ipairs({ { "parts", parts }, { "amount", parts:total() } }) do
      local methods = {}
      for name in io.open(os.getenv("STEAD_SOURCE") .. "/share/meta/parts.lua"):read("a"):gmatch(
        "\nfunction " .. each[1] .. ":([%w_]+)") do
        assert.is_function(each[2][name], name)
        methods[#methods + 1] = not looks[name] and each[1] .. ":" .. name or nil
      end
      assert.is_true(#methods > 5)
      assert.are.equal("", missing(methods, entries("steps")))
    end
    for name in pairs(entries("steps")) do
      local kind, method = name:match("^(%a+):(.*)$")
      assert.is_function((kind == "parts" and parts or parts:total())[method], name)
    end
  end)

  it("has an entry for every method of books and allocations", function()
    local opening <const>, methods = { open = true, none = true, here = true }, {}
    for _, name in ipairs(words.keys(require("stead.book"))) do
      if not opening[name] and not name:find("^__") then
        methods[#methods + 1] = "book:" .. name
      end
    end
    for line in io.lines(os.getenv("STEAD_SOURCE") .. "/lua/stead/allocation.lua") do
      local name = line:match("^function methods:([%w_]+)")
      methods[#methods + 1] = name and "allocation:" .. name
    end
    assert.is_true(#methods > 12)
    assert.are.equal("", missing(methods, entries("allocation")))
  end)

  it("has an entry for every check, that says what it means", function()
    local checks <const> = require("stead.policy").load().checks
    assert.are.equal("", missing(words.keys(checks), entries("checks")))
    for id, item in pairs(checks) do
      assert.is_string(item.note, id .. " has no note")
    end
  end)

  it("knows every component of need and every stream", function()
    assert.are.equal("", missing(require("stead.facts").components, entries("need")))
    assert.are.equal("", missing(words.keys(require("stead.streams").titles), entries("need")))
  end)

  it("has an entry for every word of declarations, and each of their fields", function()
    local plain, env = _G, declare.environment()
    local wanted = {}
    for _, name in ipairs(words.keys(env)) do
      if type(env[name]) == "function" and not plain[name] and not entries("ready")[name] then
        wanted[#wanted + 1] = name
      end
    end
    assert.are.equal("", missing(wanted, entries("declarations")))
    for _, entry in ipairs(help.entries("declarations")) do
      local fields = declare.fields(entry.name == "exclude" and "exclusion" or entry.name)
      assert.are.same(words.keys(fields or {}), words.keys(entry.fields or {}), entry.name)
    end
  end)

  it("says of each field what it takes, in the words that refuse others", function()
    local kinds = {}
    for _, field in ipairs(help.fields(entries("declarations").place)) do
      kinds[field.name] = field.kind
    end
    assert.are.equal("footprint", kinds.footprint)
    assert.are.equal("list of text", kinds.partners)
    assert.are.equal("date", kinds.from)
  end)

  it("gives a verb's page", function()
    assert.truthy(said("allocate"):find("stead allocate --stream S", 1, true))
  end)

  it("gives meaning, units and example of a method by its short name", function()
    local page = said("percent_of")
    assert.truthy(page:find("What rate of the whole", 1, true))
    assert.truthy(page:find("units     rate", 1, true))
    assert.truthy(page:find("example   gbp", 1, true))
  end)

  it("knows a value by what it is", function()
    assert.truthy(said(globals.lookup("gbp")):find("Money from text", 1, true))
    assert.truthy(said(globals.lookup("gbp")("5")):find("^money"))
  end)

  it("names the nearest of a name that it does not know", function()
    local page, problem = said("flor")
    assert.is_nil(page)
    assert.truthy(problem:find("did you mean 'floor'?", 1, true))
  end)

  it("refuses a value that it knows nothing of", function()
    local _, problem = said(12)
    assert.truthy(problem:find("help takes a name", 1, true))
  end)

  it("lists every name when asked for none", function()
    local page = said(nil)
    for _, chapter in ipairs(help.chapters) do
      for _, entry in ipairs(help.entries(chapter[2])) do
        assert.truthy(page:find(entry.name, 1, true), entry.name)
      end
    end
  end)
end)
