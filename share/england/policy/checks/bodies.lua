-- Bodies that exist, on the days that they exist.
local function in_being(body, day)
  return (not body.from or body.from <= day) and (not body.to or day <= body.to)
end

return {
  check "body.dates" {
    title = "A body starts before it ends", severity = "error", todo = "correct its dates",
    note = "A body ends before it starts.",
    steps = function (given)
      local out = {}
      for _, body in ipairs(given.bodies) do
        if body.from and body.to and body.to < body.from then
          table.insert(out, { subject = body.id, where = body.where, message = ("%s ends on %s, before it starts on %s")
            :format(body.name, given.say.day(body.to), given.say.day(body.from)) })
        end
      end
      return out
    end,
  },

  check "body.unknown-council" {
    title = "Councils are in the register", severity = "error", todo = "correct the code",
    note = "A council's code is not in the register.",
    steps = function (given)
      local out = {}
      for _, body in ipairs(given.bodies) do
        if body.kind == "council" and not given.councils[body.id] then
          table.insert(out, { subject = body.id, where = body.where,
            message = ("no council has the code %s%s"):format(body.id, given.say.near(body.id, given.councils)) })
        end
      end
      return out
    end,
  },

  check "place.unknown-district" {
    title = "A place's districts are in the register", severity = "error", todo = "correct the code",
    note = "A code under residents is not a council's.",
    steps = function (given)
      local out = {}
      for _, place in ipairs(given.places) do
        for _, code in ipairs(place.residents and place.residents.codes or {}) do
          if not given.councils[code] then
            table.insert(out, { subject = place.id, place = place.id, where = place.where,
              message = ("residents: no council has the code %s%s"):format(code,
                given.say.near(code, given.councils)) })
          end
        end
      end
      return out
    end,
  },

  check "partner.not-in-being" {
    title = "Partners that are not in being on the day", severity = "info",
    note = "A partner of a place is not in being on the day that is looked at.",
    steps = function (given)
      local body, out = {}, {}
      for _, each in ipairs(given.bodies) do
        body[each.id] = each
      end
      for _, place in ipairs(given.places) do
        for _, id in ipairs(place.partners or {}) do
          if not in_being(body[id], given.on) then
            table.insert(out, { subject = place.id, place = place.id, where = place.where,
              message = ("partner %s is not in being on %s"):format(body[id].name, given.say.day(given.on)) })
          end
        end
      end
      return out
    end,
  },
}
