--- `stead sql`: a question in SQL.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

return {
  summary = "a question in SQL over the book's facts and the reference tables",
  usage = "QUERY [VALUE…] [--write]",
  example = "stead sql \"select icb, count(*) from practice_need_people where year = '2023/24' group by icb\"",
  about = "Reads only, unless --write. Money is pence.\n"
    .. "Views: practice_need_people, payments, outturns (the book's years, then England's);\n"
    .. "tables: icb, sub_icb, council, residents, place, place_practice, envelope, …; share/schema documents them.",
  options = { write = { help = "let the query change the book's database" } },
  positional = { { name = "QUERY", required = true }, { name = "VALUE", many = true } },
  run = function(given)
    local book = output.book(given)
    local params = table.move(given, 2, #given, 1, {})
    if given.write and not book.root then
      fault.command("--write needs a book; there is none here")
    end
    local frame, message, code = book.facts.db:sql(given[1], params, { write = given.write })
    if not frame then
      error(fault.new(2, message, code), 0)
    end
    frame:about().keys = {}
    output.frame(given, frame)
  end,
}
