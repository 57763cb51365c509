-- Local variation that has gone stale: its review is past, or what it varies has changed.
local function each_variation(given, finding_of)
  local out = {}
  for _, v in ipairs(given.variations) do
    local finding = not v.over and finding_of(v)
    if finding then
      finding.subject, finding.where, finding.place = v.id, v.where, v.at
      table.insert(out, finding)
    end
  end
  return out
end

return {
  check "variation.review-past" {
    title = "Variations are reviewed by the day set", severity = "warning",
    note = "A variation is in force after the day by which it was to be reviewed.",
    todo = "whoever agreed it reviews it: end it, or set the next review",
    steps = function (given)
      return each_variation(given, function (v)
        return v.counts and v.review and v.review < given.on and {
          message = ("was to be reviewed by %s and is in force for %s on %s")
            :format(given.say.day(v.review), v.at_name, given.say.day(given.on)) }
      end)
    end,
  },

  check "variation.rule-changed" {
    title = "The rule is as it was when the variation was agreed", severity = "warning",
    note = "A rule is not the one that a variation of it was agreed against: what went and what came.",
    steps = function (given)
      return each_variation(given, function (v)
        return v.changed and { detail = v.difference,
          message = ("the rule has changed since this was agreed for %s: it was %s and is %s (%s)%s"):format(v.at_name,
            v.against, v.version, v.rule_where, v.difference and "" or "; this book never met the older text"),
          todo = ("look at the rule with whoever agreed it, then write against = \"%s\""):format(v.version) }
      end)
    end,
  },

  check "variation.no-version" {
    title = "A variation says which version of the rule it was agreed against", severity = "warning",
    note = "A variation of a rule does not say which version it was agreed against.",
    steps = function (given)
      return each_variation(given, function (v)
        return v.kind == "rule" and not v.against and {
          message = "does not say which version of the rule it was agreed against",
          todo = ("write against = \"%s\""):format(v.version) }
      end)
    end,
  },
}
