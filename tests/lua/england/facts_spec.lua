local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")

local COMPONENTS <const> = {
  "general_acute", "community", "mental_health", "maternity", "prescribing", "health_inequalities", "core",
  "primary_medical_need", "primary_medical",
}
local NANO <const> = 1000000000

describe("The published facts", function()
  local db
  setup(function() db = support.open() end)
  teardown(function() db:close() end)

  local function value(...) return support.value(db, ...) end

  local function source(kind, year)
    return value("select id from source where kind = ? and year = ?", { kind, year })
  end

  it("[R30] have every practice of 2022/23 and 2023/24, each in a known ICB, district and council", function()
    for year, practices in pairs({ ["2022/23"] = 6554, ["2023/24"] = 6553 }) do
      local id <const> = source("need", year)
      assert.are.equal(practices, value("select count(*) from practice_need where source = ?", { id }))
      assert.are.equal(practices, value([[select count(*) from practice_need n
        join icb i on i.code = n.icb join sub_icb s on s.code = n.sub_icb and s.icb = n.icb
        join council d on d.code = n.district and d.tier <> 'upper'
        join council u on u.code = n.council and u.code = coalesce(d.parent, d.code)
        where n.source = ?]], { id }))
      assert.are.equal(152, value("select count(distinct council) from practice_need where source = ?", { id }))
    end
  end)

  it("[R30] weigh every column of need to the population, to one person", function()
    for year, people in pairs({ ["2022/23"] = 61498822037624919, ["2023/24"] = 61903547323740000 }) do
      local id <const> = source("need", year)
      local total <const> = value("select sum(population) from practice_need where source = ?", { id })
      assert.is_true(math.abs(total - people) < NANO // 1000)
      for _, component in ipairs(COMPONENTS) do
        local sum <const> = value(("select sum(%s) from practice_need where source = ?"):format(component), { id })
        assert.is_true(math.abs(sum - total) <= NANO, component .. " " .. year)
      end
    end
  end)

  it("[R32] list the 17 blank maternity cells of 2022/23 with their people, and keep them blank", function()
    local id <const> = source("need", "2022/23")
    assert.are.equal(17, value("select count(*) from practice_need where source = ? and maternity is null", { id }))
    assert.are.same({ { count = 17, people = 901906269292 } }, support.rows(db, [[select count(*) as count,
      sum(weight) as people from left_out where source = ? and field = 'maternity']], { id }))
    assert.are.equal(0, value("select count(*) from practice_need where source = ? and maternity is null",
      { source("need", "2023/24") }))
  end)

  it("[R30] keep the published nil for maternity in 2023/24, which 113 practices have", function()
    assert.are.equal(113, value("select count(*) from practice_need where source = ? and maternity = 0",
      { source("need", "2023/24") }))
  end)

  it("[R30] derive the council of the one practice whose published code is its district's", function()
    assert.are.same({ { line = 6553, district = "E07000219", council = "E10000031" } },
      support.rows(db, [[select line, district, council from practice_need where practice = 'Y07274']]))
  end)

  it("[R30] have unallocated practices, and no networks at all in 2023/24", function()
    assert.are.equal(75, value("select count(*) from practice_need where pcn = 'U'"))
    assert.are.equal(0, value("select count(*) from practice_need where source = ? and pcn is not null",
      { source("need", "2023/24") }))
    assert.are.equal(0, value("select count(*) from practice_need where pcn not in (select code from pcn)"))
    assert.are.equal(1256, value("select count(*) from pcn"))
  end)

  it("[R111] straddle: 33 of 309 districts and 30 of 152 councils have practices in a second ICB", function()
    for column, count in pairs({ district = 33, council = 30 }) do
      assert.are.equal(count, value(([[select count(*) from (select %s from practice_need where source = ?
        group by 1 having count(distinct icb) > 1)]]):format(column), { source("need", "2022/23") }))
    end
  end)

  it("[R32] know the line of the published file that each figure stands on", function()
    assert.are.same({ { line = 2, population = 4058920782761 } }, support.rows(db, [[select line, population
      from practice_need where practice = 'A81001' and source = ?]], { source("need", "2023/24") }))
    assert.are.equal(6670, value("select max(line) from payment"))
    assert.are.equal(141, value("select distinct line from outturn where council = 'E08000032'"))
  end)

  it("[R29] pay the five places of West Yorkshire what the baselines say, to the penny", function()
    local baseline <const> = [[select sum(p.pence) from practice_need n join payment p using (practice)
      where n.source = ? and n.icb = 'QWO' and n.district in (%s)]]
    for districts, pence in pairs({
      ["'E08000032', 'E07000163'"] = 12221447569, ["'E08000033'"] = 3427539586, ["'E08000034'"] = 7089661923,
      ["'E08000035'"] = 15588156436, ["'E08000036'"] = 6450073840,
    }) do
      assert.are.equal(pence, value(baseline:format(districts), { source("need", "2023/24") }))
    end
    assert.are.equal(1023009480370, value("select sum(pence) from payment"))
  end)

  it("[R32] say which practices have need and no payments, and the reverse", function()
    local without <const> = support.rows(db, [[select practice from practice_need where source = ? and icb = 'QWO'
      and practice not in (select practice from payment) order by 1]], { source("need", "2023/24") })
    local codes <const> = {}
    for i, row in ipairs(without) do codes[i] = row.practice end
    assert.are.equal("B82020 B83021 B83023 B83027 B83049 B83061 B83602 B87041 B87600 Y00081 Y00848 Y05180",
      table.concat(codes, " "))
    assert.are.same({ { practices = 53, people = 25847016275667 } }, support.rows(db, [[select count(*) as practices,
      sum(population) as people from practice_need
      where source = ? and practice not in (select practice from payment)]],
      { source("need", "2023/24") }))
    assert.are.same({ { practices = 169, total = 7577660549 } }, support.rows(db, [[select count(*) as practices,
      sum(pence) as total from payment where practice not in (select practice from practice_need where source = ?)]],
      { source("need", "2023/24") }))
  end)

  it("[R32] have both services of every council in £, and none for the four without a return", function()
    assert.are.equal(666, value("select count(*) from outturn"))
    assert.are.equal(333, value("select count(distinct council) from outturn"))
    assert.are.equal(17535100000, value([[select pence / 1 as sum from outturn where council = 'E08000032'
      and service = 'adult-social-care']]))
    assert.are.same({ { council = "E07000037" }, { council = "E07000134" }, { council = "E07000217" },
      { council = "E08000025" } }, support.rows(db,
      "select distinct council from outturn where pence is null order by 1"))
    assert.are.equal(2013232200000, value([[select sum(pence) as sum from outturn o join council c
      on c.code = o.council where service = 'adult-social-care' and tier <> 'lower']]))
  end)

  it("[R112] know North Yorkshire's spending by the county's code, not its successor's", function()
    assert.are.equal(0, value("select count(*) from outturn where council = 'E06000065'"))
    assert.are.equal(24051900000, value([[select pence / 1 as sum from outturn where council = 'E10000023'
      and service = 'adult-social-care']]))
    assert.are.equal(0, value([[select sum(pence) as sum from outturn where council = 'E07000163']]))
  end)

  it("[R30] give worked example 2.C of four practices in West Yorkshire, to the digits printed", function()
    local expected <const> = {
      { "general_acute", "33081.2137", "2531479.0153", "1.068394" },
      { "community", "32095.4532", "2520550.0196", "1.041053" },
      { "mental_health", "21721.6534", "2678070.0873", "0.663125" },
      { "maternity", "20239.3117", "2823164.8782", "0.586117" },
      { "prescribing", "33457.5311", "2627063.4459", "1.041233" },
      { "health_inequalities", "21633.6291", "3297425.8294", "0.536388" },
      { "core", "30265.4629", "2639150.1290", "0.937579" },
    }
    local id <const> = source("need", "2022/23")
    local function both(column)
      local place <const> = value(([[select sum(%s) from practice_need where source = ?
        and practice in ('B85005', 'B85022', 'B85026', 'B85061')]]):format(column), { id })
      return place, value(("select sum(%s) from practice_need where source = ? and icb = 'QWO'"):format(column), { id })
    end
    local people <const>, all <const> = both("population")
    assert.are.equal(32014823789000, people)
    assert.are.equal("2617433.3151", ("%.4f"):format(all / NANO))
    for _, each in ipairs(expected) do
      local place <const>, icb <const> = both(each[1])
      assert.are.same(each, { each[1], ("%.4f"):format(place / NANO), ("%.4f"):format(icb / NANO),
        ("%.6f"):format((place / people) / (icb / all)) })
    end
    local place <const>, icb <const> = both("core")
    assert.are.equal("0.011467882 0.012231381", ("%.9f %.9f"):format(place / icb, people / all))
    assert.are.equal("51.605 55.041", ("%.3f %.3f"):format(4500 * place / icb, 4500 * people / all))
    assert.are.equal(288, value("select count(*) from practice_need where source = ? and icb = 'QWO'", { id }))
  end)
end)
