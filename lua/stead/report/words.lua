--- Says in sentences what a budget does. The same figures always give the same words.
local words = {}

local budget <const> = require("stead.report.budget")
local html <const> = require("stead.html")
local label <const> = require("stead.label")

local h <const> = html.tags

local function short(pence, plus)
  return label.short(pence / 100, plus)
end

local function per_cent(fraction, plus)
  return label.percent(fraction, 1, plus)
end

-- "£16.1m (3.6%) more than 2022/23"
local function change(pence, fraction, than)
  local size <const> = short(math.abs(pence))
  if pence == 0 then
    return "the same as " .. than
  end
  return size .. " (" .. per_cent(math.abs(fraction)) .. ") "
    .. (pence > 0 and "more than " or "less than ") .. than
end

local function names(rows)
  local list <const> = {}
  for i, row in ipairs(rows) do
    list[i] = row.short
  end
  return label.list(list)
end

local function last_year(reading)
  return reading.given.baseline_year or "last year"
end

local function opening_sentence(reading, system)
  local total <const> = reading.totals.envelope
  local tail = reading.totals.baseline and reading.growth
    and ", " .. change(total - reading.totals.baseline, reading.growth, last_year(reading)) or ""
  local count <const> = #reading.rows
  local stream <const> = reading.stream
  if count == 0 then
    return h.span { "No place is given money for " .. stream .. " in " .. reading.year .. "." }
  elseif count == 1 then
    return html.join(reading.rows[1].name .. " receives ", h.strong(short(total)), " for " .. stream
      .. " in " .. reading.year .. tail .. ".")
  end
  return html.join(system .. (system:sub(-1) == "s" and "’ " or "’s ") .. label.spelt(count) .. " places share ",
    h.strong(short(total)), " for " .. stream .. " in " .. reading.year .. tail .. ".")
end

local function growth_of(row)
  return row.growth
end

local function distance_below(row)
  return row.opening and -row.opening
end

local function gain_of(row)
  return row.baseline and row.allocation - row.baseline
end

-- Who gains most in proportion, and why; who gains most in money, when that is another place.
local function gain_sentence(reading)
  local rows <const> = reading.rows
  local most <const> = budget.greatest(rows, growth_of)
  local least <const> = budget.greatest(rows, function(row)
    return row.growth and -row.growth
  end)
  if not most or #rows < 2 then
    return false
  end
  if most.growth - least.growth < 0.00005 then
    return " Every place grows by the same " .. per_cent(most.growth) .. "."
  end
  local text = " " .. most.short .. (most.growth > 0 and " gains" or " loses least")
    .. (most.growth > 0 and " most in proportion (" or " (") .. per_cent(most.growth, true) .. ")"
  local furthest <const> = budget.greatest(rows, distance_below)
  if furthest == most and most.opening < 0 then
    text = text .. ", being furthest below its target share (" .. per_cent(-most.opening) .. ")"
  end
  local richest <const> = budget.greatest(rows, gain_of)
  if richest and richest ~= most and gain_of(richest) > 0 then
    text = text .. "; " .. richest.short .. " gains most in money ("
      .. short(gain_of(richest), true) .. ")"
  end
  return text .. "."
end

local function limit_text(reading, held)
  local limit <const> = reading.given[held]
  return "the " .. (limit and label.rate(limit) .. " " or "") .. held
end

-- Where money simply follows need, that is all there is to say.
local function target_sentence(reading)
  local rows <const> = reading.rows
  local met <const> = budget.where(rows, function(row)
    return row.target == row.allocation
  end)
  if #rows < 2 or #met < #rows then
    return false
  end
  return " Each receives exactly its target share."
end

-- Nobody should read a trial as a settlement.
local function status_sentence(reading)
  return reading.given.status == "illustrative" and " The terms are illustrative." or false
end

