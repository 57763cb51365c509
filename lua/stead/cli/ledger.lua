--- `stead ledger`: what the ledger comes to.
local output <const> = require("stead.cli.output")
local outturn <const> = require("stead.ledger.outturn")

return {
  summary = "totals of the ledger's entries by place, stream, status, holder and kind",
  usage = "[--year Y] [--by FIELD …]",
  example = "stead import ledger share/books/west-yorkshire/ledger/primary-medical-2023-24.csv \\\n"
    .. "  --recipe primary-medical --book share/books/west-yorkshire\n"
    .. "stead ledger --year 2023/24 --by place --by kind --book share/books/west-yorkshire",
  about = "Corrected entries are left out: the corrections stand in their place. Entries are brought in by\n"
    .. "stead import ledger.",
  options = {
    year = { takes = "Y", is = "year", help = "one financial year" },
    by = { takes = "FIELD", one_of = outturn.by, many = true, help = "totals by this field; may be given again" },
  },
  run = function(given)
    output.frame(given, outturn.totals(output.book(given), given))
  end,
}
