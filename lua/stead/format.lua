--- Numbers as people read them: thousands commas, true minus signs, the decimals asked for.
local format = {}

local MINUS <const> = "\u{2212}"

local function group(digits)
  local whole, rest = digits:match("^(%d+)(.*)$")
  whole = whole:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", "")
  return whole .. rest
end

--- ASCII decimal text made readable.
---@param text string such as "-1234567.89"
---@return string "−1,234,567.89"
function format.decimal(text)
  local sign, digits = text:match("^(%-?)(.*)$")
  return (sign == "-" and MINUS or "") .. group(digits)
end

--- A number to `places` decimals; a zero never carries a minus.
---@param x number
---@param places integer
---@return string
function format.number(x, places)
  if x ~= x then
    return ""
  end
  local text = ("%." .. places .. "f"):format(x)
  if not text:find("[1-9]") then
    text = text:gsub("^%-", "")
  end
  return format.decimal(text)
end

--- Pounds and pence without the sign: columns say "£" once.
---@param m stead.Money
---@return string
function format.money(m)
  return format.decimal(m:plain())
end

--- "£1,234.56", "−£1,234.56".
---@param m stead.Money
---@return string
function format.pounds(m)
  return (tostring(m):gsub("^%-", MINUS))
end

--- "£122.2m", "£4.6bn", "£850,000": for sentences.
---@param m stead.Money
---@return string
function format.rough(m)
  local size, sign = math.abs(m:pence()), m:pence() < 0 and MINUS or ""
  local function scaled(unit, places, suffix)
    local digits = ("%0" .. places + 1 .. "d"):format(size // unit + (size % unit * 2 >= unit and 1 or 0))
    return ("%s£%s.%s%s"):format(sign, group(digits:sub(1, -places - 1)), digits:sub(-places), suffix)
  end
  if size >= 99995000000 then
    return scaled(1000000000, 2, "bn")
  elseif size >= 99995000 then
    return scaled(10000000, 1, "m")
  end
  return sign .. "£" .. group(tostring((size + 50) // 100))
end

--- A rate to `places` decimals of a per cent, "2.00%"; with `signed`, "+2.00%".
---@param r stead.Rate
---@param places integer?
---@param signed boolean?
---@return string
function format.rate(r, places, signed)
  local text = format.decimal((r:text(places or 2)))
  if signed and r:parts() > 0 and text:find("[1-9]") then
    text = "+" .. text
  end
  if not text:find("[1-9]") then
    text = text:gsub(MINUS, "")
  end
  return text
end

return format
