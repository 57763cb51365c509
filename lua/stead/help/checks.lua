--- What `stead check` finds, by id.
local function of(name, severity, means)
  return { name = name, kind = "check", usage = severity, means = means, example = "book:check()" }
end

---@type stead.HelpEntry[]
return {
  of("years.no-need", "warning", "The book speaks of a year for which no practice need is held. Import it, or take the "
    .. "year out of system.lua."),
  of("footprint.none", "error", "A practice of the system is in no place. Nothing by place can be allocated until it "
    .. "is in one, or left out by name with a reason."),
  of("footprint.twice", "error", "A practice is in two places or more. An allocation needs each in one."),
  of("footprint.excluded", "info", "A practice is left out by name: its people and the reason given."),
  of("exclusion.unknown", "error", "A practice is left out by name, and no practice of the system has that code."),
  of("body.dates", "error", "A body ends before it starts."),
  of("body.unknown-council", "error", "A council's code is not in the register."),
  of("partner.not-in-being", "info", "A partner of a place was not in being on the day asked for with --on."),
  of("place.unknown-district", "error", "A code under residents is not a council's."),
  of("places.none", "error", "The book has no place, so nothing by place can be allocated."),
  of("places.single", "info", "One place covers the whole system."),
  of("place.band", "info", "A place has fewer than 250,000 people or more than 500,000. Nothing is wrong with that."),
  of("place.coterminous", "info", "How far a place's registered people are those of its councils: 1 is wholly."),
  of("place.straddles", "info", "A council of a place has residents in more than one ICB: how many in each."),
  of("allocation.fails", "error", "An allocation that the book declares cannot be made; the message says why."),
  of("allocation.envelope", "error", "The terms of an allocation give another sum than the envelope declared for it."),
  of("terms.status", "info", "The terms of an allocation are not verified: reports say so."),
}
