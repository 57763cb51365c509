-- What the ledger's entries must come to.
return check "ledger.envelope" {
  title = "Plans of places, system-held and unallocated come to the envelope", severity = "error",
  cites = cite("DOMAIN", "3.2"),
  note = "For a stream and year that the ledger plans and the book has an envelope for: every pound of it is planned "
    .. "at a place, held by the system or said to be unallocated.",
  todo = "enter what is missing as system-held or unallocated, or correct the plan or the envelope",
  steps = function (given)
    local out = {}
    for _, each in ipairs(given.ledger) do
      table.insert(out, { subject = each.stream .. " " .. each.year, message =
        "plans of " .. given.say.money(each.planned) .. " do not come to the envelope of "
        .. given.say.money(each.envelope) })
    end
    return out
  end,
}
