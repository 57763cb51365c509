--- `stead check`: loads everything and says what does not hold.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

return {
  summary = "load everything; say what does not hold, and what to do",
  usage = "[--on DATE]",
  example = "stead check --book share/books/west-yorkshire",
  about = "Checks are policy: England's, and the book's own in policy/checks. A variation with disables = true\n"
    .. "accepts what one finds, with its authority. Exit status 1 when an error stands.",
  options = {
    on = { takes = "DATE", is = "date", help = "the day to look at; else the last day of the book's years" },
  },
  run = function(given)
    local book = output.book(given)
    if not book.root then
      fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
    end
    local findings = book:check({ on = given.on })
    if given.json then
      print(findings:json())
    elseif given.csv then
      io.write((findings:csv()))
    else
      print(tostring(book))
      print(tostring(findings))
    end
    return findings.errors > 0 and 1 or 0
  end,
}
