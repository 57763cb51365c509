--- `stead check`: loads everything and says what does not hold.
local json <const> = require("stead.json")
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

return {
  summary = "load everything; say what does not hold, and what to do",
  usage = "[--on DATE]",
  example = "stead check --book share/books/west-yorkshire",
  about = "Exit status 1 when an error stands.",
  options = { on = { takes = "DATE", is = "date", help = "the day on which bodies and partners must be in being" } },
  run = function(given)
    local book = output.book(given)
    if not book.root then
      fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
    end
    local findings = book:check({ on = given.on })
    if given.json then
      local list = {}
      for i, each in ipairs(findings) do
        list[i] = each
      end
      print(json.encode(list))
    else
      print(tostring(book))
      print(tostring(findings))
    end
    return findings.errors > 0 and 1 or 0
  end,
}
