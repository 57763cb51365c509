-- Every practice of the system in one place, none in two: an allocation needs a partition.
local partition = cite("DOMAIN", "2.8")

local function leave_out(code)
  return ("add it to one footprint, or leave it out: exclude \"%s\" { reason = \"…\" }"):format(code)
end

-- Practices that lie in a number of places for which `wrong` holds, by year.
local function astray(given, wrong, said)
  local out = {}
  for _, year in ipairs(#given.places > 0 and given.years.held or {}) do
    for _, each in ipairs(given.practices(year)) do
      if not each.excluded and wrong(#each.places) then
        table.insert(out, { subject = each.code, todo = leave_out(each.code),
          message = ("%s: %s %s: in %s; %s weighted people"):format(year, each.code, each.name, said(each),
            given.say.number(each.weight or 0, 2)) })
      end
    end
  end
  return out
end

return {
  check "footprint.none" {
    title = "Every practice is in a place", severity = "error", cites = partition,
    note = "A practice of the system is in no place. Nothing by place can be allocated until it is in one, or "
      .. "left out by name with a reason.",
    steps = function (given)
      return astray(given, function (n) return n == 0 end, function () return "no place" end)
    end,
  },

  check "footprint.twice" {
    title = "No practice is in two places", severity = "error", cites = partition,
    note = "A practice is in two places or more. An allocation needs each in one.",
    steps = function (given)
      return astray(given, function (n) return n > 1 end, function (each) return given.say.list(each.places) end)
    end,
  },

  check "footprint.excluded" {
    title = "Practices left out by name", severity = "info",
    note = "A practice is left out by name: its people and the reason given.",
    steps = function (given)
      local out = {}
      for _, year in ipairs(#given.places > 0 and given.years.held or {}) do
        for _, each in ipairs(given.practices(year)) do
          if each.excluded then
            table.insert(out, { subject = each.code, message = ("%s: %s is left out by name, %s people: %s")
              :format(year, each.name, given.say.number(each.population, 0), each.excluded) })
          end
        end
      end
      return out
    end,
  },

  check "exclusion.unknown" {
    title = "What is left out by name is a practice of the system", severity = "error",
    note = "A practice is left out by name, and no practice of the system has that code.",
    todo = "correct the code, or take the line away",
    steps = function (given)
      local known, out = {}, {}
      for _, year in ipairs(given.years.held) do
        for _, each in ipairs(given.practices(year)) do
          known[each.code] = true
        end
      end
      for _, each in ipairs(given.excludes) do
        if not known[each.id] then
          table.insert(out, { subject = each.id, where = each.where,
            message = "no practice of this system has that code" .. given.say.near(each.id, known) })
        end
      end
      return out
    end,
  },
}
