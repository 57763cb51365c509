--- Pools and agreements as tables.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local format <const> = require("stead.format")
local forms <const> = require("stead.pools.forms")
local words <const> = require("stead.words")

local view = {}

local function marked(item)
  return item.status == "illustrative" and "illustrative" or ""
end

--- Every pool: what is pooled, aligned and in view, and the pooling ratio.
---@param book stead.Book
---@return stead.Frame
function view.all(book)
  local rows = {}
  for i, p in ipairs(book.declared.pool) do
    local by = p:by_status()
    rows[i] = { p.id, p.year, book.body[p.host].name, p.agreement, by.pooled, by.aligned, by.in_view, p:ratio(),
      p:minimum_only() and "minimum only" or "", marked(p) }
  end
  local frame = core.frame.new({ { "pool", "text" }, { "year", "text" }, { "host", "text" }, { "agreement", "text" },
    { "pooled", "money" }, { "aligned", "money" }, { "in_view", "money" }, { "ratio", "text" }, { "minimum", "text" },
    { "status", "text" } }, rows)
  local about <const> = frame:about()
  about.title, about.keys = ("Pooled funds of %s"):format(book.system.name), { "pool" }
  about.notes = { "ratio: pooled ÷ (pooled + aligned + in view)" }
  return frame
end

--- One pool: its contributions and the lines beside it; with an uplift, next year's contributions.
---@param book stead.Book
---@param pool stead.Pool
---@param uplift stead.Rate?
---@return stead.Frame
function view.pool(book, pool, uplift)
  local rows, next_year = {}, uplift and pool:roll({ uplift = uplift })
  for _, c in ipairs(pool.contributions) do
    rows[#rows + 1] = { c.in_kind and "pooled, in kind" or "pooled", c.partner, book.body[c.partner].name, c.amount,
      c.instalments and words.count(#c.instalments, "instalment") or nil, c.note }
  end
  for _, line in ipairs(pool.beside or {}) do
    rows[#rows + 1] = { line.status, line.owner, book.body[line.owner].name, line.amount, nil, line.title }
  end
  local frame = core.frame.new({ { "status", "text" }, { "code", "text" }, { "name", "text" }, { "amount", "money" },
    { "instalments", "text" }, { "note", "text" } }, rows)
  local about <const> = frame:about()
  about.title, about.keys = ("%s, %s"):format(pool.title, pool.year), { "status", "code" }
  local by = pool:by_status()
  about.notes = {
    ("pooled %s of %s in all: %s"):format(format.pounds(by.pooled), format.pounds(by.pooled + by.aligned + by.in_view),
      pool:ratio() or "no money"),
    ("host %s; manager %s; agreement %s"):format(book.body[pool.host].name, pool.manager, pool.agreement),
    pool:minimum_only() and "only the required minimum is pooled" or nil,
  }
  for _, code in ipairs(next_year and words.keys(next_year) or {}) do
    table.insert(about.notes, ("next year, uplifted by %s: %s %s"):format(tostring(uplift), book.body[code].name,
      format.pounds(next_year[code])))
  end
  if pool.status == "illustrative" then
    table.insert(about.notes, "illustrative: no agreement of these bodies is claimed")
  end
  return frame
end

--- The mandatory contents that an agreement says nothing of, in words.
---@param agreement stead.Declared
---@return string[]
function view.missing(agreement)
  local out = {}
  for _, each in ipairs(forms.contents) do
    local said = agreement[each[1]]
    if said == nil or type(said) == "table" and #said == 0 or type(said) == "string" and not said:find("%S") then
      out[#out + 1] = each[2]
    end
  end
  return out
end

local function reports(agreement, on)
  local due, late = 0, 0
  for _, each in ipairs(agreement.reports or {}) do
    if each.due <= on then
      due = due + 1
      late = late + ((not each.received or each.received > each.due) and 1 or 0)
    end
  end
  return due, late
end

local function years_since(from, on)
  local years = math.tointeger(on:sub(1, 4)) - math.tointeger(from:sub(1, 4))
  return years - (on:sub(5) < from:sub(5) and 1 or 0)
end

local function pools_of(book, agreement)
  local sum, minimum, any, forms_of = core.money.pence(0), true, false, {}
  for _, p in ipairs(book.declared.pool) do
    if p.agreement == agreement.id then
      any, sum = true, sum + p:total()
      minimum = minimum and p:minimum_only()
      forms_of[p.overspend.form] = true
    end
  end
  return any and sum or nil, any and (minimum and "yes" or "no") or nil, words.list(words.keys(forms_of))
end

--- Every agreement on a day: age, expiry, contents, pools, risk share, reports; and those not yet in force, with stage
--- and age of the stage.
---@param book stead.Book
---@param on string
---@return stead.Frame
function view.review(book, on)
  local rows = {}
  for i, a in ipairs(book.declared.agreement) do
    local pooled, minimum, shares = pools_of(book, a)
    local due, late = reports(a, on)
    local missing = view.missing(a)
    local stage = a.stage or (dates.within(on, a) and "in force" or a.from > on and "not begun" or "expired")
    rows[i] = { a.id, a.kind, stage, a.stage_since or a.from, years_since(a.from, on), a.to, a.review,
      #missing == 0 and "all" or "lacks " .. words.list(missing), pooled, minimum, shares, a.vat,
      ("%d of %d late"):format(late, due), marked(a) }
  end
  local frame = core.frame.new({ { "agreement", "text" }, { "kind", "text" }, { "stage", "text" }, { "since", "text" },
    { "years", "integer" }, { "ends", "text" }, { "review", "text" }, { "contents", "text" }, { "pooled", "money" },
    { "minimum_only", "text" }, { "risk_share", "text" }, { "vat", "text" }, { "reports", "text" },
    { "status", "text" } }, rows)
  local about <const> = frame:about()
  about.title, about.keys = ("Agreements of %s on %s"):format(book.system.name, core.text.words(on)), { "agreement" }
  return frame
end

local options <const> = {
  { "joint risk on one budget", "s75, pooled fund", "one fund with a host, spent irrespective of who contributed" },
  { "one body to buy for both", "s75, lead commissioning", "the other partner exercises functions; liability stays" },
  { "staff and teams under one employer", "s75, integrated provision", "a trust or council provides for both" },
  { "a contribution by the NHS, without shared control", "s256", "a grant to a council, by memorandum; no pooling" },
  { "a contribution to a voluntary body", "s257", "a grant by the NHS" },
  { "a contribution by a council, without shared control", "s76", "a payment to the NHS; no pooling" },
  { "functions exercised jointly between NHS bodies", "s65Z5", "councils cannot delegate their own functions so" },
  { "a joint committee with a fund", "s65Z6", "with NHS bodies, councils and combined authorities" },
}

--- Which arrangement fits which need (DOMAIN 4.3).
---@return stead.Frame
function view.options()
  local frame = core.frame.new({ { "need", "text" }, { "arrangement", "text" }, { "means", "text" } }, options)
  frame:about().title, frame:about().keys = "Which arrangement fits", { "need" }
  return frame
end

return view
