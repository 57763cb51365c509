--- `stead bcf`: what a Better Care Fund plan must meet, and its return.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

return {
  summary = "Better Care Fund plans: conditions, and the quarterly return",
  usage = "check|return [PLAN]",
  about = "check: minimum contributions and spending, sources, agreement, signatures; status 1 when one is not met.\n"
    .. "return: conditions, spending by scheme and metrics, as the quarterly return asks.",
  example = "stead bcf check --book share/books/west-yorkshire",
  positional = { { name = "check or return", required = true }, { name = "PLAN" } },
  options = {},
  run = function(given)
    local what <const> = given[1]
    if what ~= "check" and what ~= "return" then
      fault.command("'%s' is neither check nor return", what)
    end
    local book = output.book(given)
    if not book.root then
      fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
    end
    local conditions <const> = require("stead.bcf.conditions")
    if what == "return" then
      output.frame(given, conditions.quarterly(book, given[2]))
      return 0
    end
    local frame, all = conditions.frame(book, given[2])
    output.frame(given, frame)
    return all and 0 or 1
  end,
}
