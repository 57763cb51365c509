local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")

--- The findings of a book: all, and those of one id.
local function findings(folder, options)
  local book = support.open(folder)
  local found = book:check(options)
  book:close()
  return found, function(id)
    local out = {}
    for _, each in ipairs(found) do
      if each.id == id then
        out[#out + 1] = each
      end
    end
    return out
  end
end

local function changed(file, from, to)
  return support.west_yorkshire({ [file] = function(text)
    local out, n = text:gsub(from, to)
    assert(n > 0, "nothing to change in " .. file)
    return out
  end })
end

describe("The check of a book", function()
  teardown(support.clear)

  it("finds no error in the book that ships, and says what there is to know", function()
    local found, of = findings(support.west_yorkshire())
    assert.are.equal(0, found.errors)
    assert.matches("0 errors, 0 warnings, %d+ to know$", tostring(found))
    assert.are.equal(2, #of("terms.status"))
  end)

  it("[R107] says which places are outside the usual band, and calls none of it wrong", function()
    local _, of = findings(support.west_yorkshire())
    local bands = of("place.band")
    assert.are.equal(3, #bands)
    for _, each in ipairs(bands) do
      assert.are.equal("info", each.severity)
      assert.matches("places are often 250,000 to 500,000", each.message, 1, true)
    end
  end)

  it("[R80] [R79] measures how far each place and its councils are the same people", function()
    local _, of = findings(support.west_yorkshire())
    local coterminous = of("place.coterminous")
    assert.are.equal(5, #coterminous)
    assert.matches("bradford", coterminous[1].subject)
    assert.matches("coterminous with its councils by registered people, 2023/24: 0.989 (of the place 1.000, of the "
      .. "councils 0.989)", coterminous[1].message, 1, true)
  end)

  it("[R19] says where a place's council lies in two ICBs, with its people in each", function()
    local _, of = findings(support.west_yorkshire())
    local straddling = of("place.straddles")
    assert.are.equal(1, #straddling)
    assert.are.equal("bradford-district-and-craven", straddling[1].subject)
    assert.matches("Craven straddles ICBs by residents: 6,056 in Lancashire and South Cumbria and 51,282 in West "
      .. "Yorkshire", straddling[1].message, 1, true)
  end)

  it("reports a practice in two places and one in none, each with its weight and what to do", function()
    local found, of = findings(changed("places/leeds.lua", 'practices { district = "E08000035" }',
      'practices { district = "E08000035" } + practices { list = "B84001" } - practices { list = "B86001" }'))
    assert.are.equal(2, #of("footprint.twice"))
    assert.are.equal(2, #of("footprint.none"))
    local twice, none = of("footprint.twice")[2], of("footprint.none")[2]
    assert.are.equal("2023/24: B84001 Station Road Surgery: in calderdale and leeds; 9,684.18 weighted people",
      twice.message)
    assert.are.equal("2023/24: B86001 Dr N Saddiq'S Practice: in no place; 2,397.72 weighted people", none.message)
    assert.matches('exclude "B86001" { reason = "…" }', none.todo, 1, true)
    assert.is_true(found.errors >= 4)
  end)

  it("takes a practice left out by name with a reason, and says so; one that is unknown is an error", function()
    local function excluding(code, reason)
      return support.west_yorkshire({
        ["places/leeds.lua"] = function(text)
          return (text:gsub('(practices { district = "E08000035" })', '%1 - practices { list = "B86001" }'))
        end,
        ["system.lua"] = function(text)
          local line = ("excludes = { exclude %q { reason = %q } },\n  bodies = {"):format(code, reason)
          return (text:gsub("bodies = {", line))
        end,
      })
    end
    local _, of = findings(excluding("B86001", "closed"))
    assert.are.equal(0, #of("footprint.none"))
    assert.are.equal(1, #of("allocation.envelope"))
    assert.matches("is left out by name, .* people: closed", of("footprint.excluded")[1].message)
    _, of = findings(excluding("B86099", "closed"))
    assert.matches("no practice of this system has that code; did you mean", of("exclusion.unknown")[1].message)
    support.refuses(4, "field 'reason' is missing", support.open, support.west_yorkshire({
      ["system.lua"] = function(text)
        return (text:gsub("bodies = {", 'excludes = { exclude "B86001" {} },\n  bodies = {'))
      end }))
  end)

  it("refuses to allocate while a practice is in two places, naming them and counting past twenty", function()
    local book = support.open(changed("places/leeds.lua", 'district = "E08000035"',
      'district = { "E08000035", "E08000036" }'))
    local pattern = "^35 practices are not in just one place in 2023/24; nothing is allocated\n  B87001 Middlestown: "
      .. "in leeds and wakefield; 8,628.91 weighted people\n.*… and 15 more; stead check lists them all\n"
    support.refuses(1, pattern, book.allocate, book, { stream = "primary-medical", year = "2023/24" })
    book:close()
  end)

  it("says when the book has no place at all", function()
    local folder = support.system('return system "QWO" { name = "WY", years = { "2023/24" } }')
    local found, of = findings(folder)
    assert.are.equal(1, found.errors)
    assert.are.equal("declare each in a file of places/", of("places.none")[1].todo)
  end)

  it("finds bodies and districts of unknown codes, dates out of order and partners not in being", function()
    local _, of = findings(changed("system.lua", 'body "E08000036"', 'body "E08000099" { kind = "council", '
      .. 'name = "Nowhere", from = "2023-01-01", to = "2022-01-01" },\n    body "E08000036"'))
    assert.matches("no council has the code E08000099; did you mean", of("body.unknown-council")[1].message)
    assert.matches("Nowhere ends on 1 January 2022, before it starts on 1 January 2023", of("body.dates")[1].message)
    _, of = findings(changed("places/leeds.lua", 'districts { "E08000035" }', 'districts { "E08000098" }'))
    assert.matches("no council has the code E08000098", of("place.unknown-district")[1].message)
    _, of = findings(support.west_yorkshire(), { on = "2023-06-01" })
    local out_of_being = {}
    for _, each in ipairs(of("partner.not-in-being")) do
      out_of_being[#out_of_being + 1] = each.message
    end
    assert.are.same({ "partner North Yorkshire County Council is not in being on 1 June 2023",
      "partner Craven District Council is not in being on 1 June 2023" }, out_of_being)
  end)

  it("finds terms that cannot be met, by how much, and an envelope that the terms do not give", function()
    local _, of = findings(changed("policy/parameters/budgets.lua", 'is = pct "2"', 'is = pct "12"'))
    assert.are.equal("QWO: the floor asks for £37,612,578.68 more than the envelope of £463,888,470.11; nothing is "
      .. "allocated", of("allocation.fails")[1].message)
    assert.matches("^system.lua:%d+$", of("allocation.fails")[1].where)
    _, of = findings(changed("system.lua", "463,888,470.11", "463,888,470.12"))
    assert.are.equal("the terms give £463,888,470.11 and the declared envelope is £463,888,470.12",
      of("allocation.envelope")[1].message)
  end)

  it("warns of a year without figures", function()
    local found, of = findings(changed("system.lua", '"2022/23", "2023/24"', '"2022/23", "2023/24", "2024/25"'))
    assert.are.equal(0, found.errors)
    assert.are.equal("warning", of("years.no-need")[1].severity)
    assert.are.equal("no practice need is held for 2024/25", of("years.no-need")[1].message)
  end)
end)
