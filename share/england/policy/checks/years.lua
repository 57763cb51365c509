return check "years.no-need" {
  title = "Practice need is held for every year of the book", severity = "warning",
  note = "The book speaks of a year for which no practice need is held. Import it, or take the year out of "
    .. "system.lua.",
  steps = function (given)
    local out = {}
    for _, year in ipairs(given.years.missing) do
      table.insert(out, { subject = year, message = "no practice need is held for " .. year,
        todo = ("stead import need FILE --year %s, or take the year out of system.lua"):format(year) })
    end
    return out
  end,
}
