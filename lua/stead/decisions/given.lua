--- What checks are given of who decides: given.governance.
local catalogue <const> = require("stead.decisions.catalogue")
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local quorum <const> = require("stead.decisions.quorum")
local rights <const> = require("stead.decisions.rights")

local given = {}

local function copy(item)
  local out = { where = ("%s:%d"):format(item.file, item.line) }
  for key, value in pairs(item) do
    out[key] = value
  end
  return out
end

local function copies(list)
  local out = {}
  for i, item in ipairs(list) do
    out[i] = copy(item)
  end
  return out
end

local function in_force(list, on, last)
  local out = {}
  for _, item in ipairs(list) do
    if (not item.from or item.from <= on) and on <= (item[last] or dates.NEVER) then
      out[#out + 1] = copy(item)
    end
  end
  return out
end

--- The first amount at which a function at a place is not decided by one body, else nothing's taker.
local function right_of(held, func, place)
  local first
  for _, amount in ipairs(held:amounts(func)) do
    local answer = held:ask(func, place, amount)
    first = first or answer
    if answer.verdict ~= "one" then
      first = answer
      break
    end
  end
  local takers = {}
  for i, taker in ipairs(first.takers) do
    takers[i] = copy(taker.body)
  end
  return { func = func.id, name = func.name, level = func.level, origin_kind = func.origin, place = place.id,
    place_name = place.name, verdict = first.verdict, takers = takers, might = #first.might,
    origin = first.origin and first.origin.id }
end

local function all_rights(book, held)
  local out = {}
  for _, func in ipairs((catalogue.of(book))) do
    for _, place in ipairs(book.places) do
      out[#out + 1] = right_of(held, func, place)
    end
  end
  return out
end

--- Whether a body may decide so much: it is the taker, or stands above it on the way.
local function may(book, decision, amount)
  local _, by_id = catalogue.of(book)
  local place = decision.place and book.places_by_id[decision.place]
  local answer = rights.of(book, decision.on):ask(by_id[decision.func], place, amount)
  local able = answer.origin ~= nil and answer.origin.id == decision.taker
  for _, taker in ipairs(answer.takers) do
    able = able or taker.body.id == decision.taker
    for _, grant in ipairs(taker.route) do
      able = able or grant.taker == decision.taker
    end
  end
  return able
end

local function log_of(book)
  local out, at = {}, {}
  for i, item in ipairs(book.declared.decision) do
    out[i] = copy(item)
    out[i].number, at[item.id] = i, item
    out[i].grounds = item.present and quorum.grounds(book.body[item.taker], item.present, item.conflicted) or {}
  end
  return out, function(id, amount)
    return may(book, at[id], amount or at[id].value)
  end
end

local function faults_of(held)
  local out = held:audit()
  for _, each in ipairs(out) do
    each.grant, each.other = copy(each.grant), each.other and copy(each.other)
  end
  return out
end

--- Days from one day to another, each "2023-04-01".
local function days_between(first, last)
  local count = 0
  while first < last and count < 400 do
    first, count = dates.after(first), count + 1
  end
  return count
end

---@param book stead.Book
---@param on string
---@return table
function given.of(book, on)
  local said = book.declared
  if #said.grant + #said.decision + #said.post == 0 then
    return { declared = false, faults = {}, rights = {}, grants = {}, decisions = {}, posts = {}, ambiguities = {} }
  end
  local held = rights.of(book, on)
  local log, able = log_of(book)
  local open = {}
  for _, each in ipairs(in_force(said.ambiguity, on, "review")) do
    open[#open + 1] = each.on <= on and each or nil
  end
  return {
    declared = true, faults = faults_of(held), rights = #said.grant > 0 and all_rights(book, held) or {},
    grants = copies(said.grant), decisions = log, may = able, days_between = days_between,
    posts = in_force(said.post, on, "to"), ambiguities = open, nothing = core.money.pence(0),
  }
end

return given
