return check "parameters.unverified" {
  title = "Parameters in use that nobody has verified in their source", severity = "info", cites = cite("DOMAIN", "11"),
  note = "A parameter in use is derived, unverified, the user's own or illustrative: its value, and what uses "
    .. "it.",
  steps = function (given)
    local out = {}
    for _, each in ipairs(given.parameters) do
      if each.status ~= "verified" then
        local by = #each.by > 0 and "; used by " .. given.say.list(each.by) or ""
        table.insert(out, { subject = each.id, place = each.at, stream = each.stream, where = each.where,
          message = ("%s%s%s is %s%s"):format(each.stream and each.stream .. ": " or "", each.value,
            each.at and " at " .. each.at or "", each.status, by) })
      end
    end
    return out
  end,
}
