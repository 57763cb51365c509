--- `stead need`: weighted people, by place, PCN, district, council, sub-ICB location or ICB.
local need <const> = require("stead.need")
local output <const> = require("stead.cli.output")

return {
  summary = "what each place needs: people and weighted people",
  usage = "--year Y [--icb X|all] [--by place|pcn|district|council|sub_icb|icb] [--from FILE]",
  about = "Sums practices' weighted populations and compares each row with its ICB (each ICB with England).\n"
    .. "--from reads a published file directly and stores nothing.",
  example = "stead need --year 2023/24 --icb QWO --by district",
  options = {
    year = { takes = "Y", is = "year", required = true, help = "the financial year, such as 2023/24" },
    icb = { takes = "X", help = "an ICB by code or name, or all (the book's own, else all)" },
    by = { takes = "WHAT", one_of = need.by, help = "what a row is (place in a book, else council)" },
    from = { takes = "FILE", help = "a published practice file to read instead of what is held" },
  },
  run = function(given)
    local book = output.book(given)
    output.frame(given, book:need({ year = given.year, by = given.by, from = given.from, icb = given.icb }))
  end,
}
