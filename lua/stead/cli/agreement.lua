--- `stead agreement`: every agreement between bodies on a day, and which kind fits which need.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

return {
  summary = "agreements between bodies: a review of each, and which kind fits which need",
  usage = "review|options|vat [--on DATE] [--net £… --taxable R% --recovered R%]",
  about = "review: age, expiry, mandatory contents, what is pooled, risk share, reports; pipeline stage and its date.\n"
    .. "options: what to use for joint risk, one buyer, one employer, or a contribution.\n"
    .. "vat: what VAT an NHS host and a council would bear on the same spending.",
  example = "stead agreement review --book share/books/west-yorkshire",
  positional = { { name = "review, options or vat", required = true } },
  options = {
    on = { takes = "DATE", is = "date", help = "the day (else the last of the book's years)" },
    net = { takes = "£", is = "money", help = "vat: spending before VAT" },
    taxable = { takes = "R%", is = "rate", help = "vat: how much of it is taxable" },
    recovered = { takes = "R%", is = "rate", help = "vat: how much of the VAT an NHS body recovers" },
    restricted = { takes = "R%", is = "rate", help = "vat: how much of it a council cannot recover (else none)" },
  },
  run = function(given)
    local view <const> = require("stead.pools.view")
    if given[1] == "options" then
      output.frame(given, view.options())
      return
    elseif given[1] ~= "review" and given[1] ~= "vat" then
      fault.command("'%s' is not review, options or vat", given[1])
    end
    local book = output.book(given)
    if not book.root then
      fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
    end
    local on <const> = given.on or require("stead.policy.given").last_day(book)
    if given[1] == "review" then
      output.frame(given, view.review(book, on))
      return
    end
    for _, name in ipairs({ "net", "taxable", "recovered" }) do
      if not given[name] then
        fault.command("vat needs --%s", name)
      end
    end
    output.frame(given, require("stead.pools.vat").compare(book, { net = given.net, taxable = given.taxable,
      recovered = given.recovered, restricted = given.restricted, on = on }))
  end,
}
