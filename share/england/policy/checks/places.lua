-- What a system is divided into. How many people a place covers says something, never that something is wrong.
local bands = cite("DOMAIN", "1.2")

return {
  check "places.none" {
    title = "A book has places", severity = "error", todo = "declare each in a file of places/",
    note = "The book has no place, so nothing by place can be allocated.",
    steps = function (given)
      return #given.places == 0 and { { subject = given.system.name, message = "the book has no place" } } or {}
    end,
  },

  check "places.single" {
    title = "A system that is one place", severity = "info", cites = cite("DOMAIN", "1.3"),
    note = "One place covers the whole system.",
    steps = function (given)
      if #given.places ~= 1 then
        return {}
      end
      return { { subject = given.system.name,
        message = "one place covers the whole system; a separate place board is not looked for" } }
    end,
  },

  check "place.band" {
    title = "How many people a place covers", severity = "info", cites = bands,
    note = "A place has fewer people, or more, than the parameter tier.place.band says places often have. "
      .. "Nothing is wrong with that.",
    may_use = { band = parameter "tier.place.band" },
    steps = function (given, p)
      local out, year = {}, given.years.last
      for _, place in ipairs(p.band and year and given.people(year) or {}) do
        if place.population < p.band.least or place.population > p.band.most then
          table.insert(out, { subject = place.code, place = place.code,
            message = ("%s people in %s; places are often %s to %s"):format(given.say.number(place.population, 0), year,
              given.say.number(p.band.least, 0), given.say.number(p.band.most, 0)) })
        end
      end
      return out
    end,
  },
}
