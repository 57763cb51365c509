local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local book <const> = require("stead.book")

local function change(file, from, to)
  return support.west_yorkshire({ [file] = function(text)
    local changed, n = text:gsub(from, to)
    assert(n > 0, "nothing to change in " .. file)
    return changed
  end })
end

local function refuses(exit, pattern, folder)
  support.refuses(exit, pattern, book.open, folder)
end

describe("A book", function()
  teardown(support.clear)

  it("[R3] has its places as things of their own, in the order of their ids", function()
    local it_is = support.open(support.west_yorkshire())
    assert.are.equal("NHS West Yorkshire book · 5 places", tostring(it_is))
    local ids = {}
    for i, place in ipairs(it_is.places) do
      ids[i] = place.id
    end
    assert.are.same({ "bradford-district-and-craven", "calderdale", "kirklees", "leeds", "wakefield" }, ids)
    assert.are.equal("Calderdale", it_is.place.calderdale.name)
    assert.are.equal("places/calderdale.lua", it_is.place.calderdale.file)
    support.refuses(2, "no place called 'calderdal' in NHS West Yorkshire; did you mean 'calderdale'%?", function()
      return it_is.place.calderdal
    end)
    it_is:close()
  end)

  it("[R1] [R126] knows each body by its legal kind, and an ICB and an ICP are two", function()
    local it_is = support.open(change("system.lua", "bodies = {",
      'bodies = {\n    body "wy-partnership" { kind = "icp", name = "West Yorkshire Health and Care Partnership" },'))
    assert.are.equal("icb", it_is.body.QWO.kind)
    assert.are.equal("icp", it_is.body["wy-partnership"].kind)
    local rows = it_is:sql("select kind, count(*) as n from body group by kind order by kind")
    assert.are.same({ "council", "icb", "icp" }, { rows:cell(1, 1), rows:cell(2, 1), rows:cell(3, 1) })
    it_is:close()
    refuses(4, "field 'kind' must be icb, icp, .* not 'ics'; did you mean 'icb'", change("system.lua",
      'kind = "icb"', 'kind = "ics"'))
  end)

  it("[R1] refuses that the system itself holds an envelope: a body does", function()
    refuses(4, "envelope 'primary%-medical': holder 'West Yorkshire' is not a body .* a system holds no money",
      change("system.lua", 'holder = "QWO"', 'holder = "West Yorkshire"'))
  end)

  it("[R4] refuses a place that holds an envelope, is a partner or is declared as a body", function()
    refuses(4, "holder 'leeds' is not a body that system.lua declares.*a place or a system holds no money",
      change("system.lua", 'holder = "QWO"', 'holder = "leeds"'))
    refuses(4, "places/wakefield.lua:%d+: place 'wakefield': partner 'leeds' is not a body that system.lua declares",
      change("places/wakefield.lua", '"QWO"', '"leeds"'))
    refuses(4, "place 'leeds' is also declared as a body; a place is not a legal person", change("system.lua",
      "bodies = {", 'bodies = {\n    body "leeds" { kind = "council", name = "Leeds" },'))
  end)

  it("[R136] makes no body of its own: only what is declared is there", function()
    local it_is = support.open(support.west_yorkshire())
    assert.are.equal(9, it_is:sql("select count(*) from body"):cell(1, 1))
    it_is:close()
  end)

  it("[R5] combines footprints of practices by district, council, network, former CCG and name", function()
    local folder = support.system('return system "QWO" { name = "WY", years = { "2022/23" } }', {
      west = [[return place "west" { name = "West", purpose = "p",
        footprint = practices { district = { "E08000033", "E08000034" } } + practices { sub_icb = "36J" }
          - practices { pcn = "U06092" } }]],
      rest = [[return place "rest" { name = "Rest", purpose = "p",
        footprint = practices { icb = "QWO" } - practices { district = { "E08000033", "E08000034" } }
          - practices { sub_icb = "36J" } + practices { pcn = "U06092" } }]],
    })
    local it_is = support.open(folder)
    local cover, practices = it_is:cover("2022/23"), 0
    for _, row in ipairs(cover.inside) do
      practices = practices + (cover.place[row] and 1 or 0)
    end
    assert.are.equal(288, practices)
    assert.are.equal(0, #cover.astray)
    it_is:close()
  end)

  it("[R5] narrows with several fields at once", function()
    local folder = support.system('return system "QWO" { name = "WY", years = { "2023/24" } }', {
      a = [[return place "a" { name = "A", purpose = "p",
        footprint = practices { district = "E08000033", list = { "B84001", "B86001" } } }]],
    })
    local it_is = support.open(folder)
    assert.are.equal(288, #it_is:cover("2023/24").astray)
    it_is:close()
  end)

  it("[R134] lets a place have two districts of different councils, and a council two places", function()
    local it_is = support.open(support.west_yorkshire())
    local councils = it_is:sql([[select count(distinct n.council) from place_practice p join practice_need_people n
      on n.practice = p.practice and n.year = p.year where p.place = 'bradford-district-and-craven']])
    assert.are.equal(2, councils:cell(1, 1))
    it_is:close()
    local suffolk = support.folder() .. "/suffolk"
    local facts = require("stead.facts").open()
    require("stead.new").book(facts, { dir = suffolk, icb = "QJG", by = "district", year = "2023/24" })
    facts:close()
    it_is = support.open(suffolk)
    local places = it_is:sql([[select count(distinct p.place) from place_practice p join practice_need_people n
      on n.practice = p.practice and n.year = p.year where n.council = 'E10000029']])
    assert.are.equal(5, places:cell(1, 1))
    it_is:close()
  end)

  it("[R140] may draw its places on the former commissioning groups", function()
    local system = 'return system "QJG" { name = "NHS Suffolk and North East Essex", years = { "2022/23" } }'
    local function place(id, code)
      return ('return place %q { name = "N", purpose = "p", footprint = practices { sub_icb = %q } }'):format(id, code)
    end
    local it_is = support.open(support.system(system, { east = place("ipswich-and-east-suffolk", "06L"),
      essex = place("north-east-essex", "06T"), west = place("west-suffolk", "07K") }))
    local rows = it_is:sql("select place, count(*) from place_practice group by place order by place")
    assert.are.same({ 37, 32, 24 }, { rows:cell(1, 2), rows:cell(2, 2), rows:cell(3, 2) })
    it_is:close()
  end)

  it("[R129] may be called by the names that others use", function()
    local it_is = support.open(change("places/leeds.lua", "name      =",
      'also_called = { "a neighbourhood of the council" },\n  name ='))
    assert.are.same({ "a neighbourhood of the council" }, it_is.place.leeds.also_called)
    it_is:close()
  end)

  it("is seen by SQL as it is declared, and again when a file changes", function()
    local folder = support.west_yorkshire()
    local it_is = support.open(folder)
    assert.are.equal(5, it_is:sql("select count(*) from place"):cell(1, 1))
    assert.are.equal(289, it_is:sql("select count(*) from place_practice where year = '2023/24'"):cell(1, 1))
    it_is:close()
    local text = support.bytes(folder .. "/places/leeds.lua")
    support.write(folder .. "/places/leeds.lua", (text:gsub('"Leeds"', '"Leeds city"', 1)))
    it_is = support.open(folder)
    assert.are.equal("Leeds city", it_is:sql("select name from place where code = 'leeds'"):cell(1, 1))
    it_is:close()
  end)

  it("keeps the rows it had when a declaration is wrong", function()
    local folder = support.west_yorkshire()
    support.open(folder):close()
    local before = support.bytes(folder .. "/book.db")
    support.write(folder .. "/places/leeds.lua", "return place")
    refuses(4, "places/leeds.lua", folder)
    assert.are.equal(before, support.bytes(folder .. "/book.db"))
  end)

  it("is found from a folder inside it, and missing is said", function()
    local folder = support.west_yorkshire()
    local it_is = book.open(folder .. "/places")
    assert.are.equal("QWO", it_is.icb)
    it_is:close()
    refuses(2, "no book here: no system.lua in this folder or above it", support.folder())
  end)

  it("names the field that is misspelt, with its file, its line and its neighbour", function()
    refuses(4, "^places/leeds.lua:1: place 'leeds': no field 'footprnt'; did you mean 'footprint'%? %(it has:",
      change("places/leeds.lua", "footprint", "footprnt"))
    refuses(4, "^places/leeds.lua:4: practices: no field 'distrct'; did you mean 'district'",
      change("places/leeds.lua", "practices { district", "practices { distrct"))
  end)

  it("names what was wanted where a value is of the wrong kind", function()
    refuses(4, "place 'leeds': field 'name' must be text, not 3", change("places/leeds.lua", '"Leeds"', "3"))
    refuses(4, "field 'growth' must be a rate, such as pct \"2.5\", not the number 3.6", change("system.lua",
      'growth = pct "3.6"', "growth = 3.6"))
    refuses(4, "field 'amount' must be money, such as gbp \"1,234.56\", not the number 4500000000.0",
      change("system.lua", 'gbp "4,500,000,000.00"', "4500000000.0"))
    refuses(4, "system.lua:%d+: .*'4,500,000,000.001' is not a whole number of pence", change("system.lua",
      "4,500,000,000.00", "4,500,000,000.001"))
    refuses(4, "field 'years' item 1 must be a financial year", change("system.lua", '"2022/23", "2023/24"', '"2022"'))
    refuses(4, "places/leeds.lua:5: districts item 1 must be text, not 3", change("places/leeds.lua",
      'districts { "E08000035" }', "districts { 3 }"))
    refuses(4, "places/leeds.lua:4: a footprint combines only with another", change("places/leeds.lua",
      'practices { district = "E08000035" }', 'practices { district = "E08000035" } + "E08000036"'))
  end)

  it("names the field that is missing", function()
    refuses(4, "system.lua:1: system 'QWO': field 'name' is missing",
      support.system('return system "QWO" { years = {} }'))
    refuses(4, "place 'leeds': field 'purpose' is missing", change("places/leeds.lua", "purpose[^\n]*", ""))
  end)

  it("names a code that is unknown, with the nearest, and a known one that has no practice here", function()
    refuses(4, "places/leeds.lua:1: place 'leeds': district 'E08000099' is not known in NHS West Yorkshire",
      change("places/leeds.lua", 'district = "E08000035"', 'district = "E08000099"'))
    refuses(4, "district 'E06000001' has no practice here in NHS West Yorkshire, 2022/23", change("places/leeds.lua",
      'district = "E08000035"', 'district = "E06000001"'))
    refuses(4, "practice 'B8600X' is not known in", change("places/leeds.lua", 'district = "E08000035"',
      'list = "B8600X"'))
  end)

  it("says that a system is of no ICB where it is declared", function()
    refuses(4, "^system.lua:%d+: system 'QXX': no ICB 'QXX'; did you mean", support.system(
      'return system "QXX" { name = "X", years = { "2023/24" } }'))
  end)

  it("refuses two places of one id, and names both files", function()
    refuses(4, "places/leeds.lua:1: place 'kirklees' is declared twice; the other is at places/kirklees.lua:1",
      change("places/leeds.lua", 'place "leeds"', 'place "kirklees"'))
  end)

  it("refuses files that are empty, are not Lua, declare nothing or something else", function()
    local function system(text) return support.west_yorkshire({ ["system.lua"] = text }) end
    refuses(4, "^system.lua: returns nothing; a declaration file returns what it declares", system(""))
    refuses(4, "^system.lua:1: unexpected symbol near <eof>", system("return system {"))
    refuses(4, "^system.lua: declares nothing", system("return {}"))
    refuses(4, "^system.lua: must return what it declares: return system", system("return 3"))
    refuses(4, "^system.lua: item 1 is a place; this file declares system", system(
      'return place "a" { name = "A", purpose = "p", footprint = practices { icb = "QWO" } }'))
  end)

  it("refuses a declaration that never ends, and one that fills memory", function()
    local function leeds(text) return support.west_yorkshire({ ["places/leeds.lua"] = text }) end
    refuses(4, "^places/leeds.lua:1: this file ran longer than 50,000,000 instructions", leeds("while true do end"))
    refuses(4, "^places/leeds.lua:1: this file took more than 64 MB of memory",
      leeds('local s = ("x"):rep(1e9) return s'))
  end)

  it("refuses a declaration that reaches for files, the clock or other code", function()
    for _, text in ipairs({ 'return io.open("x")', "return os.time()", 'return require("x")', 'return load("x")' }) do
      refuses(4, "^places/leeds.lua:1: a declaration has no '%a+': it says what was agreed",
        support.west_yorkshire({ ["places/leeds.lua"] = text }))
    end
  end)

  it("refuses what is no database in place of book.db, and leaves it as it is", function()
    local folder = support.west_yorkshire()
    support.write(folder .. "/book.db", "not a database")
    refuses(3, "book.db: it is not a database", folder)
    assert.are.equal("not a database", support.bytes(folder .. "/book.db"))
  end)

  it("shows councils' streams in view, and what cannot be separated", function()
    local it_is = support.open(support.west_yorkshire())
    local seen = {}
    for row in it_is:in_view():rows() do
      seen[row.stream .. " " .. row.council .. " " .. row.place] = row
    end
    local craven = seen["adult-social-care E10000023 bradford-district-and-craven"]
    assert.is_nil(craven.amount)
    assert.matches("not separable: Craven is part of North Yorkshire", craven.note)
    assert.is_true(seen["adult-social-care E08000035 leeds"].amount:pence() > 0)
    it_is:close()
  end)
end)
