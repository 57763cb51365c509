--- `stead who`: who may decide, and why.
local core <const> = require("stead.core")
local output <const> = require("stead.cli.output")

return {
  summary = "who may decide how much of what, where and when; and why",
  usage = "FUNCTION [--place PLACE] [--amount £] [--on DATE]",
  example = "stead who continuing-healthcare --place wakefield --amount £1.2m --on 2023-11-30 \\\n"
    .. "  --book share/books/west-yorkshire",
  about = "The taker and each step by which the power came to it, with its limit and citation; or why nobody can, or\n"
    .. "why two can. `stead sord` lists the functions. Without --on, today.",
  options = {
    place = { takes = "PLACE", help = "the place that it is decided for (else the whole system)" },
    amount = { takes = "£", is = "money", help = "how much is to be decided (else nothing)" },
    on = { takes = "DATE", is = "date", help = "the day of the decision (else today)" },
  },
  positional = { { name = "FUNCTION", required = true } },
  run = function(given)
    local answer = output.book(given):who_decides({
      func = given[1], place = given.place, amount = given.amount or core.money.pence(0),
      on = given.on or core.host.now():sub(1, 10),
    })
    print(given.json and answer:json() or tostring(answer))
    return answer.verdict == "one" and 0 or 1
  end,
}
