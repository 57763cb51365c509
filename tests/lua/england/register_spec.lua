local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")

describe("The register of bodies and areas", function()
  local db
  setup(function() db = support.open() end)
  teardown(function() db:close() end)

  local function value(...) return support.value(db, ...) end

  it("[R108] has the 42 ICBs, each with its codes, names and region", function()
    assert.are.equal(42, value("select count(*) from icb"))
    assert.are.equal(42, value("select count(distinct ons_code) from icb"))
    assert.are.equal(7, value("select count(distinct region) from icb"))
    assert.are.same({
      { code = "QWO", ons_code = "E54000054", short_name = "West Yorkshire", region = "Y63",
        name = "NHS West Yorkshire Integrated Care Board" },
    }, support.rows(db, "select code, ons_code, short_name, region, name from icb where code = 'QWO'"))
  end)

  it("[R32] has every sub-ICB location in an ICB, and every trust that is in one", function()
    assert.are.equal(106, value("select count(*) from sub_icb"))
    assert.are.equal(42, value("select count(distinct icb) from sub_icb"))
    assert.are.equal(270, value("select count(*) from trust"))
    assert.are.equal(0, value("select count(*) from trust where to_date < from_date"))
    assert.are.equal(0, value("select count(*) from trust where code in ('RQF', 'RT4', 'RYT')"))
  end)

  local UPPER <const> = [[
    select count(*) from council d left join council u on u.code = coalesce(d.parent, d.code)
    where d.tier <> 'upper' and coalesce(d.from_date, '') <= :day and coalesce(d.to_date, '9') >= :day
      and %s (u.tier in ('upper', 'both') and coalesce(u.from_date, '') <= :day
        and coalesce(u.to_date, '9') >= :day)]]

  it("[R112] has an upper tier for every district on the day, before and after reorganisation", function()
    for day, districts in pairs({ ["2022-04-01"] = 309, ["2023-03-31"] = 309, ["2023-04-01"] = 296 }) do
      assert.are.equal(districts, value(UPPER:format(""), { day = day }))
      assert.are.equal(0, value(UPPER:format("not"), { day = day }))
    end
  end)

  it("[R112] has as many upper-tier councils as there were on the day", function()
    local query <const> = [[select count(*) from council where tier <> 'lower'
      and coalesce(from_date, '') <= :day and coalesce(to_date, '9') >= :day]]
    assert.are.equal(152, value(query, { day = "2022-04-01" }))
    assert.are.equal(153, value(query, { day = "2023-04-01" }))
  end)

  it("[R112] knows that Craven became part of North Yorkshire on 1 April 2023", function()
    assert.are.same({
      { code = "E07000163", parent = "E10000023", to_date = "2023-03-31", successor = "E06000065" },
      { code = "E10000023", to_date = "2023-03-31", successor = "E06000065" },
    }, support.rows(db, [[select code, parent, to_date, successor from council
      where code in ('E07000163', 'E10000023') order by code]]))
    assert.are.equal("2023-04-01", value("select from_date from council where code = 'E06000065'"))
    assert.are.equal(8, value("select count(*) from council where successor = 'E06000065'"))
  end)

  it("[R112] names both successors where a county was divided", function()
    assert.are.equal("E06000063 E06000064", value("select successor from council where code = 'E10000006'"))
    assert.are.equal("E06000061 E06000062", value("select successor from council where code = 'E10000021'"))
  end)

  it("[R112] lets no council end without a successor, nor a successor begin later than the day after", function()
    assert.are.equal(0, value("select count(*) from council where (to_date is null) <> (successor is null)"))
    assert.are.equal(0, value([[select count(*) from council o join council n
      on o.successor like '%' || n.code || '%' where date(o.to_date, '+1 day') <> n.from_date]]))
  end)

  it("[R112] puts Forest Heath in Suffolk, where the published list has Surrey", function()
    assert.are.equal("Suffolk", value([[select u.name from council d join council u on u.code = d.parent
      where d.code = 'E07000201']]))
  end)

  it("[R111] counts every resident once in each tier, and to the national total", function()
    for basis, people in pairs({ ["mid-2020"] = 56550138, ["census-2021"] = 56490046 }) do
      for _, tier in ipairs({ "upper", "lower" }) do
        assert.are.equal(people, value([[select sum(people) from residents r join council c on c.code = r.council
          where basis = ? and tier in ('both', ?)]], { basis, tier }))
      end
    end
  end)

  it("[R111] has residents of a straddling council in each of its ICBs", function()
    assert.are.same({ { icb = "QE1" }, { icb = "QHM" }, { icb = "QOQ" }, { icb = "QWO" } },
      support.rows(db, [[select distinct icb from residents where basis = 'mid-2020'
        and council in ('E10000006', 'E10000023', 'E07000163') order by icb]]))
    assert.are.equal(12, value([[select count(*) from (select council from residents r join council c
      on c.code = r.council where basis = 'mid-2020' and tier <> 'upper' group by council having count(*) > 1)]]))
  end)

  it("[R32] says for each published file who published it, under what licence, and its digest", function()
    assert.are.equal(14, value("select count(*) from source"))
    assert.are.equal(0, value("select count(*) from source where rows is null or bytes is null or recipe is null"))
    assert.are.equal("mySociety", value("select publisher from source where licence = 'CC-BY-4.0'"))
    local said <const> = support.bytes(support.source .. "/share/england/SOURCES.md")
    for _, row in ipairs(support.rows(db, "select sha256 from source")) do
      assert.is_truthy(said:find(row.sha256, 1, true))
    end
  end)

  it("cannot be written to", function()
    local made, message = db:sql("delete from icb", nil, { write = true })
    assert.is_nil(made)
    assert.is_string(message)
    assert.are.equal(42, value("select count(*) from icb"))
  end)
end)
