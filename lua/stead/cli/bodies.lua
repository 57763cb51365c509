--- `stead bodies`: the register of ICBs, sub-ICB locations, councils and trusts.
local output <const> = require("stead.cli.output")

local queries <const> = {
  icb = "select code, short_name as name, region, from_date, to_date from icb where code like ? order by code",
  sub_icb = "select code, name, icb, from_date, to_date from sub_icb where icb like ? order by code",
  council = "select code, name, tier, kind, parent, from_date, to_date, successor from council "
    .. "where ? is not null order by code",
  trust = "select code, name, icb, from_date, to_date from trust where coalesce(icb, '') like ? order by code",
}

return {
  summary = "the register: ICBs, sub-ICB locations, councils and trusts, with dates",
  usage = "[--kind icb|sub_icb|council|trust] [--icb X]",
  example = "stead bodies --kind trust --icb QWO",
  options = {
    kind = { takes = "WHAT", one_of = { "icb", "sub_icb", "council", "trust" }, help = "what to list (icb)" },
    icb = { takes = "X", help = "only those of one ICB (a council: those with residents in it)" },
  },
  run = function(given)
    local book = output.book(given)
    local icb = given.icb and book.facts:icb(given.icb)
    local kind = given.kind or "icb"
    local query = queries[kind]
    if kind == "council" and icb then
      query = "select c.code, c.name, c.tier, c.kind, c.parent, c.from_date, c.to_date, c.successor, r.basis, r.people "
        .. "from council c join residents r on r.council = c.code where r.icb = ? order by c.code, r.basis"
    end
    local frame = book:sql(query, { icb or "%" })
    frame:about().keys = { "code", "name" }
    frame:about().notes = { ("%d in the register"):format(#frame) }
    output.frame(given, frame)
  end,
}
