--- Who may decide in a book on a day: its bodies, functions and grants as stead.core.authority sees them.
local catalogue <const> = require("stead.decisions.catalogue")
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local words <const> = require("stead.words")

---@class stead.Rights
---@field book stead.Book
---@field on string
---@field authority stead.Authority
local rights = {}
rights.__index = rights

local function in_being(item, on)
  return (not item.from or item.from <= on) and on <= (item.to or dates.NEVER)
end

local function body_rows(book)
  local rows, at = {}, {}
  for i, body in ipairs(book.system.bodies or {}) do
    at[body.id] = i
  end
  for i, body in ipairs(book.system.bodies or {}) do
    rows[i] = { kind = body.kind, parent = at[body.parent], from = body.from, to = body.to }
  end
  return rows, at
end

local function is_partner(place, id)
  for _, partner in ipairs(place and place.partners or {}) do
    if partner == id then
      return true
    end
  end
  return false
end

--- A council of one tier has the functions of its tier alone.
local function has_tier(func, body)
  return not func.tier or not body.tier or body.tier == "both" or body.tier == func.tier
end

--- Whose a function is by law, for a place: the body that is named, or the one of that kind; of several, the place's
--- partner. Nil, and those it might be, when that does not settle it.
---@param func stead.Declared
---@param place stead.Declared?
---@return stead.Declared?, stead.Declared[]
function rights:origin(func, place)
  local all, partners = {}, {}
  for _, body in ipairs(self.book.system.bodies or {}) do
    if body.id == func.origin then
      return body, { body }
    elseif body.kind == func.origin and in_being(body, self.on) and has_tier(func, body) then
      all[#all + 1] = body
      partners[#partners + 1] = is_partner(place, body.id) and body or nil
    end
  end
  local found = #all == 1 and all or partners
  return #found == 1 and found[1] or nil, #partners > 0 and partners or all
end

--- The number of a function as one body has it, or as nobody does.
local function number_of(self, func, body)
  local key = func.id .. " " .. (body and body.id or "")
  if not self.number[key] then
    table.insert(self.rows, {
      origin = body and self.at[body.id], statutory = func.kind ~= "provision", reserved = func.reserved,
      confined = func.delegable == false, excluded = func.excluded,
    })
    self.number[key] = #self.rows
  end
  return self.number[key]
end

--- The body itself, or the one whose committee or officer it is.
local function stands_for(book, id, wanted)
  local body = book.body[id]
  while body.id ~= wanted and body.parent do
    body = book.body[body.parent]
  end
  return body.id == wanted
end

--- Whose function a grant hands on: its place's, or that of the body that gives it.
local function origin_of_grant(self, func, grant)
  local place = grant.place and self.book.places_by_id[grant.place]
  local one, several = self:origin(func, place)
  for _, body in ipairs(one and {} or several) do
    one = one or stands_for(self.book, grant.giver, body.id) and body or nil
  end
  return one
end

local function grant_rows(self)
  local rows, _, by_id = {}, catalogue.of(self.book)
  for i, grant in ipairs(self.book.declared.grant) do
    local func = by_id[grant.func]
    rows[i] = {
      func = number_of(self, func, origin_of_grant(self, func, grant)), giver = self.at[grant.giver],
      taker = self.at[grant.taker], area = self.area[grant.place], mechanism = grant.by, limit = grant.limit,
      yearly = grant.per == "year", onward = grant.onward, from = grant.from, to = grant.to,
    }
  end
  return rows
end

--- The rights of a book on a day. Made once for each day that is asked about.
---@param book stead.Book
---@param on string
---@return stead.Rights
function rights.of(book, on)
  book.rights = book.rights or {}
  if book.rights[on] then
    return book.rights[on]
  end
  local self = setmetatable({ book = book, on = on, rows = {}, number = {}, area = {} }, rights)
  local bodies
  bodies, self.at = body_rows(book)
  for i, place in ipairs(book.places) do
    self.area[place.id] = i
  end
  local grants = grant_rows(self)
  for _, func in ipairs((catalogue.of(book))) do
    number_of(self, func, (self:origin(func)))
    for _, place in ipairs(book.places) do
      number_of(self, func, (self:origin(func, place)))
    end
  end
  self.authority = core.authority.new(bodies, self.rows, grants, #book.places)
  book.rights[on] = self
  return self
end

--- Who decides so much of a function at a place: bodies and grants in place of their numbers.
---@param func stead.Declared
---@param place stead.Declared?
---@param amount stead.Money
---@return table answer verdict, takers, origin, might: whose it may be, circle: the grant that closes one
function rights:ask(func, place, amount)
  local origin, might = self:origin(func, place)
  local answer = self.authority:ask(number_of(self, func, origin), place and self.area[place.id] or 0, amount, self.on)
  for _, taker in ipairs(answer.takers) do
    taker.body = self.book.system.bodies[taker.body]
    for i, grant in ipairs(taker.route) do
      taker.route[i] = self.book.declared.grant[grant]
    end
  end
  answer.origin, answer.might = origin, might
  answer.circle = answer.circle and self.book.declared.grant[answer.circle]
  return answer
end

--- What is wrong with the grants in force on the day.
---@return table[]
function rights:audit()
  local out = self.authority:audit(self.on)
  for _, each in ipairs(out) do
    each.grant, each.other = self.book.declared.grant[each.grant], self.book.declared.grant[each.other]
  end
  return out
end

--- Amounts at which who decides may change: nothing, and each limit of a function, smallest first.
---@param func stead.Declared
---@return stead.Money[]
function rights:amounts(func)
  local pence = { ["0"] = 0 }
  for _, grant in ipairs(self.book.declared.grant) do
    if grant.func == func.id and grant.limit then
      pence[tostring(grant.limit:pence())] = grant.limit:pence()
    end
  end
  local out = {}
  for _, key in ipairs(words.keys(pence)) do
    out[#out + 1] = pence[key]
  end
  table.sort(out)
  for i, each in ipairs(out) do
    out[i] = core.money.pence(each)
  end
  return out
end

return rights
