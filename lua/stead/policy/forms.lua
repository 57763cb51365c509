--- The shapes of policy declarations: parameter, rule, variation and check.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local sealed <const> = require("stead.sealed")
local shape <const> = require("stead.shape")

local forms = {}

local text <const>, must_text <const> = { check = shape.text }, { check = shape.text, required = true }
local date <const> = { check = shape.date }

local function no_time(value)
  if not sealed.is(value, "span") then
    return "must be between(\"2025-04-01\", \"2026-03-31\") or from \"2025-04-01\", not " .. shape.describe(value)
  end
end

local function citation(value)
  if not sealed.is(value, "citation") then
    return "must be cite(\"source\", \"paragraph\"), not " .. shape.describe(value)
  end
end

local function reference(what)
  return function(value)
    if not sealed.is(value, "reference") or value.of ~= what then
      return ("must name a %s, such as %s \"…\", not %s"):format(what, what, shape.describe(value))
    end
  end
end

--- A table of things by name, each passing a check.
local function by_name(check)
  return function(value)
    local wrong = shape.table(value)
    if wrong then
      return wrong
    end
    for key, item in pairs(value) do
      if type(key) ~= "string" then
        return "must be given by name"
      end
      wrong = check(item)
      if wrong then
        return ("%s %s"):format(key, wrong)
      end
    end
  end
end

local function vary(value)
  if type(value) == "table" and type(value.between) == "table" and #value.between == 2 then
    return nil
  end
  return shape.one_of({ "none", "raise", "lower", "any" })(value)
end

local function taken(value)
  return shape.one_of({ "money", "parts", "rate", "count", "text", "date", "table" })(value)
end

local uses <const> = { check = by_name(reference("parameter")) }
local example <const> = { check = shape.table }

forms.statuses = { "verified", "derived", "unverified", "user", "illustrative" }
forms.units = { "money", "rate", "count", "date", "text", "table" }

forms.forms = {
  parameter = {
    title = must_text, unit = { check = shape.one_of(forms.units), required = true }, vary = { check = vary },
    values = { check = shape.table, required = true }, gaps = { check = shape.boolean }, unknown = text, note = text,
    cites = { check = citation },
  },
  rule = {
    title = must_text, cites = { check = citation }, takes = { check = by_name(taken), required = true },
    uses = uses, may_use = uses, steps = { check = shape.steps, required = true }, worked_example = example,
    level = { check = shape.one_of({ "system", "place" }) }, note = text,
  },
  variation = {
    at = text, stream = text, in_force = { check = no_time, required = true },
    authority = { check = shape.table, required = true }, reason = must_text, is = { check = function() end },
    steps = { check = shape.steps }, uses = uses, disables = { check = shape.boolean }, subject = text,
    worked_example = example, against = text, review = date, replaces = text, retrospective = text,
    status = { check = shape.one_of(forms.statuses) }, note = text,
  },
  check = {
    title = must_text, severity = { check = shape.one_of({ "error", "warning", "info" }), required = true },
    cites = { check = citation }, uses = uses, may_use = uses, steps = { check = shape.steps, required = true },
    todo = text, note = text,
  },
}

--- The fields of one dated value of a parameter, and of an authority.
forms.value = {
  from = { check = shape.date, required = true }, to = date, is = { check = function() end, required = true },
  status = { check = shape.one_of(forms.statuses), required = true }, cites = { check = citation }, stream = text,
  note = text,
}
forms.authority = {
  agreed_by = must_text, on = { check = shape.date, required = true }, minute = must_text,
  under = { check = citation, required = true },
}

local function span(first, last)
  for _, day in ipairs({ first, last }) do
    local wrong = shape.date(day)
    if wrong then
      error("a day " .. wrong, 0)
    end
  end
  if last and last < first then
    error(("it ends on %s, before it starts on %s"):format(core.text.words(last), core.text.words(first)), 0)
  end
  return { what = "span", from = first, to = last }
end

--- Words of policy that are not declarations of their own.
forms.words = {
  between = function(first, last)
    if last == nil then
      error("between takes two days; for an open end write from \"2025-04-01\"", 0)
    end
    return span(first, last)
  end,
  from = function(first)
    return span(first)
  end,
  money = "money",
  parts_of = function(kind)
    if kind ~= "money" then
      error("parts_of takes money: parts_of(money)", 0)
    end
    return "parts"
  end,
}

--- What a value of a unit must be.
---@param unit string
---@return stead.Checker
function forms.checker(unit)
  local by_unit <const> = {
    money = shape.money, rate = shape.rate, count = shape.count, date = shape.date, text = shape.text,
    table = shape.table,
  }
  return by_unit[unit]
end

--- A span in words, for messages.
forms.span_words = dates.words

return forms
