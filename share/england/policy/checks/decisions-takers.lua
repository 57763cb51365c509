-- Who decides each function at each place: somebody, and one alone, and no further from people than it need be.

-- Whether who decides has been left open on purpose, until a day that has not come.
local function left_open(given, right)
  for _, each in ipairs(given.governance.ambiguities) do
    if each.func == right.func and (not each.place or each.place == right.place) then
      return true
    end
  end
  return false
end

local function names(given, bodies)
  local out = {}
  for _, each in ipairs(bodies) do
    table.insert(out, each.name)
  end
  return given.say.list(out)
end

return {
  check "decisions.no-taker" {
    title = "Somebody decides", severity = "error", cites = cite("DOMAIN", "6.8, G01"),
    todo = "declare the body whose it is, or agree to leave it open (ambiguity)",
    note = "A function of a book's scheme that nobody can decide at a place.",
    steps = function (given)
      local out, granted = {}, {}
      for _, grant in ipairs(given.governance.grants) do
        granted[grant.func] = true
      end
      for _, right in ipairs(given.governance.rights) do
        local nobody = right.verdict ~= "one" and right.verdict ~= "several" and right.verdict ~= "round"
        if nobody and granted[right.func] and not left_open(given, right) then
          table.insert(out, { subject = right.func, place = right.place,
            message = ("nobody can decide %s in %s"):format(right.name, right.place_name) })
        end
      end
      return out
    end,
  },

  check "decisions.two-takers" {
    title = "One body decides", severity = "error", cites = cite("DOMAIN", "6.8, G02"),
    todo = "end one grant, or agree to leave it open (ambiguity)",
    note = "Two bodies may each decide the same function for the same place on the same day.",
    steps = function (given)
      local out = {}
      for _, right in ipairs(given.governance.rights) do
        if right.verdict == "several" and not left_open(given, right) then
          table.insert(out, { subject = right.func, place = right.place,
            message = ("%s in %s: %s may each decide"):format(right.name, right.place_name,
              names(given, right.takers)) })
        end
      end
      return out
    end,
  },

  check "decisions.each-icb" {
    title = "A place of several ICBs has an entry from each", severity = "warning",
    cites = cite("DOMAIN", "6.8, G13"), todo = "grant it from the other too",
    note = "A place has two ICBs among its partners and a function is granted to it by one of them alone.",
    steps = function (given)
      local out, kind = {}, {}
      for _, body in ipairs(given.bodies) do
        kind[body.id] = body.kind
      end
      for _, place in ipairs(given.places) do
        local icbs, by = {}, {}
        for _, id in ipairs(place.partners or {}) do
          if kind[id] == "icb" then
            table.insert(icbs, id)
          end
        end
        for _, grant in ipairs(given.governance.grants) do
          if grant.place == place.id and kind[grant.giver] == "icb" then
            by[grant.func] = by[grant.func] or {}
            by[grant.func][grant.giver] = true
          end
        end
        for func, givers in pairs(by) do
          for _, id in ipairs(icbs) do
            if not givers[id] then
              table.insert(out, { subject = func, place = place.id,
                message = ("%s is granted for %s, and not by %s"):format(func, place.name, id) })
            end
          end
        end
      end
      return out
    end,
  },

  check "decisions.held-higher" {
    title = "Functions held further from people than guidance starts from", severity = "info",
    cites = cite("DOMAIN", "6.8, G14"),
    note = "A function whose level is the place is still decided by the ICB itself in some places of a scheme that "
      .. "hands others on.",
    steps = function (given)
      local held, order, kept = {}, {}, {}
      for _, right in ipairs(given.governance.rights) do
        local taker = right.takers[1]
        if right.level == "place" and right.verdict == "one" and taker.kind == "icb" then
          if not held[right.func] then
            held[right.func] = {}
            kept[right.func] = right.name
            table.insert(order, right.func)
          end
          table.insert(held[right.func], right.place_name)
        end
      end
      local out = {}
      for _, func in ipairs(order) do
        table.insert(out, { subject = func,
          message = ("%s is decided by the ICB itself in %s"):format(kept[func], given.say.list(held[func])) })
      end
      return out
    end,
  },

  check "decisions.beyond" {
    title = "Decisions are within their taker's power", severity = "error", cites = cite("DOMAIN", "6.8, G11"),
    todo = "take it to whoever may decide so much (stead who)",
    note = "A decision in the log is one that its taker had no power to make on the day, or the meeting that made it "
      .. "was not quorate.",
    steps = function (given)
      local out = {}
      for _, each in ipairs(given.governance.decisions) do
        if not given.governance.may(each.id) then
          table.insert(out, { subject = each.id, place = each.place, where = each.where,
            message = ("%s had no power to decide %s of %s on %s"):format(each.taker, given.say.money(each.value),
              each.func, given.say.day(each.on)) })
        end
        if #each.grounds > 0 then
          table.insert(out, { subject = each.id, place = each.place, where = each.where,
            message = ("%s was not quorate: %s"):format(each.taker, given.say.list(each.grounds)) })
        end
      end
      return out
    end,
  },

  check "decisions.split" {
    title = "Decisions are not split to stay under a limit", severity = "warning",
    cites = cite("DOMAIN", "6.8, G11"), todo = "ask why; take the whole to whoever may decide it",
    note = "Two decisions for one supplier or purpose, close together, each within its taker's limit and together "
      .. "beyond it. The parameter decisions.split_days says how close.",
    steps = function (given)
      local out, log, days = {}, given.governance.decisions, given.value("decisions.split_days") or 0
      local function same(a, b)
        return a.taker == b.taker and a.func == b.func and a.place == b.place
          and (a.supplier ~= nil and a.supplier == b.supplier or a.purpose ~= nil and a.purpose == b.purpose)
      end
      for i, first in ipairs(log) do
        for j, second in ipairs(log) do
          local later = first.on < second.on or first.on == second.on and i < j
          if later and same(first, second) and given.governance.days_between(first.on, second.on) <= days
            and given.governance.may(second.id) and given.governance.may(first.id)
            and not given.governance.may(second.id, first.value + second.value) then
            table.insert(out, { subject = second.id, place = second.place, where = second.where,
              message = ("%s on %s and %s on %s, together more than %s may decide"):format(
                given.say.money(first.value), given.say.day(first.on), given.say.money(second.value),
                given.say.day(second.on), second.taker) })
          end
        end
      end
      return out
    end,
  },
}
