--- Agreements between bodies, and the funds they pool: what each may declare, checked field by field.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local shape <const> = require("stead.shape")
local words <const> = require("stead.words")

local forms = {}

local text <const>, date <const>, money <const> = { check = shape.text }, { check = shape.date },
  { check = shape.money }
local must_text <const>, must_money <const> = { check = shape.text, required = true },
  { check = shape.money, required = true }
local texts <const>, tables <const> = { check = shape.list_of(shape.text) },
  { check = shape.list_of(shape.table) }
local status <const> = {
  check = shape.one_of({ "verified", "derived", "unverified", "user", "illustrative" }), required = true,
}

local function host(value)
  if type(value) == "table" then
    return "names several; a pooled fund has one host, which keeps its accounts"
  end
  return shape.text(value)
end

local function money_or_lines(value)
  return type(value) ~= "table" and shape.money(value) or nil
end

forms.forms = {
  agreement = {
    title = must_text, status = status, note = text, cites = { check = shape.declared("citation") },
    kind = { check = shape.one_of({ "s75", "s256", "s257", "s76", "s65Z5", "s65Z6" }), required = true },
    flexibility = { check = shape.list_of(shape.one_of({ "pooled", "lead", "integrated" })) },
    parties = { check = shape.list_of(shape.text), required = true },
    from = { check = shape.date, required = true }, to = date, review = date, notice = text,
    stage = { check = shape.one_of({ "proposed", "drafted", "approved", "in force" }) }, stage_since = date,
    aims = text, contributions = text, functions = texts, people = text, resources = text, ending = text,
    monitoring = text, board = text, vat = text, reports = tables,
  },
  pool = {
    title = must_text, status = status, note = text, agreement = must_text, host = { check = host, required = true },
    manager = must_text, board = text, place = text, year = { check = shape.year, required = true },
    functions = { check = shape.list_of(shape.text), required = true },
    contributions = { check = shape.list_of(shape.table), required = true }, schemes = tables, beside = tables,
    overspend = { check = shape.table, required = true }, underspend = { check = shape.table },
    outturn = { check = money_or_lines },
  },
}

--- Fields of what stands inside a pool.
forms.contribution = {
  partner = must_text, amount = must_money, minimum = money, instalments = { check = shape.list_of(shape.money) },
  in_kind = { check = shape.boolean }, note = text,
}
forms.scheme = { id = must_text, title = text, owner = must_text, amount = must_money, service = text }
forms.line = {
  title = must_text, owner = must_text, amount = must_money, service = text,
  status = { check = shape.one_of({ "aligned", "in view" }), required = true },
}
forms.report = { due = { check = shape.date, required = true }, received = date }
forms.sharing = {
  form = { check = shape.one_of({ "own", "proportional", "lead", "fixed", "tiered", "corridor" }), required = true },
  lead = text, shares = { check = shape.table }, bands = tables, width = { check = shape.rate },
  caps = { check = shape.table }, meet_from = tables, keep = text,
}
forms.fund = { label = must_text, amount = must_money }
forms.band = { up_to = money, lead = text, shares = { check = shape.table } }

--- The contents that the regulations ask an agreement to have (DOMAIN 4.2): the field, and what it says.
forms.contents = {
  { "aims", "agreed aims and outcomes" }, { "contributions", "contributions, and how they may be varied" },
  { "functions", "the functions it covers" }, { "people", "the people and the kinds of service" },
  { "resources", "staff, goods, services and accommodation" },
  { "ending", "duration, and how it is reviewed, varied and ended" },
  { "monitoring", "how it is managed and monitored, host and pool manager" },
}

local function where_of(item)
  return ("%s:%d: %s '%s'"):format(item.file, item.line, item.what, item.id)
end
forms.where_of = where_of

local function each(item, name, fields)
  for i, value in ipairs(item[name] or {}) do
    shape.check(("%s: %s %d"):format(where_of(item), name, i), value, fields)
  end
end

local needs <const> = { lead = { "lead" }, fixed = { "shares" }, tiered = { "bands" }, corridor = { "width", "lead" } }

local function check_shares(where, shares)
  local sum = 0
  for _, code in ipairs(words.keys(shares)) do
    local wrong = shape.rate(shares[code])
    if wrong then
      fault.script("%s: share of '%s' %s", where, code, wrong)
    elseif shares[code]:parts() < 0 then
      fault.script("%s: share of '%s' is negative", where, code)
    end
    sum = sum + shares[code]:parts()
  end
  if sum ~= 1000000000 then
    fault.script("%s: shares sum to %s, not 100%%", where, tostring(core.money.rate("0.000000001") * sum))
  end
end

local function check_caps(where, caps)
  for _, code in ipairs(words.keys(caps)) do
    local wrong = code ~= "excess_to" and shape.money(caps[code])
    if wrong then
      fault.script("%s: cap of '%s' %s", where, code, wrong)
    elseif code ~= "excess_to" and caps[code]:pence() < 0 then
      fault.script("%s: cap of '%s' is below zero", where, code)
    end
  end
end

local function check_sharing(item, name)
  local terms, where = item[name], ("%s: %s"):format(where_of(item), name)
  shape.check(where, terms, forms.sharing)
  for _, field in ipairs(needs[terms.form] or {}) do
    if terms[field] == nil then
      fault.script("%s: form '%s' needs the field '%s'", where, terms.form, field)
    end
  end
  each({ file = item.file, line = item.line, what = item.what, id = item.id, meet_from = terms.meet_from },
    "meet_from", forms.fund)
  for i, band in ipairs(terms.bands or {}) do
    shape.check(("%s: band %d"):format(where, i), band, forms.band)
    if band.shares then
      check_shares(("%s: band %d"):format(where, i), band.shares)
    end
  end
  if terms.shares then
    check_shares(where, terms.shares)
  end
  check_caps(where, terms.caps or {})
end

local function check_contribution(item, i, c)
  local sum = core.money.pence(0)
  for _, amount in ipairs(c.instalments or {}) do
    sum = sum + amount
  end
  if c.instalments and sum ~= c.amount then
    fault.script("%s: contribution %d: instalments come to %s and the contribution is %s", where_of(item), i,
      tostring(sum), tostring(c.amount))
  elseif c.amount:pence() < 0 then
    fault.script("%s: contribution %d: %s is less than nothing", where_of(item), i, tostring(c.amount))
  end
end

forms.complete = {
  agreement = function(item)
    each(item, "reports", forms.report)
    if item.to and item.to < item.from then
      fault.script("%s: ends on %s, before it starts", where_of(item), core.text.words(item.to))
    end
    return item
  end,
  pool = function(item)
    each(item, "contributions", forms.contribution)
    each(item, "schemes", forms.scheme)
    each(item, "beside", forms.line)
    for i, c in ipairs(item.contributions) do
      check_contribution(item, i, c)
    end
    check_sharing(item, "overspend")
    if item.underspend then
      check_sharing(item, "underspend")
    end
    return item
  end,
}

forms.folders = { agreements = { agreement = true }, pools = { pool = true } }

function forms.agree(book)
  require("stead.pools.agree").book(book)
end

return forms
