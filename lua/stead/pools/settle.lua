--- The settlement of a pool: its outturn against its contributions, through the rule that its agreement names.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")
local rules <const> = require("stead.policy.run")
local words <const> = require("stead.words")

local settle = {}

---@class stead.Settlement
---@field pool stead.Pool
---@field outturn stead.Money
---@field total stead.Money contributions
---@field variance stead.Money outturn − contributions: above nothing is an overspend
---@field by table<string, stead.Money> what each partner bears; below nothing, takes
---@field drawn { label: string, amount: stead.Money }[] what funds met, or what is kept
---@field unfunded stead.Money what nobody bears
---@field steps stead.SettlementStep[]
---@field trace stead.RuleTrace
local methods <const> = {}
methods.__index = methods
methods.__name = "stead.settlement"

---@class stead.SettlementStep
---@field label string
---@field amount stead.Money?
---@field by table<string, stead.Money>?

local function zero()
  return core.money.pence(0)
end

local function outturn_of(pool, options)
  local given = options.outturn or pool.outturn
  if given == nil then
    fault.command("say what was spent: settle{ outturn = gbp \"…\" }, or one amount by scheme")
  elseif core.money.kind(given) == "money" then
    return given
  elseif type(given) ~= "table" then
    fault.command("outturn must be money, or money by scheme, not %s", tostring(given))
  end
  local known, out = {}, zero()
  for _, scheme in ipairs(pool.schemes or {}) do
    known[scheme.id] = true
    if core.money.kind(given[scheme.id]) ~= "money" then
      fault.command("pool '%s': no outturn for scheme '%s'", pool.id, scheme.id)
    end
    out = out + given[scheme.id]
  end
  for _, id in ipairs(words.keys(given)) do
    if not known[id] then
      fault.command("pool '%s' has no scheme '%s'%s", pool.id, id, words.did_you_mean(id, words.keys(known)))
    end
  end
  return out, given
end

--- Each scheme's own variance, and who answers for it.
local function lines_of(pool, lines, sign, variance)
  if not lines then
    fault.command("pool '%s': each partner answers for its own lines, so give the outturn of each scheme", pool.id)
  end
  local out, owners, sum = {}, {}, zero()
  for _, scheme in ipairs(pool.schemes) do
    out[scheme.id] = (lines[scheme.id] - scheme.amount) * sign
    owners[scheme.id] = scheme.owner
    sum = sum + out[scheme.id]
  end
  if sum ~= variance then
    fault.check("pool '%s': schemes come to %s more or less than contributions; own lines cannot be settled", pool.id,
      format.pounds(variance - sum))
  end
  return out, owners
end

local function given_of(pool, rule, terms, size, over, lines)
  local funds = over and terms.meet_from or {}
  if not over and terms.keep then
    funds = { { label = terms.keep, amount = size } }
  end
  local all = {
    variance = core.parts.amount(size, over and "the overspend" or "the underspend"),
    contributions = core.parts.new(pool:by_partner()), funds = funds, caps = terms.caps or {}, lead = terms.lead,
    shares = terms.shares or {}, bands = terms.bands, width = terms.width,
  }
  if rule.takes.lines then
    all.lines, all.owners = lines_of(pool, lines, over and 1 or -1, size)
  end
  local out = {}
  for name in pairs(rule.takes) do
    out[name] = all[name]
  end
  return out
end

local function in_money(value)
  local ok, money = pcall(value.money, value)
  return ok and money or nil
end

local branches <const> = { plus = true, less = true }

