--- JSON written without losing a digit: whole numbers stay whole, other numbers take the shortest text that
--- reads back the same, keys come in order.
local core <const> = require("stead.core")

local json = {}

local escapes <const> = {
  ['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t",
}

local function text(s)
  return '"' .. s:gsub('[%c"\\]', function(c)
    return escapes[c] or ("\\u%04x"):format(c:byte())
  end) .. '"'
end

local function number(x)
  if math.type(x) == "integer" then
    return tostring(x)
  end
  if x ~= x or x == math.huge or x == -math.huge then
    return "null"
  end
  for digits = 15, 17 do
    local s = ("%." .. digits .. "g"):format(x)
    if tonumber(s) == x then
      return s
    end
  end
end

local function rate(parts)
  local size <const> = math.abs(parts)
  local digits = ("%d.%09d"):format(size // 1000000000, size % 1000000000)
  return (parts < 0 and "-" or "") .. digits:gsub("0+$", ""):gsub("%.$", "")
end

local encode

local function sorted_keys(t)
  local keys = {}
  for k in pairs(t) do
    keys[#keys + 1] = k
  end
  table.sort(keys, function(a, b)
    return tostring(a) < tostring(b)
  end)
  return keys
end

local function object(t, keys, indent)
  local parts = {}
  local inner <const> = indent .. "  "
  for _, k in ipairs(keys) do
    parts[#parts + 1] = inner .. text(tostring(k)) .. ": " .. encode(t[k], inner)
  end
  return #parts == 0 and "{}" or "{\n" .. table.concat(parts, ",\n") .. "\n" .. indent .. "}"
end

local function array(t, indent)
  local parts = {}
  local inner <const> = indent .. "  "
  for i = 1, #t do
    parts[i] = inner .. encode(t[i], inner)
  end
  return #parts == 0 and "[]" or "[\n" .. table.concat(parts, ",\n") .. "\n" .. indent .. "]"
end

--- A missing cell.
json.null = setmetatable({}, { __name = "null" })

function encode(value, indent)
  local kind <const> = type(value)
  if value == nil or value == json.null then
    return "null"
  elseif kind == "boolean" then
    return tostring(value)
  elseif kind == "number" then
    return number(value)
  elseif kind == "string" then
    return text(value)
  elseif kind == "userdata" then
    return core.money.kind(value) == "money" and value:plain() or rate(value:parts())
  elseif kind ~= "table" then
    error("a " .. kind .. " has no JSON form")
  elseif value.json_keys then
    return object(value.values, value.json_keys, indent)
  elseif #value > 0 or next(value) == nil then
    return array(value, indent)
  end
  return object(value, sorted_keys(value), indent)
end

--- An object whose keys keep the order given.
---@param keys string[]
---@param values table<string, any>
function json.ordered(keys, values)
  return { json_keys = keys, values = values }
end

--- Money becomes pounds with two decimals, a rate its plain decimal.
---@param value any
---@return string
function json.encode(value)
  return encode(value, "")
end

return json
