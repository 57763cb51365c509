--- `stead new`: a starting book.
return {
  summary = "a starting book for any system, from the reference tables",
  usage = "DIR --icb X [--by council|district]",
  example = "stead new suffolk --icb QJG --by district",
  options = {
    icb = { takes = "X", required = true, help = "the ICB, by code or name" },
    by = { takes = "WHAT", one_of = { "council", "district" }, help = "what becomes a place (council)" },
    year = { takes = "Y", is = "year", help = "the need file whose practices say where people are (2023/24)" },
  },
  positional = { { name = "DIR", required = true } },
  run = function(given)
    local facts = require("stead.facts").open()
    local years = facts:years("need")
    local lines = require("stead.new").book(facts, { dir = given[1], icb = given.icb, by = given.by or "council",
      year = given.year or years[#years] })
    print(table.concat(lines, "\n"))
  end,
}
