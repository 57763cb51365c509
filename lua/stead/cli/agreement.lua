--- `stead agreement`: every agreement between bodies on a day, and which kind fits which need.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

return {
  summary = "agreements between bodies: a review of each, and which kind fits which need",
  usage = "review|options [--on DATE]",
  about = "review: age, expiry, mandatory contents, what is pooled, risk share, reports; pipeline stage and its date.\n"
    .. "options: what to use for joint risk, one buyer, one employer, or a contribution.",
  example = "stead agreement review --book share/books/west-yorkshire",
  positional = { { name = "review or options", required = true } },
  options = {
    on = { takes = "DATE", is = "date", help = "the day of the review (else the last of the book's years)" },
  },
  run = function(given)
    local view <const> = require("stead.pools.view")
    if given[1] == "options" then
      output.frame(given, view.options())
      return
    elseif given[1] ~= "review" then
      fault.command("'%s' is neither review nor options", given[1])
    end
    local book = output.book(given)
    if not book.root then
      fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
    end
    output.frame(given, view.review(book, given.on or require("stead.policy.given").last_day(book)))
  end,
}