--- The steps that led to a value, oldest first, each once.
local function walk(value, seen, out)
  if not core.parts.kind(value) or seen[value] then
    return
  end
  seen[value] = true
  local made = value:made()
  walk(made.from, seen, out)
  for _, each in ipairs(branches[made.op] and made.with or {}) do
    walk(each.value, seen, out)
  end
  local money = in_money(value)
  local kind = core.parts.kind(value)
  local step = { label = made.sentence or made.op:gsub("_", " "), op = made.op }
  if kind == "amount" and made.op == "met_from" then
    step.amount = in_money(made.from) and money and money - in_money(made.from)
  elseif kind == "amount" then
    step.amount = money
  else
    step.by, step.amount = money, in_money(value:total())
  end
  out[#out + 1] = step
end

local function drawn_of(steps)
  local out, sum = {}, zero()
  for _, step in ipairs(steps) do
    if step.op == "met_from" and step.amount:pence() ~= 0 then
      out[#out + 1] = { label = step.label, amount = -step.amount }
      sum = sum - step.amount
    end
  end
  return out, sum
end

--- Settles an outturn.
---@param book stead.Book
---@param pool stead.Pool
---@param options { outturn: stead.Money|table<string, stead.Money>|nil }
---@return stead.Settlement
function settle.of(book, pool, options)
  local outturn, lines = outturn_of(pool, options)
  local variance = outturn - pool:total()
  local over = variance:pence() >= 0
  local size = over and variance or -variance
  local terms = over and pool.overspend or pool.underspend or pool.overspend
  local policy, name = book:policy(), "pool." .. terms.form
  local answer, trace = rules.rule(policy, name, {
    given = given_of(pool, policy:rule(name), terms, size, over, lines), on = dates.start_of(pool.year),
    at = pool.place,
  })
  local self = setmetatable({ pool = pool, outturn = outturn, total = pool:total(), variance = variance,
    steps = {}, by = {}, trace = trace, over = over, book = book }, methods)
  walk(answer, {}, self.steps)
  local drawn
  self.drawn, drawn = drawn_of(self.steps)
  local sum = drawn
  for code, money in pairs(answer:money()) do
    self.by[code] = over and money or -money
    sum = sum + money
  end
  self.unfunded = size - sum
  if self.unfunded:pence() < 0 then
    fault.invariant("%s:%d: rule '%s' shares %s and there is %s", trace.rule.file, trace.rule.line, trace.rule.id,
      format.pounds(sum), format.pounds(size))
  end
  return self
end

--- One row for each step, one column for each partner.
---@return stead.Frame
function methods:frame()
  local codes, rows = words.keys(self.by), {}
  local columns, headings = { { "step", "text" }, { "amount", "money" } }, { amount = "£" }
  for _, code in ipairs(codes) do
    columns[#columns + 1] = { "by_" .. code, "money" }
    headings["by_" .. code] = code .. "\n£"
  end
  local function add(label, amount, by)
    local row = { label, amount }
    for i, code in ipairs(codes) do
      row[i + 2] = by and by[code]
    end
    rows[#rows + 1] = row
  end
  add("contributions", self.total)
  add("outturn", self.outturn)
  for _, step in ipairs(self.steps) do
    add(step.label, step.amount, step.by)
  end
  if self.unfunded:pence() > 0 then
    add("unfunded: nobody bears it", self.unfunded)
  end
  local frame = core.frame.new(columns, rows)
  local about <const> = frame:about()
  about.title, about.keys, about.headings = ("%s, %s"):format(self.pool.title, self.pool.year), { "step" }, headings
  about.notes = self:sentences()
  return frame
end

--- What the settlement says in words: the variance, who bears what, what is left, under which rule.
---@return string[]
function methods:sentences()
  local out = { ("%s of %s; rule %s (%s:%d)."):format(self.over and "Overspend" or "Underspend",
    format.pounds(self.over and self.variance or -self.variance), self.trace.rule.id, self.trace.rule.file,
    self.trace.rule.line) }
  for _, v in ipairs(self.trace.variations) do
    out[#out + 1] = ("Varied: %s Agreed by %s, %s, %s."):format(v.reason, v.authority.agreed_by,
      core.text.words(v.authority.on), v.authority.minute)
  end
  for _, code in ipairs(words.keys(self.by)) do
    local amount = self.by[code]
    local takes = amount:pence() < 0
    out[#out + 1] = ("%s %s %s."):format(self.book.body[code].name, takes and "takes" or "bears",
      format.pounds(takes and -amount or amount))
  end
  if self.unfunded:pence() > 0 then
    out[#out + 1] = ("%s is unfunded: no partner bears it under the agreement.")
      :format(format.pounds(self.unfunded))
  else
    out[#out + 1] = "Foots: what is met and what is borne come to the whole."
  end
  return out
end

function methods:__tostring()
  return self:frame():text({ width = 200 })
end

return settle
