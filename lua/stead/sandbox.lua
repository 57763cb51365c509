--- Where declarations run: the words they see and nothing else, and how much a file may use.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local sealed <const> = require("stead.sealed")
local words <const> = require("stead.words")

local sandbox = {}

--- What one file may use: far more than ten times what the largest that is shipped does.
sandbox.limits_given = { instructions = 50000000, memory = 64 * 1024 * 1024, seconds = 20 }

local units <const> = { [""] = 1, KB = 1024, MB = 1024 * 1024, GB = 1024 * 1024 * 1024 }

local function read_limit(name, text)
  local digits, unit = text:upper():match("^(%d+)%s*(%a*)$")
  local factor = units[unit]
  local number = digits and #digits <= 15 and math.tointeger(digits)
  if not factor or factor > 1 and name ~= "memory" or not number or number < 1 or number * factor > 2 ^ 50 then
    fault.command("STEAD_LIMIT_%s is '%s'; write a whole number%s", name:upper(), text,
      name == "memory" and " of bytes, or such as 128MB" or ", such as " .. sandbox.limits_given[name])
  end
  return number * factor
end

--- What one file may use, as the environment says: STEAD_LIMIT_INSTRUCTIONS, STEAD_LIMIT_MEMORY (bytes, or such as
--- 128MB) and STEAD_LIMIT_SECONDS of the processor's time.
---@return stead.host.Limits
function sandbox.limits()
  local out = {}
  for name, given in pairs(sandbox.limits_given) do
    local text = os.getenv("STEAD_LIMIT_" .. name:upper())
    out[name] = text and text ~= "" and read_limit(name, text) or given
  end
  return out
end

--- A table that is read and never written; reading what it has not raises what `missing` says.
---@param values table|fun(key: any): any
---@param missing fun(key: string): string
---@param refused string what to say to one who sets a key
local function frozen(values, missing, refused)
  local get = type(values) == "function" and values or function(key)
    return values[key]
  end
  return setmetatable({}, {
    __metatable = false,
    __index = function(_, key)
      local found = get(key)
      if found == nil then
        error(missing(tostring(key)), 2)
      end
      return found
    end,
    __newindex = function(_, key)
      error(refused:format(tostring(key)), 2)
    end,
  })
end

local function library(name, values)
  return frozen(values, function(key)
    return ("a declaration has no '%s.%s'"):format(name, key)
  end, "'" .. name .. ".%s' cannot be set; write local functions")
end

--- Lua's own names that declarations go without.
local withheld <const> = {}
for name in ([[_G _VERSION arg collectgarbage coroutine debug dofile getmetatable io load loadfile loadstring next os
  package pcall print rawequal rawget rawlen rawset require setmetatable utf8 warn xpcall]]):gmatch("%S+") do
  withheld[name] = true
end

local function text_of(value)
  local kind = type(value)
  if kind == "table" or kind == "function" or kind == "userdata" then
    local speaks = kind ~= "function" and tostring(value) or kind
    return speaks:find("^[^\n]-: 0x%x+$") and kind or speaks -- an address differs from run to run
  end
  return tostring(value)
end

local function raise(message, otherwise)
  if message == nil and otherwise then
    message = otherwise
  elseif type(message) ~= "string" then
    message = ("error takes a text, and was given a %s"):format(type(message))
  end
  error(message, 3)
end

local lua <const> = {
  ipairs = ipairs, pairs = sealed.pairs, tonumber = tonumber, type = type, select = select, tostring = text_of,
  error = function(message)
    raise(message)
  end,
  assert = function(...)
    if not ... then
      raise((select(2, ...)), "an assertion failed")
    end
    return ...
  end,
  math = library("math", {
    abs = math.abs, ceil = math.ceil, floor = math.floor, huge = math.huge, max = math.max, min = math.min,
    maxinteger = math.maxinteger, mininteger = math.mininteger, tointeger = math.tointeger, type = math.type,
  }),
  -- Inside a limited call the methods of strings are the ones that are weighed (host/bounded).
  string = library("string", function(name)
    return getmetatable("").__index[name]
  end),
  table = library("table", {
    concat = table.concat, insert = table.insert, remove = table.remove, unpack = table.unpack,
    -- With a comparator of Lua's, so that a long comparison counts.
    sort = function(list, before)
      table.sort(list, before or sealed.before)
    end,
  }),
}

--- The environment that a declaration sees: Lua's harmless words and the given ones, none of which can be set.
---@param given table<string, any>
---@return table
function sandbox.environment(given)
  local env = {}
  for name, value in pairs(lua) do
    env[name] = value
  end
  for name, value in pairs(given) do
    env[name] = value
  end
  local names = words.keys(env)
  return frozen(env, function(name)
    if withheld[name] then
      return ("a declaration has no '%s': it says what was agreed, and reads no files, runs no programs and catches "
        .. "no errors"):format(name)
    end
    return ("there is no word '%s'%s; a text stands in quotes"):format(name, words.did_you_mean(name, names))
  end, "a declaration sets no global; write: local %s = …")
end

--- A word that is a table with functions of its own, such as pct and pct.range.
---@param name string
---@param values table
function sandbox.library(name, values)
  local out = library(name, values)
  debug.getmetatable(out).__call = getmetatable(values).__call
  return out
end

--- Runs a file's text and gives what it returns; raises what is wrong with it.
---@param text string
---@param name string the file, as messages name it
---@param env table
---@return any
function sandbox.run(text, name, env)
  local value, message, code = core.host.load_declaration(text, "@" .. name, env, sandbox.limits())
  if value == nil and message then
    if code == "PARSE" then
      message = require("stead.source").explain(text, name, message)
    end
    error(fault.new(4, message, code), 0)
  end
  return value
end

return sandbox
