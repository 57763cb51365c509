--- Better Care Fund plans: one for a health and wellbeing board's area and a year, funded by one or several ICBs.
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local shape <const> = require("stead.shape")
local words <const> = require("stead.words")

local forms = {}

local text <const>, date <const>, money <const> = { check = shape.text }, { check = shape.date },
  { check = shape.money }
local must_text <const>, must_money <const> = { check = shape.text, required = true },
  { check = shape.money, required = true }
local tables <const> = { check = shape.list_of(shape.table) }

forms.forms = {
  bcf = {
    title = must_text, area = must_text, year = { check = shape.year, required = true }, agreement = text,
    last_year = { check = shape.table, required = true }, sources = { check = tables.check, required = true },
    schemes = { check = tables.check, required = true }, passed_on = tables, metrics = tables,
    signed = { check = shape.table },
    status = {
      check = shape.one_of({ "verified", "derived", "unverified", "user", "illustrative" }), required = true,
    },
    note = text,
  },
}

--- Fields of what stands inside a plan.
forms.inside = {
  last_year = { contribution = must_money, social_care = must_money, out_of_hospital = must_money },
  sources = { id = must_text, funder = must_text, amount = must_money, stream = { required = true,
    check = shape.one_of({ "nhs minimum", "council grant", "disabled facilities", "discharge", "additional" }) } },
  schemes = { id = must_text, title = text, source = must_text, amount = must_money, spent = money, metric = text,
    commissioner = { check = shape.one_of({ "nhs", "council" }), required = true },
    area = { check = shape.one_of({ "social care", "community health", "primary care", "mental health", "acute",
      "housing", "other" }), required = true } },
  passed_on = { district = must_text, amount = must_money },
  metrics = { name = must_text, unit = must_text, better = { check = shape.one_of({ "up", "down" }), required = true },
    population = text, plan = must_text, actual = text },
  signed = { chief_executive = date, section_151 = date, board = date },
}

local function where_of(item)
  return ("%s:%d: %s '%s'"):format(item.file, item.line, item.what, item.id)
end

local function check_inside(item)
  for _, name in ipairs({ "sources", "schemes", "passed_on", "metrics" }) do
    for i, each in ipairs(item[name] or {}) do
      shape.check(("%s: %s %d"):format(where_of(item), name, i), each, forms.inside[name])
      if each.amount and each.amount:pence() < 0 then
        fault.script("%s: %s %d: %s is less than nothing", where_of(item), name, i, tostring(each.amount))
      end
    end
  end
  shape.check(where_of(item) .. ": last_year", item.last_year, forms.inside.last_year)
  shape.check(where_of(item) .. ": signed", item.signed or {}, forms.inside.signed)
end

local function by_id(item, name)
  local out = {}
  for _, each in ipairs(item[name]) do
    if out[each.id] then
      fault.script("%s: two of its %s are called '%s'", where_of(item), name, each.id)
    end
    out[each.id] = each
  end
  return out
end

--- A scheme has a source, and schemes together no more than there is in it.
local function check_sources(item)
  local sources, used = by_id(item, "sources"), {}
  by_id(item, "schemes")
  for _, scheme in ipairs(item.schemes) do
    local source = sources[scheme.source]
    if not source then
      fault.script("%s: scheme '%s' is paid from '%s', which is no source of it%s", where_of(item), scheme.id,
        scheme.source, words.did_you_mean(scheme.source, words.keys(sources)))
    end
    used[source.id] = used[source.id] and used[source.id] + scheme.amount or scheme.amount
    if used[source.id] > source.amount then
      fault.script("%s: scheme '%s' goes over its source '%s': %s of %s", where_of(item), scheme.id, source.id,
        tostring(used[source.id]), tostring(source.amount))
    end
  end
end

forms.complete = {
  bcf = function(item)
    check_inside(item)
    check_sources(item)
    return item
  end,
}

forms.folders = { bcf = { bcf = true } }

--- A plan's area is a council, its funders bodies of the book, its agreement one that is declared.
function forms.agree(book)
  local bodies, agreements = {}, {}
  for id in pairs(book.body) do
    bodies[id] = true
  end
  for _, each in ipairs(book.declared.agreement or {}) do
    agreements[each.id] = each
  end
  for _, item in ipairs(book.declared.bcf) do
    for _, source in ipairs(item.sources) do
      if not bodies[source.funder] then
        fault.script("%s: source '%s' is funded by '%s', which is not a body that system.lua declares%s; a place funds "
          .. "nothing", where_of(item), source.id, source.funder, words.did_you_mean(source.funder, words.keys(bodies)))
      end
    end
    if not bodies[item.area] then
      fault.script("%s: its area '%s' is not a council that system.lua declares%s", where_of(item), item.area,
        words.did_you_mean(item.area, words.keys(bodies)))
    elseif item.agreement and not agreements[item.agreement] then
      fault.script("%s: agreement '%s' is not declared%s", where_of(item), item.agreement,
        words.did_you_mean(item.agreement, words.keys(agreements)))
    end
    item.in_force = item.agreement ~= nil and agreements[item.agreement].kind == "s75"
      and dates.within(dates.start_of(item.year), agreements[item.agreement])
  end
end

return forms
