--- Writes numbers as a reader meets them: pounds and pence, £m, per cent, people, lists of names.
--- Minus signs are true minus signs; nothing is ever written as minus nought.
local label = {}

local MINUS <const> = "\u{2212}"

local function grouped(digits)
  local out = digits:reverse():gsub("(%d%d%d)", "%1,"):reverse()
  return (out:gsub("^,", ""))
end

local function is_nought(text)
  return not text:find("[1-9]")
end

--- Puts the sign a reader expects before digits already written without one.
local function signed(text, negative, plus)
  if is_nought(text) then
    return text
  elseif negative then
    return MINUS .. text
  end
  return (plus and "+" or "") .. text
end

--- Whole pence as pounds and pence: 12221447569 is 122,214,475.69.
---@param pence integer
---@return string
function label.pounds(pence)
  if math.type(pence) ~= "integer" then
    error("money must be whole pence, not " .. tostring(pence), 2)
  end
  -- The sign is cut from the text: the least integer has no positive twin to take it from.
  local digits = tostring(pence):gsub("^-", "")
  digits = ("0"):rep(3 - #digits) .. digits
  local text <const> = grouped(digits:sub(1, -3)) .. "." .. digits:sub(-2)
  return signed(text, pence < 0, false)
end

local UNITS <const> = { { 1e9, "bn" }, { 1e6, "m" }, { 1e3, "k" }, { 1, "" } }

--- The unit in which amounts up to `largest` pounds read best: its size and its letters.
---@param largest number pounds
---@return number size
---@return string letters
function label.unit(largest)
  for _, unit in ipairs(UNITS) do
    if math.abs(largest) >= unit[1] then
      return unit[1], unit[2]
    end
  end
  return 1, ""
end

--- Pounds, short: £124.7m, −£0.3m, £4.05bn.
---@param pounds number
---@param plus boolean? write the sign of a gain
---@return string
function label.short(pounds, plus)
  local size, letters = label.unit(pounds)
  local scaled = math.abs(pounds) / size
  -- 999.96 thousand would be written as £1000.0k: take the next unit up.
  if scaled >= 999.95 and size < 1e9 then
    size, letters = label.unit(size * 1000)
    scaled = math.abs(pounds) / size
  end
  local pattern <const> = letters == "" and (scaled < 1 and scaled > 0 and "%.2f" or "%.0f")
    or letters == "bn" and "%.2f" or "%.1f"
  local digits <const> = string.format(pattern, scaled)
  local whole <const>, rest <const> = digits:match("^(%d+)(.*)$")
  return signed("£" .. grouped(whole) .. rest .. letters, pounds < 0, plus)
end

--- A fraction as per cent: 0.0933 is 9.33%.
---@param fraction number
---@param decimals integer? 2 unless said
---@param plus boolean? write the sign of a gain
---@return string
function label.percent(fraction, decimals, plus)
  local digits <const> = string.format("%." .. (decimals or 2) .. "f", math.abs(fraction) * 100)
  return signed(digits .. "%", fraction < 0, plus)
end

--- A rate a person chose, with no more decimals than it has: 0.0225 is 2.25%, 0.25 is 25%.
---@param fraction number
---@return string
function label.rate(fraction)
  local digits <const> = string.format("%.4f", math.abs(fraction) * 100):gsub("%.?0+$", "")
  return signed((digits == "" and "0" or digits) .. "%", fraction < 0, false)
end

--- A count or a number of people, to the nearest one: 1,529.
---@param count number
---@return string
function label.count(count)
  local whole <const> = string.format("%.0f", math.abs(count))
  return signed(grouped(whole), count < 0, false)
end

local WORDS <const> = {
  [0] = "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
}

--- A small count in words, a larger one in figures.
---@param count integer
---@return string
function label.spelt(count)
  return WORDS[count] or label.count(count)
end

--- Names as a sentence lists them: "Calderdale, Kirklees and Leeds".
---@param names string[]
---@return string
function label.list(names)
  if #names < 2 then
    return names[1] or ""
  end
  return table.concat(names, ", ", 1, #names - 1) .. " and " .. names[#names]
end

--- One thing or several: `label.several(2, "place")` is "2 places".
---@param count integer
---@param noun string
---@return string
function label.several(count, noun)
  return label.count(count) .. " " .. noun .. (count == 1 and "" or "s")
end

return label
