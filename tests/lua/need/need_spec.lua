local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local components <const> = require("stead.facts").components

local function near(expected, found, within, what)
  assert.is_true(math.abs(expected - found) <= within, ("%s: %.9f, not %.9f"):format(what or "", found, expected))
end

--- A place of four practices and the rest of West Yorkshire beside it: DOMAIN 2.8, worked example 2.C.
local function four_practices()
  return support.system('return system "QWO" { name = "NHS West Yorkshire", years = { "2022/23" } }', {
    four = 'return place "four" { name = "Four practices", purpose = "As the tool\'s example has it.",\n'
      .. '  footprint = practices { list = { "B85005", "B85022", "B85026", "B85061" } } }',
    rest = 'return place "rest" { name = "The rest", purpose = "Everyone else.",\n'
      .. '  footprint = practices { icb = "QWO" }\n'
      .. '    - practices { list = { "B85005", "B85022", "B85026", "B85061" } } }',
  })
end

describe("The need table", function()
  local england
  setup(function() england = support.england() end)
  teardown(function()
    england:close()
    support.clear()
  end)

  it("[R30] gives the relative need indices of worked example 2.C", function()
    local book = support.open(four_practices())
    local row = book:need({ year = "2022/23", by = "place" }):row(1)
    assert.are.equal("four", row.code)
    assert.are.equal(4, row.practices)
    near(32014.823789, row.population, 0.000001, "population")
    local expected = {
      general_acute = { 33081.2137, 1.068394 }, community = { 32095.4532, 1.041053 },
      mental_health = { 21721.6534, 0.663125 }, maternity = { 20239.3117, 0.586117 },
      prescribing = { 33457.5311, 1.041233 }, health_inequalities = { 21633.6291, 0.536388 },
      core = { 30265.4629, 0.937579 },
    }
    for component, each in pairs(expected) do
      near(each[1], row[component], 0.00005, component)
      near(each[2], row[component .. "_index"], 0.0000005, component .. " index")
    end
    book:close()
  end)

  it("[R30] shares worked example 2.C by need and not by head", function()
    local book = support.open(four_practices())
    local gbp = require("stead.core").money.gbp
    local made = book:allocate({ stream = "core", year = "2022/23", envelope = gbp("4,500m") })
    near(51.605e6, made.place.four.allocation:pence() / 100, 500, "by need")
    local rest, four = book:need({ year = "2022/23" }):row(2), book:need({ year = "2022/23" }):row(1)
    near(0.0114678822, four.core / (four.core + rest.core), 0.0000000002, "share by need")
    near(0.0122313809, four.population / (four.population + rest.population), 0.0000000002, "share by head")
    book:close()
  end)

  it("[R78] has an index for each of nine services, and says what each row is compared with", function()
    local inside = england:need({ year = "2023/24", by = "district", icb = "QWO" })
    for i = 2, #components do
      assert.is_number(inside:row(1)[components[i] .. "_index"])
    end
    assert.matches("indices: each row against its own ICB (not England)", tostring(inside), 1, true)
    local systems = england:need({ year = "2023/24", by = "icb" })
    assert.matches("indices: each ICB against England", tostring(systems), 1, true)
  end)

  it("[R30] weighs the indices of a system's parts by their people to one", function()
    for _, by in ipairs({ "district", "council", "sub_icb" }) do
      local people, sums = 0, {}
      for row in england:need({ year = "2023/24", by = by, icb = "QJG" }):rows() do
        people = people + row.population
        for i = 2, #components do
          local c = components[i]
          sums[c] = (sums[c] or 0) + row[c .. "_index"] * row.population
        end
      end
      for i = 2, #components do
        near(1, sums[components[i]] / people, 1e-9, by .. " " .. components[i])
      end
    end
  end)

  it("[R8] adds practices to primary care networks, and networks to places", function()
    local book = support.open(support.west_yorkshire())
    local networks, people, practices = 0, 0, 0
    for row in book:need({ year = "2022/23", by = "pcn" }):rows() do
      networks = networks + (row.code ~= "U" and 1 or 0)
      people, practices = people + row.population, practices + row.practices
    end
    local of_places, in_places = 0, 0
    for row in book:need({ year = "2022/23", by = "place" }):rows() do
      of_places, in_places = of_places + row.population, in_places + row.practices
    end
    assert.is_true(networks > 40)
    assert.are.equal(288, practices)
    assert.are.equal(288, in_places)
    near(people, of_places, 0.000001)
    near(2617433.3151, people, 0.0001)
    book:close()
  end)

  it("[R73] counts people first: every row has its people beside what they need", function()
    local names = england:need({ year = "2023/24", by = "icb" }):names()
    assert.are.same({ "icb", "code", "name", "practices", "population" }, { table.unpack(names, 1, 5) })
    local all = 0
    for row in england:need({ year = "2023/24", by = "icb" }):rows() do
      all = all + row.population
    end
    near(61903547.32374, all, 0.0001)
  end)

  it("[R137] finds Suffolk and North East Essex: a million people, two counties, three places, 25 networks", function()
    local people, areas = 0, {}
    for row in england:need({ year = "2022/23", by = "council", icb = "QJG" }):rows() do
      people = people + row.population
      areas[#areas + 1] = row.name
    end
    near(1000000, people, 50000)
    assert.are.same({ "Essex", "Suffolk" }, areas)
    local former = england:need({ year = "2022/23", by = "sub_icb", icb = "QJG" })
    assert.are.equal(3, #former)
    local networks = 0
    for row in england:need({ year = "2022/23", by = "pcn", icb = "QJG" }):rows() do
      networks = networks + (row.code ~= "U" and 1 or 0)
    end
    assert.are.equal(24, networks)
  end)

  it("[R32] says where it comes from, and which cells were blank in the file", function()
    local text = tostring(england:need({ year = "2022/23", by = "icb" }))
    assert.matches("blank in the file, left out of that component: 17 practices in maternity", text, 1, true)
    assert.matches("source: General practice weighted populations, 2022/23 allocations, NHS England", text, 1, true)
  end)

  it("takes the book's own system and its places where nothing is said, as the verb does", function()
    local book = support.open(support.west_yorkshire())
    local frame = book:need({ year = "2023/24" })
    assert.are.equal(5, #frame)
    assert.are.equal("bradford-district-and-craven", frame:row(1).code)
    assert.are.equal("QWO", book:need({ year = "2023/24", by = "council" }):row(1).icb)
    assert.are.equal(42, #book:need({ year = "2023/24", by = "icb", icb = "all" }))
    book:close()
  end)

  it("refuses figures that a year does not have, and years that are not held", function()
    support.refuses(2, "the 2023/24 figures have no primary care network codes; those of 2022/23 have them",
      england.need, england, { year = "2023/24", by = "pcn" })
    support.refuses(2, "no practice need for 2019/20: there is 2022/23 and 2023/24; import it with: stead import need",
      england.need, england, { year = "2019/20", by = "icb" })
  end)

  it("refuses places without a book, and words it does not know", function()
    support.refuses(2, "places are declared in a book, and there is none here", england.need, england,
      { year = "2023/24", by = "place" })
    support.refuses(2, "no field 'yaer'; did you mean 'year'", england.need, england, { yaer = "2023/24" })
    support.refuses(2, "field 'by' must be .* did you mean 'district'", england.need, england,
      { year = "2023/24", by = "distrct" })
    support.refuses(2, "no ICB 'QWP'", england.need, england, { year = "2023/24", icb = "QWP" })
    support.refuses(2, "field 'year' must be a financial year, such as \"2023/24\", not '2023'", england.need, england,
      { year = "2023" })
  end)
end)
