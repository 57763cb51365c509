--- What a declaration holds in its hands. Each thing that a word makes is given to the file as a sealed face, which
--- can be read and passed on but not changed; what stands in a declaration's fields is copied before it is checked.
--- So what was checked is what is kept.
local fault <const> = require("stead.fault")

local sealed = {}

local DEEPEST <const>, LONGEST <const> = 32, 100000

local inside <const> = setmetatable({}, { __mode = "k" }) -- what stands behind a face
local made <const> = setmetatable({}, { __mode = "k" }) -- what words made, and no declaration could have forged
local face <const> = { __name = "declaration", __metatable = false }

local function face_of(value)
  if type(value) ~= "table" then
    return value
  end
  local out = setmetatable({}, face)
  inside[out] = value
  return out
end

--- The face of something that a word made.
---@param value any
---@return any
function sealed.seal(value)
  if type(value) == "table" then
    made[value] = true
  end
  return face_of(value)
end

--- What stands behind a face; anything else is itself.
---@param value any
---@return any
function sealed.open(value)
  local behind = type(value) == "table" and inside[value]
  return behind or value
end

--- Whether a word made this, of that kind.
---@param value any
---@param what string footprint, body, citation, …
---@return boolean
function sealed.is(value, what)
  return made[value] == true and rawget(value, "what") == what
end

local function meta_of(value, event)
  local meta = getmetatable(sealed.open(value))
  return type(meta) == "table" and meta[event]
end

local function describe(value)
  local what = type(value) == "table" and sealed.open(value).what
  return what and "a " .. tostring(what) or "a " .. type(value)
end

local function arithmetic(event, sign)
  return function(a, b)
    local how = meta_of(a, event) or meta_of(b, event)
    if not how then
      fault.script("%s %s %s: only footprints are joined so", describe(a), sign, describe(b))
    end
    return sealed.seal(how(sealed.open(a), sealed.open(b)))
  end
end

face.__add = arithmetic("__add", "+")
face.__sub = arithmetic("__sub", "-")

function face.__index(self, key)
  return face_of(inside[self][key])
end

function face.__newindex(_, key)
  error(("'%s' cannot be set: what is declared does not change"):format(tostring(key)), 2)
end

function face.__eq(a, b)
  return sealed.open(a) == sealed.open(b)
end

function face.__len(self)
  return #inside[self]
end

function face.__call(self, ...)
  local call = meta_of(self, "__call")
  if not call then
    fault.script("%s is whole already; nothing follows it", describe(self))
  end
  return sealed.seal(call(inside[self], ...))
end

function face.__tostring(self)
  return describe(self)
end

--- Whether one number or text comes before another.
---@param a number|string
---@param b number|string
---@return boolean
function sealed.before(a, b)
  local kind = type(a)
  if kind ~= type(b) or kind ~= "number" and kind ~= "string" and not meta_of(a, "__lt") then
    error(("sort has no order for a %s and a %s; give it a function"):format(kind, type(b)), 0)
  end
  return a < b
end

--- The keys of a table: whole numbers in order, then names in byte order; and a key of another kind, if there is one.
---@param value table
---@return (integer|string)[] keys, any odd
function sealed.keys(value)
  local numbers, names, odd = {}, {}, nil
  for key in next, value do
    if math.type(key) == "integer" then
      numbers[#numbers + 1] = key
    elseif type(key) == "string" then
      names[#names + 1] = key
    else
      odd = key
    end
  end
  table.sort(numbers)
  table.sort(names)
  return table.move(names, 1, #names, #numbers + 1, numbers), odd
end

--- Like Lua's pairs, in an order that is the same in every run.
---@param value any
function sealed.pairs(value)
  local meta = debug.getmetatable(value)
  if type(value) == "userdata" or meta and meta.__pairs then
    return pairs(value)
  elseif type(value) ~= "table" then
    error(("pairs goes through a table, not %s"):format(type(value)), 2)
  end
  local keys, odd = sealed.keys(sealed.open(value))
  if odd ~= nil then
    error(("pairs has no order for a key that is a %s; keys are names or whole numbers"):format(type(odd)), 2)
  end
  local at = 0
  return function()
    at = at + 1
    if keys[at] ~= nil then
      return keys[at], value[keys[at]]
    end
  end
end

local function text_fault(value)
  if #value > LONGEST then
    return ("is a text of %d bytes; the most is %d"):format(#value, LONGEST)
  elseif not utf8.len(value) then
    return "is not UTF-8 text"
  elseif value:find("[%z\1-\8\11\12\14-\31\127]") then
    return "holds a control character"
  end
end

local function plain_fault(value, depth)
  if type(value) == "string" then
    return text_fault(value)
  elseif math.type(value) == "float" and (value ~= value or value == math.huge or value == -math.huge) then
    return "is not a number that can be written down"
  elseif type(value) == "function" and depth > 1 then
    return "is a function, where what was agreed should stand"
  end
end

local function key_name(key)
  local text = tostring(key)
  return #text <= 60 and utf8.len(text) and not text:find("%c") and text or "(a key of " .. #text .. " bytes)"
end

local copy

local function copy_table(value, trail, done, raise)
  if done[value] == "open" then
    raise(trail, "holds itself")
  elseif done[value] then
    return done[value]
  elseif #trail >= DEEPEST then
    raise({ trail[1] }, ("nests deeper than %d tables"):format(DEEPEST))
  end
  local keys, odd = sealed.keys(value)
  if odd ~= nil then
    raise(trail, ("has a key that is a %s; keys are names or whole numbers"):format(type(odd)))
  end
  local out, depth = {}, #trail + 1
  done[value] = "open"
  for _, key in ipairs(keys) do
    trail[depth] = key_name(key)
    if type(key) == "string" and text_fault(key) then
      raise(trail, "has a name that " .. text_fault(key))
    end
    out[key] = copy(value[key], trail, done, raise)
    trail[depth] = nil
  end
  done[value] = out
  return out
end

function copy(value, trail, done, raise)
  local behind = type(value) == "table" and inside[value]
  if behind or type(value) == "table" and getmetatable(value) ~= nil then
    return behind or value
  end
  local wrong = plain_fault(value, #trail)
  if wrong then
    raise(trail, wrong)
  end
  return type(value) == "table" and copy_table(value, trail, done, raise) or value
end

--- A copy of what a file gave, which the file cannot reach any more. Refuses what cannot be written down: tables that
--- hold themselves, functions inside data, numbers without end, bytes that are no text.
---@param value any
---@param where string? what to say stands at fault
---@return any
function sealed.settle(value, where)
  return copy(value, {}, {}, function(trail, wrong)
    local field = #trail > 0 and ("field '%s' "):format(table.concat(trail, ".")) or ""
    fault.script("%s%s%s", where and where .. ": " or "", field, wrong)
  end)
end

--- A word for declarations: what it is given is settled, what it makes is sealed.
---@param make fun(...): any
---@return fun(...): any
function sealed.word(make)
  return function(...)
    local given = table.pack(...)
    for i = 1, given.n do
      given[i] = sealed.settle(given[i])
    end
    return sealed.seal(make(table.unpack(given, 1, given.n)))
  end
end

return sealed
