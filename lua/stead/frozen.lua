--- Data that can be read and not changed. A view of a table is a table: ipairs, pairs and # work on it, and pairs
--- goes in the order of the keys.
local frozen = {}

local views <const> = setmetatable({}, { __mode = "k" })

local function refuse(_, key)
  error(("what a check is given cannot be changed: '%s'"):format(tostring(key)), 2)
end

local function before(a, b)
  if type(a) ~= type(b) then
    return type(a) < type(b)
  end
  return a < b
end

local function ordered(value, view)
  local keys = {}
  for key in pairs(value) do
    keys[#keys + 1] = key
  end
  table.sort(keys, before)
  local at = 0
  return function()
    at = at + 1
    if keys[at] ~= nil then
      return keys[at], view[keys[at]]
    end
  end
end

--- The view of a table, and of what is in it; anything else is itself.
---@generic T
---@param value T
---@return T
function frozen.of(value)
  if type(value) ~= "table" then
    return value
  end
  local view = views[value]
  if not view then
    view = setmetatable({}, {
      __index = function(_, key)
        return frozen.of(value[key])
      end,
      __len = function()
        return #value
      end,
      __pairs = function(self)
        return ordered(value, self)
      end,
      __newindex = refuse, __metatable = "read-only", __name = "read-only data",
    })
    views[value], views[view] = view, view
  end
  return view
end

return frozen
