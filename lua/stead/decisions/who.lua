--- Who decides, in a sentence: the taker and each step by which the power came to it; or why nobody can, or two can.
local catalogue <const> = require("stead.decisions.catalogue")
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")
local json <const> = require("stead.json")
local rights <const> = require("stead.decisions.rights")
local words <const> = require("stead.words")

---@class stead.Who
---@field verdict "one"|"several"|"no origin"|"origin not then"|"origin cannot"|"round"
---@field takers table[] each with body, limit, from, to and route, its grants
---@field says string the answer in a line
---@field short stead.Declared[] grants in force whose limit is under the amount
local who = { __name = "stead.who" }
who.__index = who

local function where_of(item)
  return ("%s:%d"):format(item.file, item.line)
end

local function name_of(book, id)
  return book.body[id].name
end

--- "up to £2,000,000.00 a decision", or nothing.
local function up_to(grant)
  return grant.limit and (" up to %s a %s"):format(format.pounds(grant.limit), grant.per) or ""
end

local mechanisms <const> = {
  internal = "by its own scheme", s65Z5 = "under section 65Z5", s65Z6 = "under section 65Z6",
  s75 = "under section 75", s101 = "under section 101", contract = "by contract",
}

local function step(book, grant)
  return ("%s hands it to %s %s%s from %s (%s; %s)"):format(name_of(book, grant.giver), name_of(book, grant.taker),
    mechanisms[grant.by], up_to(grant), core.text.words(grant.from), words.cited(grant.under), where_of(grant))
end

local function held_by_law(self)
  local func = self.func
  local unsure = func.statute and func.status ~= "verified" and " (" .. func.status .. ")" or ""
  return ("it is %s's%s%s"):format(self.origin.name, func.statute and " by " .. words.cited(func.statute) or "", unsure)
end

local function subject(self)
  local amount = self.amount > core.money.pence(0) and format.pounds(self.amount) .. " of " or ""
  return ("%s%s%s on %s"):format(amount, self.func.name,
    self.place and " in " .. self.place.name or "", core.text.words(self.on))
end

local function why_one(self, taker)
  local steps = { held_by_law(self) }
  for _, grant in ipairs(taker.route) do
    steps[#steps + 1] = step(self.book, grant)
  end
  if #taker.route == 0 then
    steps[2] = self.func.reserved and "reserved to its board" or "no grant in force hands so much of it on"
  end
  return table.concat(steps, "; ")
end

local function candidates(self)
  local names = {}
  for _, body in ipairs(self.might) do
    names[#names + 1] = body.name
  end
  return #names > 1 and ("it may be that of %s, and nothing says which for %s"):format(words.list(names),
    self.place and self.place.name or "the whole system; ask with a place")
    or ("it belongs to a body of the kind '%s', and the book declares none in being"):format(self.func.origin)
end

local sayings <const> = {
  one = function(self)
    return ("%s decides %s: %s"):format(self.takers[1].body.name, subject(self), why_one(self, self.takers[1]))
  end,
  several = function(self)
    local names, whys = {}, {}
    for i, taker in ipairs(self.takers) do
      names[i], whys[i] = taker.body.name, ("%s (%s)"):format(taker.body.name, why_one(self, taker))
    end
    return ("%s may each decide %s, so it is not clear who does: %s"):format(words.list(names), subject(self),
      table.concat(whys, "; "))
  end,
  ["no origin"] = function(self)
    return ("nobody can decide %s: %s"):format(subject(self), candidates(self))
  end,
  ["origin not then"] = function(self)
    return ("nobody can decide %s: %s was not in being"):format(subject(self), self.origin.name)
  end,
  ["origin cannot"] = function(self)
    return ("nobody can decide %s: %s is a %s, which decides nothing"):format(subject(self), self.origin.name,
      self.origin.kind)
  end,
  round = function(self)
    return ("nobody can say who decides %s: the grants go round in a circle, which %s closes"):format(subject(self),
      step(self.book, self.circle))
  end,
}

local function in_force(grant, self)
  return grant.func == self.func.id and grant.from <= self.on and self.on <= (grant.to or dates.NEVER)
    and (not grant.place or self.place and grant.place == self.place.id)
end

local function short_of(self)
  local out = {}
  for _, grant in ipairs(self.book.declared.grant) do
    if in_force(grant, self) and grant.limit and grant.limit < self.amount then
      out[#out + 1] = grant
    end
  end
  return out
end

---@param book stead.Book
---@param question { func: string, place: string?, amount: stead.Money, on: string }
---@return stead.Who
function who.decides(book, question)
  if not book.root then
    fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
  elseif core.money.kind(question.amount) ~= "money" then
    fault.command("who_decides: amount must be money, such as gbp \"1.2m\"")
  elseif type(question.on) ~= "string" or not core.text.date(question.on) then
    fault.command("who_decides: on must be a day, such as \"2023-11-30\"")
  elseif question.amount < core.money.pence(0) then
    fault.command("who_decides: an amount less than nothing is decided by nobody")
  end
  local func = catalogue.find(book, question.func)
  local place = question.place and book.place[question.place]
  local self = rights.of(book, question.on):ask(func, place, question.amount)
  self.book, self.func, self.place, self.amount, self.on = book, func, place, question.amount, question.on
  self.short, self.says = short_of(self), sayings[self.verdict](self)
  return setmetatable(self, who)
end

local function last_grant(self)
  local taker = self.verdict == "one" and self.takers[1]
  return taker and taker.route[#taker.route]
end

--- The bodies to consult, and the one that the taker answers to.
local function beside(self)
  local grant, consult = last_grant(self), {}
  for i, id in ipairs(grant and grant.consult or {}) do
    consult[i] = name_of(self.book, id)
  end
  return consult, grant and grant.answers_to and name_of(self.book, grant.answers_to)
end

function who.__tostring(self)
  local out = { self.says }
  local consult, answers_to = beside(self)
  if #consult > 0 then
    out[#out + 1] = "  it consults " .. words.list(consult)
  end
  if answers_to then
    out[#out + 1] = "  it answers to " .. answers_to
  end
  for _, grant in ipairs(self.short) do
    out[#out + 1] = ("  %s decides%s  %s"):format(name_of(self.book, grant.taker), up_to(grant), where_of(grant))
  end
  return table.concat(out, "\n")
end

local function route_json(book, route)
  local out = {}
  for i, grant in ipairs(route) do
    out[i] = json.ordered({ "giver", "taker", "by", "limit", "per", "from", "to", "under", "where" }, {
      giver = name_of(book, grant.giver), taker = name_of(book, grant.taker), by = grant.by,
      limit = grant.limit and grant.limit:plain(), per = grant.per, from = grant.from, to = grant.to,
      under = words.cited(grant.under), where = where_of(grant),
    })
  end
  return out
end

---@return string
function who:json()
  local takers, consult, answers_to = {}, beside(self)
  for i, taker in ipairs(self.takers) do
    takers[i] = json.ordered({ "id", "name", "limit", "from", "to", "route" }, {
      id = taker.body.id, name = taker.body.name, limit = taker.limit and taker.limit:plain(), from = taker.from,
      to = taker.to, route = route_json(self.book, taker.route),
    })
  end
  return json.encode(json.ordered(
    { "func", "place", "amount", "on", "verdict", "says", "takers", "consult", "answers_to" }, {
      func = self.func.id, place = self.place and self.place.id, amount = self.amount:plain(), on = self.on,
      verdict = self.verdict, says = self.says, takers = takers, consult = consult, answers_to = answers_to,
    }))
end

return who
