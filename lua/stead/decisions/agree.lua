--- Refuses what a book says of governance when it does not agree with itself: unknown bodies, functions and places,
--- days the wrong way round, quorums that cannot be met, ladders that end with a party.
local catalogue <const> = require("stead.decisions.catalogue")
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local agree = {}

local function refuse(item, text, ...)
  fault.script("%s:%d: %s '%s': %s", item.file, item.line, item.what, item.id, text:format(...))
end

local function known(item, field, id, what, names)
  if id ~= nil and not names[id] then
    refuse(item, "%s '%s' is not a %s that is declared%s", field, id, what,
      words.did_you_mean(id, words.keys(names)))
  end
end

local function check_days(item)
  if item.from and item.to and item.to < item.from then
    refuse(item, "it ends on %s, before it starts on %s", core.text.words(item.to), core.text.words(item.from))
  end
end

local function check_grant(item, names)
  known(item, "func", item.func, "function", names.func)
  known(item, "giver", item.giver, "body", names.body)
  known(item, "taker", item.taker, "body", names.body)
  known(item, "place", item.place, "place", names.place)
  for _, id in ipairs(item.consult or {}) do
    known(item, "consult", id, "body", names.body)
  end
  known(item, "answers_to", item.answers_to, "body", names.body)
  check_days(item)
  if item.giver == item.taker then
    refuse(item, "'%s' gives it to itself", item.giver)
  elseif names.func[item.func].reserved and item.limit then
    refuse(item, "'%s' is reserved to the board; it has no limit to hand on", item.func)
  elseif item.limit and not item.per then
    refuse(item, "a limit is per decision or per year: say per = \"decision\"")
  elseif item.limit and item.limit < core.money.pence(0) then
    refuse(item, "a limit less than nothing")
  end
end

local function check_members(item, names)
  local roles, seen = {}, {}
  for i, member in ipairs(item.members) do
    if type(member.name) ~= "string" or type(member.role) ~= "string" then
      refuse(item, "member %d needs a name and a role", i)
    elseif seen[member.name] then
      refuse(item, "'%s' is a member twice", member.name)
    end
    known(item, "member " .. i .. " is of", member.of, "body", names.body)
    seen[member.name], roles[member.role] = true, true
  end
  for _, role in ipairs(item.roles or {}) do
    if not roles[role] then
      refuse(item, "the quorum needs the role '%s', which no member has%s", role,
        words.did_you_mean(role, words.keys(roles)))
    end
  end
end

--- A ladder that ends with one of the parties settles nothing.
local function check_ladder(item, names)
  for i, rung in ipairs(item.ladder.steps) do
    if type(rung) ~= "table" or type(rung.to) ~= "string" then
      refuse(item, "step %d of its ladder needs `to`, whom the dispute goes to", i)
    elseif math.type(rung.days) ~= "integer" or rung.days < 1 then
      refuse(item, "step %d of its ladder needs `days`, working days of one or more", i)
    end
  end
  local last = item.ladder.steps[#item.ladder.steps]
  for _, member in ipairs(item.members or {}) do
    if last and (last.to == member.of or last.to == member.name) then
      refuse(item, "its ladder ends with '%s', a party to the dispute", last.to)
    end
  end
  if last and names.body[last.to] and (last.to == item.parent or last.to == item.id) then
    refuse(item, "its ladder ends with '%s', a party to the dispute", last.to)
  end
end

local function check_body(item, names)
  known(item, "parent", item.parent, "body", names.body)
  known(item, "place", item.place, "place", names.place)
  local count = item.members and #item.members
  if item.members then
    check_members(item, names)
  end
  if item.quorum and item.quorum > (count or 0) then
    refuse(item, "a quorum of %d, and %s", item.quorum, words.count(count or 0, "member"))
  end
  if item.ladder then
    check_ladder(item, names)
  end
end

local function check_decision(item, names)
  known(item, "func", item.func, "function", names.func)
  known(item, "taker", item.taker, "body", names.body)
  known(item, "place", item.place, "place", names.place)
  local members = {}
  for _, member in ipairs(names.body[item.taker].members or {}) do
    members[member.name] = true
  end
  for _, field in ipairs({ "present", "conflicted" }) do
    for _, name in ipairs(item[field] or {}) do
      known(item, field, name, "member", members)
    end
  end
end

local function check_posts(list, names)
  local whole, ONE <const> = {}, core.money.rate("1")
  for _, item in ipairs(list) do
    check_days(item)
    for _, id in ipairs(item.employers or {}) do
      known(item, "employer", id, "body", names.body)
    end
    for _, id in ipairs(item.places or {}) do
      known(item, "place", id, "place", names.place)
    end
    local twin = item.holder and whole[item.holder]
    local ends, starts = twin and twin.to or "9999", item.from or "0000"
    if item.holder and item.wte == ONE then
      if twin and starts <= ends and (twin.from or "0000") <= (item.to or "9999") then
        refuse(item, "'%s' holds it whole-time, and holds '%s' whole-time too (%s:%d)", item.holder, twin.id, twin.file,
          twin.line)
      end
      whole[item.holder] = item
    end
  end
end

local function by_id(list)
  local out = {}
  for _, item in ipairs(list) do
    out[item.id] = item
  end
  return out
end

---@param book stead.Book
function agree.check(book)
  local said, _, functions = book.declared, catalogue.of(book)
  local names = { body = by_id(book.system.bodies or {}), place = book.places_by_id, func = functions }
  for _, item in ipairs(book.system.bodies or {}) do
    check_body(item, names)
  end
  for _, item in ipairs(said.func) do
    local a_kind = false
    for _, kind in ipairs(require("stead.decisions.forms").kinds) do
      a_kind = a_kind or kind == item.origin
    end
    known(item, "origin", not a_kind and item.origin or nil, "body", names.body)
  end
  for _, item in ipairs(said.grant) do
    check_grant(item, names)
  end
  for _, item in ipairs(said.decision) do
    check_decision(item, names)
  end
  for _, item in ipairs(said.ambiguity) do
    known(item, "func", item.func, "function", names.func)
    known(item, "place", item.place, "place", names.place)
    if item.review < item.on then
      refuse(item, "its review on %s is before it was agreed", core.text.words(item.review))
    end
  end
  check_posts(said.post, names)
end

return agree
