--- What a Better Care Fund plan must meet: minimum contributions and spending, every source used, money passed to
--- districts, the agreement, the signatures. Source: DOMAIN 5.3 and 5.4.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local format <const> = require("stead.format")

local conditions = {}

---@class stead.Condition
---@field condition string
---@field required stead.Money?
---@field planned stead.Money?
---@field met boolean? nil when it cannot be said
---@field says string

local function sum(list, keep)
  local out = core.money.pence(0)
  for _, each in ipairs(list or {}) do
    out = out + (keep(each) and each.amount or core.money.pence(0))
  end
  return out
end

local function streams_of(plan)
  local out = {}
  for _, source in ipairs(plan.sources) do
    out[source.id] = source.stream
  end
  return out
end

--- Last year's minimum and this year's uplift; nothing, and who must supply the uplift, when there is none.
local function minimum(book, plan, last, names)
  local message
  for _, name in ipairs(names) do
    local found, why = book:policy():resolve(name, { on = dates.start_of(plan.year) })
    if found then
      return last:uplift(found.value), ("last year's %s, uplifted by %s (%s, %s)"):format(format.pounds(last),
        tostring(found.value), name, found.status)
    end
    message = message or why
  end
  return nil, message
end

local function at_least(out, what, book, plan, last, names, planned)
  local required, says = minimum(book, plan, last, names)
  out[#out + 1] = { condition = what, required = required, planned = planned, says = says,
    met = required and planned >= required }
end

local function minimums(book, plan, out)
  local stream, last = streams_of(plan), plan.last_year
  local function of_minimum(scheme)
    return stream[scheme.source] == "nhs minimum"
  end
  at_least(out, "NHS minimum contribution", book, plan, last.contribution, { "bcf.uplift" },
    sum(plan.sources, function(source) return source.stream == "nhs minimum" end))
  at_least(out, "adult social care, from the NHS minimum", book, plan, last.social_care,
    { "bcf.asc_min_uplift", "bcf.uplift" },
    sum(plan.schemes, function(scheme) return of_minimum(scheme) and scheme.area == "social care" end))
  at_least(out, "NHS-commissioned, out of hospital", book, plan, last.out_of_hospital, { "bcf.uplift" },
    sum(plan.schemes, function(scheme)
      return of_minimum(scheme) and scheme.commissioner == "nhs" and scheme.area ~= "acute"
        and scheme.area ~= "social care"
    end))
end

local function sources(plan, out)
  for _, source in ipairs(plan.sources) do
    local used = sum(plan.schemes, function(scheme) return scheme.source == source.id end)
    out[#out + 1] = { condition = "all of " .. source.id .. " is used", required = source.amount, planned = used,
      met = used == source.amount, says = "schemes paid from it come to the whole" }
  end
end

--- In a county, the grant for disabled facilities is the districts'.
local function districts(book, plan, out)
  local grant = sum(plan.sources, function(source) return source.stream == "disabled facilities" end)
  if book.body[plan.area].tier == "upper" and grant:pence() > 0 then
    local passed = sum(plan.passed_on, function() return true end)
    out[#out + 1] = { condition = "Disabled Facilities Grant passed to districts", required = grant, planned = passed,
      met = passed == grant, says = "the districts are the housing authorities" }
  end
end

local signatures <const> = { { "chief_executive", "signed by the chief executive, which cannot be delegated" },
  { "section_151", "signed by the council's section 151 officer" },
  { "board", "approved by the health and wellbeing board" } }

local function signed(plan, out)
  out[#out + 1] = { condition = "a section 75 agreement is in force", met = plan.in_force,
    says = plan.agreement or "no agreement is named" }
  for _, each in ipairs(signatures) do
    local day = plan.signed and plan.signed[each[1]]
    out[#out + 1] = { condition = each[2], met = day ~= nil, says = day and core.text.words(day) or "not yet" }
  end
end

--- Every condition of a plan.
---@param book stead.Book
---@param plan stead.Declared
---@return stead.Condition[]
function conditions.of(book, plan)
  local out = {}
  minimums(book, plan, out)
  sources(plan, out)
  districts(book, plan, out)
  signed(plan, out)
  return out
end

local function result(met)
  return met == nil and "cannot be said" or met and "met" or "not met"
end

local function plans(book, id)
  return id and { book.bcf[id] } or book.declared.bcf
end

--- The conditions of one plan, or of all.
---@param book stead.Book
---@param id string?
---@return stead.Frame
---@return boolean all_met
function conditions.frame(book, id)
  local rows, all = {}, true
  for _, plan in ipairs(plans(book, id)) do
    for _, each in ipairs(conditions.of(book, plan)) do
      rows[#rows + 1] = { plan.id, each.condition, each.required, each.planned, result(each.met), each.says }
      all = all and each.met == true
    end
  end
  local frame = core.frame.new({ { "plan", "text" }, { "condition", "text" }, { "required", "money" },
    { "planned", "money" }, { "result", "text" }, { "basis", "text" } }, rows)
  local about <const> = frame:about()
  about.title, about.keys = "Better Care Fund: conditions", { "plan", "condition" }
  return frame, all
end

--- The quarterly return of one plan, or of all: conditions, spending by scheme, metrics against plan.
---@param book stead.Book
---@param id string?
---@return stead.Frame
function conditions.quarterly(book, id)
  local rows = {}
  for _, plan in ipairs(plans(book, id)) do
    for _, each in ipairs(conditions.of(book, plan)) do
      rows[#rows + 1] = { plan.id, "condition", each.condition, nil, nil, result(each.met) }
    end
    for _, scheme in ipairs(plan.schemes) do
      rows[#rows + 1] = { plan.id, "scheme", scheme.title or scheme.id, scheme.amount, scheme.spent,
        scheme.spent and scheme.spent:percent_of(scheme.amount):text(1) or "no spending given" }
    end
    for _, metric in ipairs(plan.metrics or {}) do
      rows[#rows + 1] = { plan.id, "metric", metric.name, nil, nil, ("%s: plan %s, actual %s; better is %s%s"):format(
        metric.unit, metric.plan, metric.actual or "not given", metric.better,
        metric.population and "; of " .. metric.population or "") }
    end
  end
  local frame = core.frame.new({ { "plan", "text" }, { "part", "text" }, { "item", "text" }, { "planned", "money" },
    { "to_date", "money" }, { "says", "text" } }, rows)
  local about <const> = frame:about()
  about.title, about.keys = "Better Care Fund: return", { "plan", "part", "item" }
  return frame
end

--- Conditions as checks are given them: those not met, in words.
---@param book stead.Book
---@return table[]
function conditions.given(book)
  local out = {}
  for _, plan in ipairs(book.declared and book.declared.bcf or {}) do
    local item = { id = plan.id, where = ("%s:%d"):format(plan.file, plan.line), unmet = {}, unknown = {} }
    for _, each in ipairs(conditions.of(book, plan)) do
      local says = each.required and ("%s: %s of %s"):format(each.condition, format.pounds(each.planned),
        format.pounds(each.required)) or ("%s: %s"):format(each.condition, each.says)
      table.insert(each.met == nil and item.unknown or each.met and {} or item.unmet, says)
    end
    out[#out + 1] = item
  end
  return out
end

return conditions
