--- The pictures of a page, drawn from its budgets and its practices.
local pictures = {}

local bars <const> = require("stead.chart.bars")
local budget <const> = require("stead.report.budget")
local dots <const> = require("stead.chart.dots")
local map <const> = require("stead.chart.map")
local tables <const> = require("stead.report.tables")
local words <const> = require("stead.report.words")

local function pounds(pence)
  return pence and pence / 100
end

--- Who gets what, against last year and target.
---@param reading stead.report.Reading
---@param id string
---@return stead.Chart
function pictures.shares(reading, id)
  local rows <const> = {}
  for i, row in ipairs(reading.rows) do
    rows[i] = {
      name = row.name, baseline = pounds(row.baseline), target = pounds(row.target),
      allocation = pounds(row.allocation),
    }
  end
  local given <const> = reading.given
  return bars.new(rows, {
    id = id, title = "Allocation" .. (reading.totals.baseline and ", last year" or "")
      .. " and target, by place: " .. reading.stream .. " " .. reading.year,
    baseline_label = given.baseline_label or given.baseline_year or "last year",
    allocation_label = tables.allocation_label(reading),
    target_label = tables.target_label(reading),
    caption = reading.totals.baseline
      and "Beside each bar: this year’s money and the change on last year."
      or "Beside each bar: this year’s money.",
  })
end

--- Distance from target, before and after; false when there is no before to tell.
---@param reading stead.report.Reading
---@param id string
---@return stead.Chart|false
function pictures.distance(reading, id)
  local rows <const> = {}
  for i, row in ipairs(budget.where(reading.rows, function(each)
    return each.closing and each.opening
  end)) do
    rows[i] = {
      name = row.name, note = words.held_note(row, reading),
      opening_distance = row.opening, closing_distance = row.closing,
    }
  end
  return #rows > 0 and dots.new(rows, {
    id = id, title = "Distance from target, before and after: " .. reading.stream .. " "
      .. reading.year,
    caption = "“Before” is where last year’s money would leave each place if all grew evenly.",
  })
end

--- Practices by place, the places in the order of the budgets.
---@param practices stead.chart.MapRow[]
---@param readings stead.report.Reading[]
---@return stead.Chart
function pictures.practices(practices, readings)
  local order <const>, short <const> = {}, {}
  for _, reading in ipairs(readings) do
    for _, row in ipairs(reading.rows) do
      if not short[row.name] then
        order[#order + 1], short[row.name] = row.name, row.short
      end
    end
  end
  return map.new(practices, { places = order, short = short })
end

return pictures
