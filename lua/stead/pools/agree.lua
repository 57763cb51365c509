--- Agreements and pools against the rest of the book: who may be a party, a host or a contributor, and what a pool
--- rests on. Gives each pool its methods.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local forms <const> = require("stead.pools.forms")
local words <const> = require("stead.words")

local agree = {}

--- A body of the book; a place is not a legal person (law 7).
local function must_be_body(book, item, code, does)
  if book.places_by_id[code] then
    fault.script("%s: %s '%s', a place; a place is not a legal person: a body acts on its behalf", forms.where_of(item),
      does, code)
  end
  local bodies = {}
  for id in pairs(book.body) do
    bodies[id] = true
  end
  if not bodies[code] then
    fault.script("%s: %s '%s', which is not a body that system.lua declares%s", forms.where_of(item), does, code,
      words.did_you_mean(code, words.keys(bodies)))
  end
end

local function must_be_party(item, parties, code, does)
  if not parties[code] then
    fault.script("%s: %s '%s', which is no party to agreement '%s'%s", forms.where_of(item), does, code, item.agreement,
      words.did_you_mean(code, words.keys(parties)))
  end
end

--- Whether an arrangement of this kind may pool money.
local function pools(agreement)
  local found = agreement.kind == "s65Z6"
  for _, flexibility in ipairs(agreement.kind == "s75" and agreement.flexibility or {}) do
    found = found or flexibility == "pooled"
  end
  return found
end

local function agreement_of(book, item)
  local found
  for _, each in ipairs(book.declared.agreement) do
    found = each.id == item.agreement and each or found
  end
  if not found then
    local ids = {}
    for i, each in ipairs(book.declared.agreement) do
      ids[i] = each.id
    end
    fault.script("%s: agreement '%s' is not declared%s; a pool needs one in force", forms.where_of(item),
      item.agreement, words.did_you_mean(item.agreement, ids))
  elseif not pools(found) then
    fault.script("%s: agreement '%s' pools nothing: it is %s; a pool needs section 75 with the flexibility \"pooled\", "
      .. "or s65Z6", forms.where_of(item), found.id, found.kind)
  end
  return found
end

local function check_cover(item, agreement)
  local first = dates.start_of(item.year)
  local last = ("%d-03-31"):format(core.text.year(item.year) + 1)
  if agreement.stage and agreement.stage ~= "in force" then
    fault.script("%s: agreement '%s' is %s, not in force", forms.where_of(item), agreement.id, agreement.stage)
  elseif agreement.from > first or agreement.to and agreement.to < last then
    fault.script("%s: agreement '%s' is in force %s, not for all of %s", forms.where_of(item), agreement.id,
      dates.words(agreement), item.year)
  end
  local covered = {}
  for _, each in ipairs(agreement.functions or {}) do
    covered[each] = true
  end
  for _, each in ipairs(item.functions) do
    if not covered[each] then
      fault.script("%s: agreement '%s' does not cover '%s'%s", forms.where_of(item), agreement.id, each,
        words.did_you_mean(each, words.keys(covered)))
    end
  end
end

--- Bodies that a sharing of risk names.
local function named(terms)
  local out = {}
  local function take(from)
    for _, code in ipairs(words.keys(from or {})) do
      out[#out + 1] = code ~= "excess_to" and code or from[code] ~= "others" and from[code] or nil
    end
  end
  for _, each in ipairs({ terms, table.unpack(terms.bands or {}) }) do
    out[#out + 1] = each.lead
    take(each.shares)
  end
  take(terms.caps)
  return out
end

local function check_pool(book, item)
  local agreement, parties, seen = agreement_of(book, item), {}, {}
  check_cover(item, agreement)
  for _, code in ipairs(agreement.parties) do
    parties[code] = true
  end
  must_be_body(book, item, item.host, "its host is")
  must_be_party(item, parties, item.host, "its host is")
  for _, c in ipairs(item.contributions) do
    must_be_body(book, item, c.partner, "a contribution is by")
    must_be_party(item, parties, c.partner, "a contribution is by")
    local key = c.partner .. (c.in_kind and " in kind" or "")
    if seen[key] then
      fault.script("%s: two contributions are by '%s'", forms.where_of(item), key)
    end
    seen[key] = true
  end
  for _, list in ipairs({ item.schemes or {}, item.beside or {} }) do
    for _, each in ipairs(list) do
      must_be_body(book, item, each.owner, ("'%s' is owned by"):format(each.title or each.id))
    end
  end
  for _, terms in ipairs({ item.overspend, item.underspend }) do
    for _, code in ipairs(named(terms)) do
      must_be_party(item, parties, code, "risk is shared with")
    end
  end
  if item.place and not book.places_by_id[item.place] then
    fault.script("%s: there is no place '%s'%s", forms.where_of(item), item.place,
      words.did_you_mean(item.place, words.keys(book.places_by_id)))
  end
end

--- Refuses what does not agree with the book.
---@param book stead.Book
function agree.book(book)
  for _, item in ipairs(book.declared.agreement) do
    for _, code in ipairs(item.parties) do
      must_be_body(book, item, code, "a party is")
    end
  end
  for _, item in ipairs(book.declared.pool) do
    check_pool(book, item)
    require("stead.pools.pool").of(book, item)
  end
end

return agree
