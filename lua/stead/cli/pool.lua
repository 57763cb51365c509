--- `stead pool`: pooled funds, their contributions and what stands beside them.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

return {
  summary = "pooled funds: contributions, what stands beside them, next year's",
  usage = "[POOL] [--uplift R%]",
  about = "Without a name, every pool of the book. With --uplift, next year's contributions beside this year's.",
  example = "stead pool calderdale --book share/books/west-yorkshire",
  positional = { { name = "POOL" } },
  options = { uplift = { takes = "R%", is = "rate", help = "next year's contributions, uplifted by this" } },
  run = function(given)
    local book = output.book(given)
    if not book.root then
      fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
    elseif given.uplift and not given[1] then
      fault.command("--uplift is of one pool; name it")
    end
    local view <const> = require("stead.pools.view")
    output.frame(given, given[1] and view.pool(book, book.pool[given[1]], given.uplift) or view.all(book))
  end,
}
