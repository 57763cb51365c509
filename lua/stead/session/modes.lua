--- How answers are shown: as ruled tables, or as text for another program.
local core <const> = require("stead.core")
local html <const> = require("stead.html")
local json <const> = require("stead.json")
local show <const> = require("stead.show")

local modes = {}

modes.names = { "box", "md", "csv", "json", "lua", "html" }

--- The table that a value is, or has.
---@param value any
---@return stead.Frame?
local function frame_of(value)
  if type(value) == "userdata" and pcall(core.frame.methods.names, value) then
    return value
  end
  local meta = type(value) == "table" and getmetatable(value)
  if meta and type(value.frame) == "function" then
    local ok, frame = pcall(value.frame, value)
    return ok and frame or nil
  end
end

local function lua_text(value)
  local kind = core.money.kind(value)
  if kind == "money" then
    return ("gbp %q"):format(value:plain())
  elseif kind == "rate" then
    return ("rate %q"):format(json.encode(value))
  end
  return type(value) == "string" and ("%q"):format(value):gsub("\\\n", "\\n") or tostring(value)
end

--- A frame as the Lua that makes it again.
local function lua_frame(f)
  local names <const>, kinds <const>, out = f:names(), f:kinds(), { "frame({" }
  for i, name in ipairs(names) do
    out[#out + 1] = ("  { %q, %q },"):format(name, kinds[i])
  end
  out[#out + 1] = "}, {"
  for r = 1, #f do
    local cells = {}
    for i, name in ipairs(names) do
      cells[i] = lua_text(f:cell(r, name))
    end
    out[#out + 1] = "  { " .. table.concat(cells, ", ") .. " },"
  end
  out[#out + 1] = "})"
  return table.concat(out, "\n")
end

local function html_frame(f)
  local h <const> = html.tags
  local head, body = {}, {}
  for i, name in ipairs(f:names()) do
    head[i] = h.th { scope = "col", (name:gsub("_", " ")) }
  end
  for r = 1, #f do
    local cells = {}
    for i, name in ipairs(f:names()) do
      local value = f:cell(r, name)
      cells[i] = h.td(value == nil and "" or tostring(value))
    end
    body[r] = h.tr(cells)
  end
  return tostring(h.table { h.thead(h.tr(head)), h.tbody(body) })
end

local writers <const> = {
  md = function(f) return f:markdown() end,
  csv = function(f) return (f:csv():gsub("\r?\n$", "")) end,
  json = function(f) return f:json() end,
  lua = lua_frame,
  html = html_frame,
}

--- One value in a mode. What is no table is written as itself, or as JSON where that is asked for.
local function one(mode, value)
  local frame = frame_of(value)
  if frame then
    return writers[mode](frame)
  elseif mode == "json" then
    local meta = type(value) == "table" and getmetatable(value)
    if meta and type(value.json) == "function" then
      return value:json()
    end
    local ok, text = pcall(json.encode, value)
    return ok and text or json.encode(tostring(value))
  elseif mode == "lua" and type(value) ~= "table" then
    return lua_text(value)
  end
  return show.text(value)
end

--- The values of an expression in a mode.
---@param mode string
---@param ... any
---@return string
function modes.text(mode, ...)
  if mode == "box" then
    return show.text(...)
  end
  local out = table.pack(...)
  for i = 1, out.n do
    out[i] = one(mode, out[i])
  end
  return table.concat(out, "\n", 1, out.n)
end

return modes
