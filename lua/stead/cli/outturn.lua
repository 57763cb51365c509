--- `stead outturn`: plan, actual and forecasts of a year to a month.
local fault <const> = require("stead.fault")
local outturn <const> = require("stead.ledger.outturn")
local output <const> = require("stead.cli.output")

local function month_of(text)
  local month = math.tointeger(tonumber((text:gsub("^[Mm]", ""))))
  if not month or month < 1 or month > 12 then
    fault.command("--month: '%s' is not a month: M1 is April and M12 is March", text)
  end
  return month
end

return {
  summary = "plan, actual and every forecast of a year, to a month",
  usage = "--year Y --month M7 [--by FIELD] [--apart RATE]",
  example = "stead import ledger share/books/west-yorkshire/ledger/primary-medical-2023-24.csv \\\n"
    .. "  --recipe primary-medical --book share/books/west-yorkshire\n"
    .. "stead outturn --year 2023/24 --month M6 --apart 3% --book share/books/west-yorkshire",
  about = "Forecasts the year straight-line, with non-recurrent items apart, by the plan's profile and by the plan\n"
    .. "that remains, and asks where they lie further apart than RATE of the plan. The variance is actual less plan,\n"
    .. "in words. Adjustments count as actual.",
  options = {
    year = { takes = "Y", is = "year", required = true, help = "the financial year" },
    month = { takes = "M", required = true, help = "the last month that is in: M1 is April" },
    by = { takes = "FIELD", one_of = outturn.by, help = "what a line is of (default place)" },
    apart = { takes = "RATE", is = "rate", help = "ask about forecasts further apart than this share of the plan" },
  },
  run = function(given)
    output.frame(given, outturn.frame(output.book(given), {
      year = given.year, month = month_of(given.month), by = given.by, apart = given.apart,
    }))
  end,
}
