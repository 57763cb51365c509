--- Draws with SVG: elements, scales with round ticks, and text that is measured before it is set.
local svg = {}

local html <const> = require("stead.html")

--- A function for each SVG element, by its name; an element without content closes itself.
---@type table<string, fun(content: any): stead.Markup>
svg.tags = setmetatable({}, {
  __index = function(tags, name)
    local function make(content)
      return html.element(name, content, true)
    end
    tags[name] = make
    return make
  end,
})

svg.INK = "#16212b"
svg.SOFT = "#51606d"
svg.RULE = "#d5dce2"
svg.BLUE = "#005eb8"
svg.DEEP = "#003b73"
svg.PALE = "#a9c3db"
svg.EDGE = "#5b7690"

local FONT <const> = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"

---@class stead.svg.Spec
---@field id string unique on the page
---@field title string
---@field desc string
---@field width number
---@field height number
---@field class string?

--- The picture itself: a drawing that says what it shows to those who do not see it.
---@param spec stead.svg.Spec
---@param content any
---@return stead.Markup
function svg.picture(spec, content)
  local id <const> = spec.id
  return svg.tags.svg {
    xmlns = "http://www.w3.org/2000/svg",
    viewBox = string.format("0 0 %d %d", math.ceil(spec.width), math.ceil(spec.height)),
    role = "img",
    class = spec.class or false,
    aria_labelledby = id .. "-title " .. id .. "-desc",
    font_family = FONT,
    svg.tags.title { id = id .. "-title", spec.title },
    svg.tags.desc { id = id .. "-desc", spec.desc },
    content,
  }
end

--- Maps a value to a coordinate on a straight line.
---@param from number
---@param to number
---@param left number
---@param right number
---@return fun(value: number): number
function svg.scale(from, to, left, right)
  local span <const> = to - from
  if span == 0 then
    return function()
      return left
    end
  end
  return function(value)
    return left + (value - from) / span * (right - left)
  end
end

local STEPS <const> = { 1, 2, 5, 10 }

--- Round values that cover a range, and the range they cover.
---@param low number
---@param high number
---@param about integer how many are wanted, about
---@return { step: number, decimals: integer, low: number, high: number, [integer]: number }
function svg.ticks(low, high, about)
  if high <= low then
    high = low + (low == 0 and 1 or math.abs(low))
  end
  local rough <const> = (high - low) / about
  local power = math.floor(math.log(rough, 10) + 1e-9)
  local step = 10
  for _, candidate in ipairs(STEPS) do
    if candidate * 10.0 ^ power >= rough * 0.999999 then
      step = candidate
      break
    end
  end
  if step == 10 then
    step, power = 1, power + 1
  end
  -- Each tick is a whole number of steps: adding a step again and again would drift.
  local function at(index)
    local units <const> = index * step
    return power < 0 and units / 10.0 ^ -power or units * 10.0 ^ power
  end
  local first <const> = math.floor(low / at(1) + 1e-9)
  local last <const> = math.ceil(high / at(1) - 1e-9)
  local ticks <const> = { step = at(1), decimals = math.max(0, -power) }
  for index = first, last do
    ticks[#ticks + 1] = at(index)
  end
  ticks.low, ticks.high = ticks[1], ticks[#ticks]
  return ticks
end

-- Widths of letters as parts of the type size, on the wide side of the usual sans-serif faces, so
-- that text measured here fits wherever it is shown.
local NARROW <const> = "[iljtfrI.,:;'|!%(%)%[%] /-]"
local WIDE <const> = "[mwMW@%%]"

--- About how wide a line of text is.
---@param text string
---@param size number type size
---@param bold boolean?
---@return number
function svg.text_width(text, size, bold)
  local total = 0
  for _, code in utf8.codes(text, true) do
    local letter <const> = code < 128 and string.char(code) or "n"
    if letter:find(NARROW) then
      total = total + 0.37
    elseif letter:find(WIDE) then
      total = total + 0.95
    elseif letter:find("%u") then
      total = total + 0.72
    else
      total = total + 0.615
    end
  end
  return total * size * (bold and 1.09 or 1)
end

local function split_word(word, room, size, bold, lines)
  local piece = ""
  for _, code in utf8.codes(word, true) do
    local letter <const> = utf8.char(code)
    if piece ~= "" and svg.text_width(piece .. letter, size, bold) > room then
      lines[#lines + 1] = piece
      piece = ""
    end
    piece = piece .. letter
  end
  return piece
end

--- Text in lines no wider than there is room for; a word too long for a line is broken.
---@param text string
---@param room number
---@param size number
---@param bold boolean?
---@return string[]
function svg.wrap(text, room, size, bold)
  local lines <const>, line = {}, ""
  for word in text:gmatch("%S+") do
    local longer <const> = line == "" and word or line .. " " .. word
    if svg.text_width(longer, size, bold) <= room then
      line = longer
    else
      if line ~= "" then
        lines[#lines + 1] = line
      end
      line = split_word(word, room, size, bold, lines)
    end
  end
  lines[#lines + 1] = line
  return lines
end

--- Lines of text under one another, the first on the given base line.
---@param lines string[]
---@param style table attributes: x, y, font_size, and any others
---@param leading number? distance between base lines; 1.25 of the size unless said
---@return stead.Markup
function svg.lines(lines, style, leading)
  leading = leading or style.font_size * 1.25
  local content <const> = {}
  for name, value in pairs(style) do
    content[name] = value
  end
  if #lines == 1 then
    content[1] = lines[1]
  else
    for i, line in ipairs(lines) do
      content[i] = svg.tags.tspan { x = style.x, y = style.y + (i - 1) * leading, line }
    end
  end
  return svg.tags.text(content)
end

return svg
