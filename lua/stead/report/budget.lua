--- A budget as a page tells it: checks what it was given, works out growth and distances that were
--- not, and decides from the pence whether it foots.
local budget = {}

-- A slip in the data is the caller's, and is told with the path to the field.
local function refuse(where, must, value)
  error(where .. " must be " .. must .. ", not " .. (type(value) == "string"
    and "'" .. value .. "'" or tostring(value)), 0)
end

local function pence_at(value, where, optional)
  if math.type(value) ~= "integer" and not (optional and value == nil) then
    refuse(where, "whole pence", value)
  end
  return value
end

local function fraction_at(value, where)
  if value ~= nil and (type(value) ~= "number" or value ~= value
    or value == math.huge or value == -math.huge) then
    refuse(where, "a fraction such as 0.036", value)
  end
  return value
end

---@param value any
---@param where string path to the field
---@param optional boolean?
---@return string?
function budget.text_at(value, where, optional)
  if type(value) ~= "string" and not (optional and value == nil) then
    refuse(where, "text", value)
  end
  return value
end

local function ratio(part, whole)
  return part and whole and whole > 0 and part / whole - 1 or nil
end

local function read_row(row, where)
  if type(row) ~= "table" then
    refuse(where, "a table", row)
  end
  if row.held ~= nil and row.held ~= "floor" and row.held ~= "ceiling" then
    refuse(where .. ".held", "'floor' or 'ceiling'", row.held)
  end
  return {
    name = budget.text_at(row.name, where .. ".name"),
    code = budget.text_at(row.code, where .. ".code", true),
    short = row.short or row.name,
    practices = row.practices,
    baseline = pence_at(row.baseline, where .. ".baseline", true),
    target = pence_at(row.target, where .. ".target", true),
    allocation = pence_at(row.allocation, where .. ".allocation"),
    growth = fraction_at(row.growth, where .. ".growth"),
    opening = fraction_at(row.opening_distance, where .. ".opening_distance"),
    closing = fraction_at(row.closing_distance, where .. ".closing_distance"),
    held = row.held, reference = row.reference, words = row.words, steps = row.steps,
  }
end

-- The sum of a column in pence; nil when a cell is missing, and when the sum is too great to hold
-- whole, for then nothing may be said about it.
local function total(rows, column)
  local sum = 0
  for _, row in ipairs(rows) do
    local value <const> = row[column]
    if not value then
      return nil
    end
    local next_sum <const> = sum + value
    if (value >= 0) ~= (next_sum >= sum) then
      return nil
    end
    sum = next_sum
  end
  return sum
end

-- Before the move a place stands where even growth would have left it.
local function derive(rows, totals)
  for _, row in ipairs(rows) do
    row.growth = row.growth or ratio(row.allocation, row.baseline)
    row.closing = row.closing or ratio(row.allocation, row.target)
    if not row.opening and row.baseline and totals.baseline and totals.baseline > 0 then
      local even <const> = row.baseline * (totals.envelope / totals.baseline)
      row.opening = ratio(even, row.target)
    end
  end
end

---@class stead.report.Reading
---@field rows table[] name, short, baseline, target, allocation (pence), growth, opening, closing
---@field totals { baseline: integer?, target: integer?, allocation: integer?, envelope: integer }
---@field growth number? of the whole
---@field foots boolean said by the caller and true of the pence
---@field gap integer? pence by which the allocations exceed the envelope
---@field targets_foot boolean

--- Reads one of a report's budgets.
---@param given stead.report.Budget
---@param where string path for refusals, such as "budgets[1]"
---@return stead.report.Reading
function budget.read(given, where)
  local rows <const> = {}
  for i, row in ipairs(given.rows or refuse(where .. ".rows", "a list", given.rows)) do
    rows[i] = read_row(row, where .. ".rows[" .. i .. "]")
  end
  local totals <const> = {
    baseline = total(rows, "baseline"), target = total(rows, "target"),
    allocation = total(rows, "allocation"),
    envelope = pence_at(given.envelope, where .. ".envelope"),
  }
  derive(rows, totals)
  local gap <const> = totals.allocation and totals.allocation - totals.envelope
  return {
    given = given, rows = rows, totals = totals, gap = gap,
    stream = budget.text_at(given.stream, where .. ".stream"),
    year = budget.text_at(given.year, where .. ".year"),
    growth = ratio(totals.envelope, totals.baseline),
    foots = given.foots == true and gap == 0 and #rows > 0,
    targets_foot = totals.target == totals.envelope,
  }
end

--- Rows of which something is true, in their order.
---@param rows table[]
---@param test fun(row: table): any
---@return table[]
function budget.where(rows, test)
  local found <const> = {}
  for _, row in ipairs(rows) do
    if test(row) then
      found[#found + 1] = row
    end
  end
  return found
end

--- The row in which a field is greatest; the first of several.
---@param rows table[]
---@param field fun(row: table): number?
---@return table?
function budget.greatest(rows, field)
  local best, most
  for _, row in ipairs(rows) do
    local value <const> = field(row)
    if value and (not most or value > most) then
      best, most = row, value
    end
  end
  return best
end

return budget
