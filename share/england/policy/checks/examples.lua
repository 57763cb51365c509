return check "example.fails" {
  title = "Worked examples come out as written", severity = "error",
  note = "A worked example gives something else than is written beside it: both sums and the difference.",
  todo = "correct the steps, or the example with whoever agreed it",
  steps = function (given)
    local out = {}
    for _, each in ipairs(given.examples()) do
      if not each.passes then
        table.insert(out, { subject = each.id, where = each.where, message = each.message })
      end
    end
    return out
  end,
}
