local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local core <const> = require("stead.core")
local new <const> = require("stead.new")
local facts <const> = require("stead.facts")
local pct <const> = core.money.pct

describe("A new book", function()
  local england
  setup(function() england = facts.open() end)
  teardown(function()
    england:close()
    support.clear()
  end)

  local function made(icb, by)
    local folder = support.folder() .. "/book"
    return folder, new.book(england, { dir = folder, icb = icb, by = by, year = "2023/24" })
  end

  local function undecided(findings)
    for _, each in ipairs(findings) do
      assert.is_true(each.severity ~= "error" or each.id == "footprint.none", each.id .. " " .. each.message)
    end
    return findings.errors > 0
  end

  for _, by in ipairs({ "council", "district" }) do
    it(("[R108] by %s, for each of the 42 systems, loads, and passes or says what to decide"):format(by), function()
      local systems, decided = 0, 0
      for row in england.db:sql("select code from icb order by code"):rows() do
        local folder, lines = made(row.code, by)
        local book = support.open(folder)
        local left_open = undecided(book:check())
        assert.are.equal(left_open, table.concat(lines, "\n"):find("to decide: ", 1, true) ~= nil, row.code)
        local ask = { stream = "primary-medical", year = "2023/24", baseline = "payments:2022/23",
          growth = pct("3.6"), closing = pct("25") }
        if left_open then
          support.refuses(1, "in no place; .* weighted people.*leave them out by name with a reason", book.allocate,
            book, ask)
        else
          assert.is_true(book:allocate(ask):foots(), row.code)
        end
        systems, decided = systems + 1, decided + (left_open and 0 or 1)
        book:close()
        os.execute("rm -rf '" .. folder .. "'")
      end
      assert.are.equal(42, systems)
      assert.is_true(decided > 20)
    end)
  end

  it("[R13] of a system that is one place shares everything with it, and looks for no other board", function()
    local folder = made("QSL", "council")
    local book = support.open(folder)
    local single
    for _, each in ipairs(book:check()) do
      single = single or each.id == "places.single" and each
      assert.are_not.equal("error", each.severity)
    end
    assert.are.equal("one place covers the whole system; a separate place board is not looked for", single.message)
    local budget = book:allocate({ stream = "primary-medical", year = "2023/24", baseline = "payments:2022/23",
      growth = pct("3.6"), closing = pct("25") })
    assert.are.equal(1, #budget.place)
    assert.are.equal(budget:total(), budget.place.somerset.allocation)
    local row = book:need({ year = "2023/24" }):row(1)
    assert.are.equal(1, row.core_index)
    book:close()
  end)

  it("[R137] [R134] of Suffolk and North East Essex has its districts, each with its county for partner", function()
    local book = support.open((made("QJG", "district")))
    assert.are.equal(7, #book.places)
    assert.are.same({ "QJG", "E07000071", "E10000012" }, book.place.colchester.partners)
    assert.are.equal(0, book:check().errors)
    book:close()
  end)

  it("[R19] says which straddling areas it leaves to decide, with people here and elsewhere", function()
    local _, lines = made("QOX", "council")
    local text = table.concat(lines, "\n")
    assert.matches("to decide: 3 practices in areas that lie mostly in other ICBs; put each in a footprint", text)
    assert.matches("E06000059 Dorset: 2 practices, 6,424 people here, 362,873 in other ICBs", text)
  end)

  it("claims nothing that a person must give", function()
    local folder = made("QWO", "council")
    local text = support.bytes(folder .. "/system.lua")
    assert.matches("-- envelopes = {", text, 1, true)
    assert.matches("To be written by the partners", support.bytes(folder .. "/places/leeds.lua"), 1, true)
    local book = support.open(folder)
    support.refuses(2, "say what there is to share: %-%-envelope £… or %-%-growth …", book.allocate, book,
      { stream = "primary-medical", year = "2023/24" })
    book:close()
  end)

  it("is never laid over what is there", function()
    local folder = support.folder()
    support.write(folder .. "/mine.txt", "mine")
    support.refuses(2, "is already there and not empty; name a new folder", new.book, england,
      { dir = folder, icb = "QWO", by = "council", year = "2023/24" })
    assert.are.same({ "mine.txt" }, core.host.list(folder))
  end)

  it("of an unknown system, or in a folder that cannot be, is refused and nothing is made", function()
    local folder = support.folder() .. "/book"
    support.refuses(2, "no ICB 'QZZZZ'", new.book, england, { dir = folder, icb = "QZZZZ", by = "council",
      year = "2023/24" })
    assert.is_false(core.host.exists(folder))
    local file = support.write(support.folder() .. "/file", "mine")
    support.refuses(3, "cannot be made: ", new.book, england, { dir = file .. "/book", icb = "QWO", by = "council",
      year = "2023/24" })
  end)
end)
