--- What a value holds, by name: for completion and for "did you mean".
local core <const> = require("stead.core")
local globals <const> = require("stead.globals")

local members = {}

local keywords <const> = { "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if",
  "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while" }

--- Every name that may stand alone: ready names, those that the session set, Lua's own words unless left out.
---@param leave_out boolean?
---@return string[]
function members.globals(leave_out)
  local out, seen = {}, {}
  local function add(name)
    if type(name) == "string" and not seen[name] and name:find("^[%a][%w_]*$") then
      seen[name], out[#out + 1] = true, name
    end
  end
  for _, name in ipairs(globals.names()) do
    add(name)
  end
  for name in next, _G do
    add(name)
  end
  for _, name in ipairs(leave_out and {} or keywords) do
    add(name)
  end
  table.sort(out)
  return out
end

local function add_keys(from, add)
  if type(from) == "table" then
    for key in pairs(from) do
      add(key)
    end
  end
end

local kinds <const> = { ["stead.book"] = "book", ["stead.allocation"] = "allocation", ["stead.findings"] = "findings",
  ["stead.explanation"] = "explanation" }

--- The methods that the manual has for a kind of value.
local function add_methods(value, add)
  local meta <const> = debug.getmetatable(value)
  local kind = core.money.kind(value) or meta and kinds[meta.__name]
  if not kind and type(value) == "userdata" then
    kind = pcall(core.frame.methods.names, value) and "frame" or nil
  end
  local manual <const> = kind and require("stead.manual")
  for _, chapter in ipairs(manual and manual.chapters or {}) do
    for _, entry in ipairs(manual.entries(chapter[2])) do
      add(entry.name:match("^" .. kind .. ":(.*)$"))
    end
  end
  if kind == "frame" then
    add_keys(core.frame.methods, add)
  end
end

--- The names that a value answers to, in order.
---@param value any
---@return string[]
function members.of(value)
  local out, seen = {}, {}
  local function add(name)
    if type(name) == "string" and not seen[name] then
      seen[name], out[#out + 1] = true, name
    end
  end
  local meta <const> = debug.getmetatable(value)
  if type(value) == "table" then
    pcall(add_keys, value, add)
  end
  if type(meta) == "table" and type(meta.__index) == "table" then
    pcall(add_keys, meta.__index, add)
  end
  add_methods(value, add)
  if meta and meta.__name == "stead.allocation" then
    add("place")
    add("terms")
  elseif meta and meta.__name == "stead.book" then
    add("facts")
  end
  table.sort(out)
  return out
end

--- One step from a value; what refuses has nothing there.
local function step(value, key)
  local ok, next_value = pcall(function()
    return value[key]
  end)
  return ok and next_value or nil
end

--- The value whose field or method is being named at the end of a text: `w.place.` gives w.place. Names and texts in
--- brackets are followed; nothing is called.
---@param before string what stands before the name
---@return any value nil when it cannot be told
function members.owner(before)
  local chain = before:match("([%a_][%w_]*[%w_%.%[%]\"'%-:]*)[%.:]$")
  local first = chain and chain:match("^[%a_][%w_]*")
  if not first then
    return nil
  end
  local value, rest = _G[first], chain:sub(#first + 1)
  while value ~= nil and rest ~= "" do
    local key = rest:match("^%.([%a_][%w_]*)")
    local used = key and #key + 1
    if not key then
      local text = rest:match("^%[[\"']([^\"']*)[\"']%]")
      local number = rest:match("^%[(%d+)%]")
      key, used = text or tonumber(number), text and #text + 4 or number and #number + 2
    end
    if not used then
      return nil
    end
    value, rest = step(value, key), rest:sub(used + 1)
  end
  return value
end

return members
