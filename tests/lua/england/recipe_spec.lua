local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local recipe <const> = require("stead.recipe")

local SOURCES <const> = support.source .. "/share/england/sources"

local HEADINGS <const> = "Practice_Code,GP_Practice_Name,Practice_Postcode,Latitude,Longitude,CCG21,ICS22,LAD21,"
  .. "LA21,pop 2022/23,G&A WP,CS WP,MH WP,Mat WP,Health Ineq WP,Prescr WP,Final WP,Primary Medical Care WP,"
  .. "Final PMC WP"
local ROWS <const> = {
  "B85005,Shepley Health Centre,HD8 8DJ,53.58,-1.7,X2C4Y,QWO,E08000034,E08000034,10,9,10,10,10,10,10,10,10,10",
  "B85022,Honley Surgery,HD9 6AG,53.6,-1.79,X2C4Y,QWO,E08000034,E08000034,20,21,20,20,20,20,20,20,20,20",
}

describe("A recipe", function()
  local folder

  before_each(function() folder = support.scratch() end)

  --- Reads rows as the need of 2023/24, whatever their number.
  local function read(...)
    local lines <const> = { HEADINGS, ... }
    support.write(folder .. "/need.csv", table.concat(lines, "\n") .. "\n")
    local declared <const> = assert(recipe.named(SOURCES, "need-2023-24"))
    declared.must.rows = nil
    return recipe.read(folder .. "/need.csv", declared)
  end

  local function refused(code, words, ...)
    local frame, message, kind = read(...)
    assert.is_nil(frame)
    assert.are.equal(code, kind)
    assert.is_truthy(message:find(words, 1, true), message)
  end

  it("[R32] says what it reads: publisher, licence, edition, and the faults that are known", function()
    for _, name in ipairs({ "need-2022-23", "need-2023-24", "need-2025-26", "payments-2020-21", "payments-2021-22",
      "payments-2022-23", "outturn-2021-22", "outturn-2022-23" }) do
      local declared <const> = assert(recipe.named(SOURCES, name))
      assert.are.equal(name, declared.name)
      assert.are.equal(name, declared.kind .. "-" .. declared.year:gsub("/", "-"))
      assert.are.equal("OGL-3.0", declared.licence)
      for _, key in ipairs({ "title", "publisher", "edition", "url" }) do
        assert.is_string(declared[key], name .. " " .. key)
      end
      assert.is_true(#declared.notes > 0)
    end
  end)

  it("is found by kind and year", function()
    assert.are.equal("payments-2022-23", assert(recipe.for_year(SOURCES, "payments", "2022/23")).name)
  end)

  it("[R30] reads the need of 2023/24 under its misleading heading", function()
    local frame <const> = assert(read(table.unpack(ROWS)))
    assert.are.equal(2, #frame)
    assert.are.equal(20.0, frame:row(2).population)
    assert.are.equal("X2C4Y", frame:row(2).sub_icb)
    assert.are.equal(3, frame:line(2))
  end)

  it("can be read word for word, numbers as they are written", function()
    assert(read(ROWS[1], ROWS[2]))
    local declared <const> = assert(recipe.named(SOURCES, "need-2023-24"))
    local frame <const> = assert(recipe.read(folder .. "/need.csv", recipe.verbatim(declared)))
    assert.are.equal("53.6", frame:row(2).latitude)
  end)

  it("that does not exist is not found", function()
    local found, message, code = recipe.for_year(SOURCES, "need", "2019/20")
    assert.is_nil(found)
    assert.are.equal("NOTFOUND", code)
    assert.is_truthy(message:find("need-2019-20.lua", 1, true))
  end)

  it("that declares nothing, or reaches outside, is refused", function()
    support.write(folder .. "/empty.lua", "return {}\n")
    support.write(folder .. "/outside.lua", 'return recipe "x" { header = os.getenv("HOME") }\n')
    assert.are.same({ nil, folder .. "/empty.lua: declares no recipe", "PARSE" },
      { recipe.load(folder .. "/empty.lua") })
    local _, message, code = recipe.load(folder .. "/outside.lua")
    assert.are.equal("PARSE", code)
    assert.is_truthy(message:find("outside.lua:1: attempt to index a nil value (global 'os')", 1, true))
  end)

  it("[R30] refuses a column that does not sum to the population", function()
    refused("MISMATCH", "general_acute", ROWS[1],
      (ROWS[2]:gsub(",20,21,", ",20,23,")))
  end)

  it("[R30] refuses a practice that is there twice, and a code that is not one", function()
    refused("DUPLICATE", "B85005", ROWS[1], ROWS[1])
    refused("PARSE", "B8500", (ROWS[1]:gsub("^B85005", "B8500")))
    refused("PARSE", "E99", (ROWS[1]:gsub("E08000034", "E99")))
  end)

  it("[R30] refuses a number that is not one and a cell that is blank, naming line and text", function()
    refused("PARSE", "need.csv:3", ROWS[1], (ROWS[2]:gsub(",21,", ",n/a,")))
    refused("PARSE", "need.csv:2", (ROWS[1]:gsub(",10,9,", ",,9,")))
  end)

  it("[R32] refuses a file cut short", function()
    local declared <const> = assert(recipe.named(SOURCES, "need-2023-24"))
    support.write(folder .. "/need.csv", HEADINGS .. "\n" .. ROWS[1]:sub(1, 40))
    local frame = recipe.read(folder .. "/need.csv", declared)
    assert.is_nil(frame)
    support.write(folder .. "/need.csv", HEADINGS .. "\n" .. ROWS[1] .. "\n" .. ROWS[2] .. "\n")
    local all, _, code = recipe.read(folder .. "/need.csv", declared)
    assert.is_nil(all)
    assert.are.equal("MISMATCH", code)
  end)

  it("[R32] refuses a file of another year, whose headings differ", function()
    local declared <const> = assert(recipe.named(SOURCES, "need-2025-26"))
    read(ROWS[1])
    local frame, message, code = recipe.read(folder .. "/need.csv", declared)
    assert.is_nil(frame)
    assert.are.equal("NOTFOUND", code)
    assert.is_truthy(message:find("ICB", 1, true))
  end)
end)

describe("Need read from the published file", function()
  local facts <const> = require("stead.facts")
  local published <const> = require("stead.published")

  local function need(year)
    local folder <const> = support.published()
    if not folder then
      pending("the published files are not at hand")
      return
    end
    local held <const> = facts.open()
    local file <const> = ("%s/need/gp_weighted_pop_%s.csv"):format(folder, (year:gsub("/", "_")))
    local by <const> = {}
    for row in published.need(held, file, year):rows() do by[row.practice] = row end
    held:close()
    return by
  end

  it("[R112] has in 2025/26 the councils of that day, though the file has the districts of 2021", function()
    local by <const> = need("2025/26")
    if by then
      assert.are.same({ "E07000026", "E06000063" }, { by.A82014.district, by.A82014.council })
      assert.are.same({ "E07000163", "E06000065" }, { by.B82053.district, by.B82053.council })
      assert.are.same({ "E08000033", "E08000033" }, { by.B84001.district, by.B84001.council })
    end
  end)

  it("[R112] has in 2023/24 the councils of the file, but for the code that is a district's", function()
    local by <const> = need("2023/24")
    if by then
      assert.are.same({ "E07000219", "E10000031" }, { by.Y07274.district, by.Y07274.council })
      assert.are.same({ "E07000163", "E10000023" }, { by.B82053.district, by.B82053.council })
    end
  end)
end)