-- Who is held by the floor or the ceiling, and where that leaves a single such place.
local function held_sentence(reading, held)
  local rows <const> = budget.where(reading.rows, function(row)
    return row.held == held
  end)
  if #rows == 0 then
    return false
  end
  local text = " " .. names(rows) .. (#rows == 1 and " grows by " or " grow by ")
    .. limit_text(reading, held)
  local only <const> = #rows == 1 and rows[1]
  if only and only.opening and math.abs(only.opening) >= 0.0005 then
    text = text .. ", being " .. words.side(only.opening) .. " its target share"
  end
  return text .. "."
end

--- A distance in words: "9.3% above", "8.96% below".
---@param distance number
---@param decimals integer?
---@return string
function words.side(distance, decimals)
  return label.percent(math.abs(distance), decimals or 1) .. (distance > 0 and " above" or " below")
end

local function spread(rows, field)
  local low, high = math.huge, -math.huge
  for _, row in ipairs(rows) do
    if not row[field] then
      return nil
    end
    low, high = math.min(low, row[field]), math.max(high, row[field])
  end
  return high - low
end

-- How much closer together the places now stand, all told.
local function spread_sentence(reading)
  local before <const>, after <const> = spread(reading.rows, "opening"),
    spread(reading.rows, "closing")
  if #reading.rows < 2 or not before or not after then
    return false
  end
  local function points(value)
    return string.format("%.1f", value * 100)
  end
  if points(before) == points(after) then
    return " The gap between the place furthest above target and the place furthest below stays at "
      .. points(after) .. " points."
  end
  return " The gap between the place furthest above target and the place furthest below "
    .. (after < before and "narrows" or "widens") .. " from " .. points(before) .. " to "
    .. points(after) .. " percentage points."
end

--- The lead of a budget: what happened.
---@param reading stead.report.Reading
---@param system string the system's short name
---@return stead.Markup
function words.lead(reading, system)
  return html.join(opening_sentence(reading, system), gain_sentence(reading),
    held_sentence(reading, "floor"), held_sentence(reading, "ceiling"), target_sentence(reading),
    spread_sentence(reading), status_sentence(reading))
end

--- Text as a sentence: a capital first, a full stop last.
---@param text string
---@return string
function words.sentence(text)
  return text:sub(1, 1):upper() .. text:sub(2) .. (text:find("[.!?]$") and "" or ".")
end

--- How the rules of a budget move money, in a sentence.
---@param given stead.report.Budget
---@return string
function words.policy(given)
  local parts <const> = {}
  if given.closing then
    parts[#parts + 1] = label.rate(given.closing) .. " of the distance from target is closed"
  end
  if given.floor then
    parts[#parts + 1] = "no place grows by less than " .. label.rate(given.floor)
  end
  if given.ceiling then
    parts[#parts + 1] = "none by more than " .. label.rate(given.ceiling)
  end
  if #parts == 0 then
    return ""
  end
  return words.sentence(table.concat(parts, "; "))
end

--- One place's figure in words.
---@param row table
---@param reading stead.report.Reading
---@return string
function words.place(row, reading)
  local text = row.name .. " receives " .. short(row.allocation)
  if row.baseline and row.growth then
    text = text .. ", " .. change(row.allocation - row.baseline, row.growth, last_year(reading))
  end
  text = text .. "."
  if row.target and reading.totals.target and reading.totals.target > 0 then
    text = text .. " Its target share is " .. label.percent(row.target / reading.totals.target)
      .. " of the whole."
  end
  if row.opening and row.closing then
    text = text .. " It stood " .. words.side(row.opening) .. " target and now stands "
      .. words.side(row.closing) .. "."
  end
  if row.held then
    text = text .. " It is held by " .. limit_text(reading, row.held) .. "."
  end
  return text
end

--- The note beside a place in a picture: which limit holds it.
---@param row table
---@param reading stead.report.Reading
---@return string?
function words.held_note(row, reading)
  return row.held and "held by " .. limit_text(reading, row.held) or nil
end

return words
