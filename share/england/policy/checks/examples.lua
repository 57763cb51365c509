return check "example.fails" {
  title = "Worked examples come out as written", severity = "error",
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
