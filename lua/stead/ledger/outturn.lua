--- A year from its first months: plan, actual and forecasts of the lines in force, each way of forecasting beside the
--- others, the variance in words, and what wants asking.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")

local outturn = {}

--- What a ledger may be shown by.
outturn.by = { "place", "stream", "service", "funder", "holder", "status", "kind", "recurrent", "level", "basis",
  "month" }

local methods <const> = { "straight_line", "non_recurrent", "profiled", "remaining_plan" }

local QUERY <const> = [[
select %s as item,
  sum(case when kind = 'plan' then pence else 0 end) as plan_pence,
  sum(case when kind = 'plan' and month <= :month then pence else 0 end) as plan_to_date_pence,
  sum(case when kind in ('actual', 'adjustment') and month <= :month then pence else 0 end) as actual_pence,
  sum(case when kind in ('actual', 'adjustment') and month <= :month and recurrent = 'non-recurrent'
    then pence else 0 end) as once_pence,
  sum(case when kind = 'forecast' and month > :month then pence else 0 end) as ahead_pence,
  sum(kind = 'forecast' and month > :month) as forecasts
from ledger where year = :year and in_force group by item order by item]]

--- An overspend is above nil, and is said so: reports differ in their signs.
---@param variance stead.Money actual less plan
---@return string
function outturn.words(variance)
  local pence = variance:pence()
  if pence == 0 then
    return "as planned"
  end
  return format.pounds(pence < 0 and -variance or variance) .. (pence > 0 and " over plan" or " under plan")
end

--- How far the forecasts lie apart, over the plan of the year; nil without a plan.
local function spread(forecasts, plan)
  local least, most
  for _, name in ipairs(methods) do
    local pence = forecasts[name] and forecasts[name]:pence()
    if pence then
      least = math.min(least or pence, pence)
      most = math.max(most or pence, pence)
    end
  end
  return plan:pence() ~= 0 and (most - least) / math.abs(plan:pence()) or nil, most - least
end

local function line(row, month)
  local forecasts = core.calc.outturn { month = month, actual = row.actual_pence, non_recurrent = row.once_pence,
    plan = row.plan_pence, plan_to_date = row.plan_to_date_pence }
  local variance = row.actual_pence - row.plan_to_date_pence
  return { row.item, row.plan_pence, row.plan_to_date_pence, row.actual_pence, variance, outturn.words(variance),
    forecasts.straight_line, forecasts.non_recurrent, forecasts.profiled, forecasts.remaining_plan,
    row.forecasts > 0 and row.actual_pence + row.ahead_pence or nil }, forecasts
end

local columns <const> = {
  { "item", "text" }, { "plan", "money" }, { "plan_to_date", "money" }, { "actual", "money" }, { "variance", "money" },
  { "in_words", "text" }, { "straight_line", "money" }, { "non_recurrent", "money" }, { "profiled", "money" },
  { "remaining_plan", "money" }, { "entered", "money" },
}

local function question(row, forecasts, apart)
  local share, pence = spread(forecasts, row.plan_pence)
  if not apart or not share or share <= apart:number() then
    return nil
  end
  return ("%s: the forecasts are %s apart, %s of the plan: what drives the difference?"):format(row.item,
    format.pounds(core.money.pence(pence)), format.number(100 * share, 1) .. "%")
end

--- Plan, actual and each forecast of a year, to the end of a month.
---@param book stead.Book
---@param asked { year: string, month: integer, by: string?, apart: stead.Rate? }
---@return stead.Frame
function outturn.frame(book, asked)
  local by = asked.by or "place"
  local found = book:sql(QUERY:format(by), { year = asked.year, month = asked.month })
  if #found == 0 then
    fault.command("the ledger has no entries of %s: stead import ledger FILE --recipe R brings them in", asked.year)
  end
  local rows, questions = {}, {}
  for row in found:rows() do
    row.item = row.item or "(none)"
    local cells, forecasts = line(row, asked.month)
    rows[#rows + 1] = cells
    questions[#questions + 1] = question(row, forecasts, asked.apart)
  end
  local frame = core.frame.new(columns, rows)
  local about = frame:about()
  about.title = ("Outturn of %s to M%d, by %s"):format(asked.year, asked.month, by)
  about.keys, about.hidden = { "item" }, { variance = true, entered = next(frame:column("entered")) == nil }
  about.headings = { item = by, in_words = "variance to date", straight_line = "straight-line",
    non_recurrent = "non-recurrent apart", entered = "forecast entered" }
  about.notes = questions
  return frame
end

--- Totals of a year's entries in force, by the fields asked for.
---@param book stead.Book
---@param asked { year: string?, by: string[]? }
---@return stead.Frame
function outturn.totals(book, asked)
  local by = asked.by or { "place", "stream", "status", "holder", "kind" }
  local list = "year, " .. table.concat(by, ", ")
  local query = ("select %s, count(*) as entries, sum(pence) as pence from ledger where in_force %s group by %s "
    .. "order by %s"):format(list, asked.year and "and year = ?" or "", list, list)
  local found = book:sql(query, { asked.year })
  if #found == 0 then
    fault.command("the ledger has no entries%s: stead import ledger FILE --recipe R brings them in",
      asked.year and " of " .. asked.year or "")
  end
  local about = found:about()
  about.title = "The ledger" .. (asked.year and " of " .. asked.year or "")
  about.headings, about.hidden = { pence = "£" }, { year = asked.year ~= nil }
  return found
end

--- Where the plan of a stream does not come to its envelope: places, system-held and unallocated together must.
---@param book stead.Book
---@return { stream: string, year: string, planned: stead.Money, envelope: stead.Money }[]
function outturn.astray(book)
  local found, out = book:sql([[
    select e.stream, e.year, e.pence as envelope_pence, sum(l.pence) as planned_pence
    from envelope as e join ledger as l on l.stream = e.stream and l.year = e.year and l.kind = 'plan' and l.in_force
    group by e.stream, e.year, e.pence having sum(l.pence) <> e.pence order by e.stream, e.year]]), {}
  for row in found:rows() do
    out[#out + 1] = { stream = row.stream, year = row.year, planned = row.planned_pence, envelope = row.envelope_pence }
  end
  return out
end

return outturn
