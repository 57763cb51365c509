-- What a Better Care Fund plan must meet.
local function listed(given, name)
  local out = {}
  for _, plan in ipairs(given.bcf) do
    for _, says in ipairs(plan[name]) do
      table.insert(out, { subject = plan.id, where = plan.where, message = says })
    end
  end
  return out
end

return {
  check "bcf.condition" {
    title = "Better Care Fund plans meet their conditions", severity = "error", cites = cite("DOMAIN", "5.3 and 5.4"),
    note = "A plan is below a minimum, leaves a source unused, has no agreement in force, or is not signed.",
    todo = "`stead bcf check` shows every condition",
    steps = function (given)
      return listed(given, "unmet")
    end,
  },

  check "bcf.unknown" {
    title = "Better Care Fund conditions that cannot be checked", severity = "warning", cites = cite("DOMAIN", "5.2"),
    note = "A condition rests on an uplift that nobody has supplied for the year.",
    todo = "give the parameter its value, with where it is published",
    steps = function (given)
      return listed(given, "unknown")
    end,
  },
}
