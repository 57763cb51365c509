--- `stead cites`: what rests on a source, a paragraph, a parameter or a rule.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

return {
  summary = "what rests on a source, a paragraph, a parameter or a rule: rules, places, figures, £",
  usage = "REF",
  example = "stead cites allocation.floor_growth --book share/books/west-yorkshire",
  about = "REF is a source by name, title or digest; a citation, such as \"NHS England, BCF policy and planning\n"
    .. "2023-25\"; a parameter; or a rule.",
  options = {},
  positional = { { name = "REF", required = true } },
  run = function(given)
    local cites <const> = require("stead.cites")
    local book = output.book(given)
    if given.csv then
      fault.command("--csv does not fit what rests on a thing; use --json")
    end
    local found = cites.of(book, given[1])
    print(given.json and cites.json(found) or cites.text(found))
  end,
}
