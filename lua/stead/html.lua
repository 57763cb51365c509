--- Writes HTML as Lua tables; whatever is not markup already is escaped.
---
---     local h = require("stead.html").tags
---     tostring(h.p { class = "lead", "Wakefield & ", h.strong "Leeds" })
---     --> <p class="lead">Wakefield &amp; <strong>Leeds</strong></p>
---
--- Keys of the table are attributes (an underscore is written as a hyphen, `true` is a bare
--- attribute, `false` leaves it out); positions are the content: text, numbers, markup, lists of
--- these, or `false` for nothing. Attributes are written in the order of the alphabet, so that the
--- same input gives the same bytes.
local html = {}

---@class stead.Markup text that is markup already and is written as it stands
---@field private text string
local Markup <const> = {}
Markup.__index = Markup
Markup.__name = "markup"

function Markup:__tostring()
  return self.text
end

local VOID <const> = {
  br = true, hr = true, img = true, input = true, link = true, meta = true, col = true,
}

local ENTITIES <const> = {
  ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;",
}

-- A published file may carry a stray byte; the page must still be one a browser can read.
local function repaired(text)
  local pieces, from = {}, 1
  while true do
    local count, bad = utf8.len(text, from)
    if count then
      pieces[#pieces + 1] = text:sub(from)
      return table.concat(pieces)
    end
    pieces[#pieces + 1] = text:sub(from, bad - 1)
    pieces[#pieces + 1] = "\u{FFFD}"
    from = bad + 1
  end
end

--- Text as it is written between tags or in an attribute.
---@param value any
---@return string
function html.escape(value)
  local text = tostring(value)
  if not utf8.len(text) then
    text = repaired(text)
  end
  text = text:gsub("[%z\1-\8\11\12\14-\31\127]", "\u{FFFD}")
  return (text:gsub("[&<>\"']", ENTITIES))
end

--- Marks text as markup that needs no escaping. For our own style sheets and pictures only.
---@param text string
---@return stead.Markup
function html.raw(text)
  return setmetatable({ text = text }, Markup)
end

---@param value any
---@return boolean
function html.is_markup(value)
  return getmetatable(value) == Markup
end

local function write(out, value)
  if value == false or value == nil then
    return
  elseif getmetatable(value) == Markup then
    out[#out + 1] = value.text
  elseif type(value) == "table" then
    for i = 1, #value do
      write(out, value[i])
    end
  else
    out[#out + 1] = html.escape(value)
  end
end

--- A number as an attribute carries it: two decimals at most, no exponent, no minus zero.
local function attribute_number(value)
  if math.type(value) == "integer" then
    return tostring(value)
  end
  if value ~= value or value == math.huge or value == -math.huge then
    error("an attribute must be a finite number, not " .. tostring(value), 0)
  end
  local text = string.format("%.2f", value):gsub("%.?0+$", "")
  return text == "-0" and "0" or text
end

local function write_attributes(out, content, xml)
  local names = {}
  for name in pairs(content) do
    if type(name) == "string" then
      names[#names + 1] = name
    end
  end
  table.sort(names)
  for _, name in ipairs(names) do
    local value = content[name]
    local written <const> = name:gsub("_", "-")
    if value == true then
      out[#out + 1] = " " .. written .. (xml and '="' .. written .. '"' or "")
    elseif value ~= false then
      value = type(value) == "number" and attribute_number(value) or html.escape(value)
      out[#out + 1] = " " .. written .. '="' .. value .. '"'
    end
  end
end

--- One element.
---@param name string
---@param content any a table of attributes and content, or one piece of content
---@param xml boolean? write it as XML: an element without content closes itself
---@return stead.Markup
function html.element(name, content, xml)
  if type(content) ~= "table" or getmetatable(content) == Markup then
    content = { content }
  end
  local out <const> = { "<" .. name }
  write_attributes(out, content, xml)
  if xml and #content == 0 then
    out[#out + 1] = "/>"
    return html.raw(table.concat(out))
  end
  out[#out + 1] = ">"
  if not VOID[name] then
    write(out, content)
    out[#out + 1] = "</" .. name .. ">"
  end
  return html.raw(table.concat(out))
end

--- Content without an element round it.
---@param ... any
---@return stead.Markup
function html.join(...)
  local out <const> = {}
  write(out, { ... })
  return html.raw(table.concat(out))
end

--- A function for each element, by its name.
---@type table<string, fun(content: any): stead.Markup>
html.tags = setmetatable({}, {
  __index = function(tags, name)
    local function make(content)
      return html.element(name, content)
    end
    tags[name] = make
    return make
  end,
})

return html
