--- The values of an expression as people read them, at the prompt and from `stead -e`.
local core <const> = require("stead.core")

local function nested(t, indent, seen)
  if seen[t] then
    return "…"
  end
  seen[t] = true
  local keys, out = {}, {}
  for key in pairs(t) do
    keys[#keys + 1] = key
  end
  table.sort(keys, function(a, b)
    local x, y = math.type(a) == "integer", math.type(b) == "integer"
    if x and y then
      return a < b
    end
    return x ~= y and x or not x and not y and tostring(a) < tostring(b)
  end)
  for _, key in ipairs(keys) do
    local value = t[key]
    local meta = type(value) == "table" and getmetatable(value)
    local text = type(value) == "table" and not (meta and meta.__tostring) and nested(value, indent .. "  ", seen)
      or type(value) == "string" and ("%q"):format(value) or tostring(value)
    local name = math.type(key) == "integer" and "" or tostring(key) .. " = "
    out[#out + 1] = indent .. "  " .. name .. text
  end
  seen[t] = nil
  return #out == 0 and "{}" or "{\n" .. table.concat(out, "\n") .. "\n" .. indent .. "}"
end

local MOST_ROWS <const> = 60

local function text_of(value)
  local kind <const> = type(value)
  local meta = kind == "table" and getmetatable(value)
  if kind == "table" and not (meta and meta.__tostring) then
    return nested(value, "", {})
  elseif kind == "table" and meta.__name == "stead.allocation"
    or kind == "userdata" and pcall(core.frame.methods.names, value) then
    local width = core.host.is_terminal(1) and core.host.terminal_width() or 160
    return value:text({ width = width, most = MOST_ROWS })
  end
  return tostring(value)
end

local show = {}

--- The values of an expression as text.
---@param ... any
---@return string
function show.text(...)
  local out, between = table.pack(...), "\t"
  for i = 1, out.n do
    out[i] = text_of(out[i])
    between = out[i]:find("\n", 1, true) and "\n" or between
  end
  return table.concat(out, between, 1, out.n)
end

--- Prints them; nothing when there are none.
---@param ... any
function show.print(...)
  if select("#", ...) > 0 then
    print(show.text(...))
  end
end

return show
