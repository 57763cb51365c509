-- Where registered people and residents part company: coterminosity, and councils in several ICBs.
local lies = cite("DOMAIN", "1.3")

local function each_overlap(given, straddles, message_of)
  local out = {}
  for _, each in ipairs(given.overlaps) do
    local message = each.straddles == straddles and message_of(each)
    if message then
      table.insert(out, { subject = each.place, place = each.place, message = message })
    end
  end
  return out
end

local function as_said(each)
  return each.message
end

return {
  check "place.coterminous" {
    title = "How far a place and its councils cover the same people", severity = "info", cites = lies,
    note = "How far a place's registered people are those of its councils: 1 is wholly.",
    steps = function (given)
      return each_overlap(given, false, as_said)
    end,
  },

  check "place.straddles" {
    title = "Councils that lie in several ICBs", severity = "info", cites = lies,
    note = "A council of a place has residents in more than one ICB: how many in each.",
    steps = function (given)
      return each_overlap(given, true, as_said)
    end,
  },

  check "place.entries" {
    title = "A place whose councils straddle has an entry for each ICB", severity = "info", cites = lies,
    note = "A council of a place has residents in an ICB that is not a partner of the place.",
    todo = "each function, contribution and share of risk needs an entry for each ICB, and all agree who answers",
    steps = function (given)
      local partners = {}
      for _, place in ipairs(given.places) do
        partners[place.id] = {}
        for _, id in ipairs(place.partners or {}) do
          partners[place.id][id] = true
        end
      end
      return each_overlap(given, true, function (each)
        local missing = {}
        for _, part in ipairs(each.parts) do
          if part.icb ~= given.icb and not partners[each.place][part.icb] then
            table.insert(missing, ("%s (%s)"):format(part.name, part.icb))
          end
        end
        return #missing > 0 and ("%s lies also in %s, not among its partners"):format(each.name,
          given.say.list(missing))
      end)
    end,
  },
}
