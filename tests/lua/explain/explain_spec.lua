local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local bigint <const> = dofile(here .. "/../bigint.lua")
local figure <const> = require("stead.figure")
local practices <const> = require("stead.explain.practices")
local money <const> = require("stead.core").money
local pct <const> = money.pct

--- Decimal text as a whole number of its last place, with `places` decimals.
local function whole(text, places)
  local sign, digits, decimals = text:gsub(",", ""):gsub("\u{2212}", "-"):match("^(%-?)(%d+)%.?(%d*)$")
  assert(#decimals <= places, text)
  return bigint.of(sign .. digits .. decimals .. ("0"):rep(places - #decimals))
end

--- The steps just under the figure, summed as the calculation kept them, and as they are printed.
local function sums(found)
  local kept, printed = bigint.of(0), bigint.of(0)
  for _, child in ipairs(found.root.children) do
    kept, printed = kept + whole(child.exact, 11), printed + whole(child.text, 4)
  end
  return kept, printed
end

describe("An explanation", function()
  local book, base
  setup(function()
    book = support.open(support.west_yorkshire())
    base = book:allocate({ stream = "primary-medical", year = "2023/24" })
  end)
  teardown(function()
    book:close()
    support.clear()
  end)

  local function adds_up(made)
    for _, line in ipairs(made.place) do
      local found = made:explain(line.icb .. "/" .. line.code)
      local kept, printed = sums(found)
      assert.are.equal(whole(line.allocation:plain(), 11), kept, line.name)
      assert.are.equal(whole(line.allocation:plain(), 4), printed, line.name .. " as printed")
    end
  end

  it("[R45] has steps that add up to the published figure, kept and printed, for every line of the book", function()
    for _, each in ipairs(book.system.allocations) do
      adds_up(book:allocate({ stream = each.id, year = each.year }))
    end
  end)

  it("[R45] [R31] adds up by every method", function()
    local folder = support.folder()
    local bids = support.write(folder .. "/bids.csv", "code,bid,committed\nbradford-district-and-craven,126m,100m\n"
      .. "calderdale,37m,\nkirklees,75m,\nleeds,165m,1m\nwakefield,67m,\n")
    bids = support.write(bids, (support.bytes(bids):gsub("(%d)m", "%1000000")))
    for _, terms in ipairs({
      { method = "uniform" }, { method = "need" }, { method = "pace", ceiling = pct("5") },
      { method = "banded", cap = pct("0.5"), floor = pct("2") }, { method = "bottom-up", bids = bids },
      { method = "hybrid", bids = bids, mix = { pct("50"), pct("30"), pct("20") } },
    }) do
      terms.stream, terms.year = "primary-medical", "2023/24"
      local made = book:allocate(terms)
      assert.is_true(made:foots(), terms.method)
      adds_up(made)
    end
  end)

  it("[R45] adds up for every district of a few other systems", function()
    for _, icb in ipairs({ "QJG", "QHM", "QRV" }) do
      adds_up(book:allocate({ stream = "primary-medical", year = "2023/24", icb = icb, by = "district",
        method = "pace", baseline = "payments:2022/23", growth = pct("3.6"), closing = pct("25"), floor = pct("1") }))
    end
  end)

  it("[R32] goes down to the lines of the published files, by their digest", function()
    local text = tostring(base:explain("calderdale"))
    assert.matches("£36,249,403.77   Calderdale, primary medical care, 2023/24 allocation", text, 1, true)
    assert.matches("paid to 21 of its 21 practices in 2022/23", text, 1, true)
    assert.matches("England, 2022/23, NHS England, lines 635–650, 652–655 and 6499, sha256 f0b637", text, 1, true)
    assert.matches("226,343.3226   weighted people of its 21 practices", text, 1, true)
    assert.matches("lines 628–647 and 6387, sha256 f8eb9008ac4a", text, 1, true)
    assert.matches("footprint  places/calderdale.lua:1", text, 1, true)
  end)

  it("[R32] says how each term stands and where it is set", function()
    local text = tostring(base:explain("calderdale"))
    assert.matches("term       growth 3.6%% · illustrative · system.lua:34", text)
    assert.matches("term       allocation.floor_growth 2%% · illustrative · policy/parameters/budgets.lua:10", text)
    local changed = tostring(base:with({ floor = pct("1") }):explain("calderdale"))
    assert.matches("term       growth 3.6%% · illustrative · system.lua:34", changed)
    assert.matches("term       floor 1%% · user\n", changed)
  end)

  it("[R32] lists the practices under a line, whose people and money are the line's", function()
    local line = base.place.calderdale
    local frame, sum = practices.frame(base, line), money.pence(0)
    assert.are.equal(21, #frame)
    for row in frame:rows() do
      sum = sum + (row.baseline or money.pence(0))
      assert.is_number(row.need_line)
    end
    assert.are.equal(line.baseline:pence(), sum:pence())
    local leeds, without = practices.frame(base, base.place.leeds), 0
    for row in leeds:rows() do
      without = without + (row.baseline and 0 or 1)
    end
    assert.are.equal(1, without)
  end)

  it("is the same from the money itself", function()
    local explain = require("stead.explain").value
    assert.are.equal(tostring(base:explain("leeds")), tostring(explain(base.place.leeds.allocation)))
    support.refuses(2, "nothing is known of how this value was made", explain, money.gbp("5"))
    support.refuses(2, "nothing is known", explain, "leeds")
  end)

  it("names the nearest place where there is none of the name", function()
    support.refuses(2, "no place called 'calderdal' in this allocation; did you mean 'calderdale'", base.explain, base,
      "calderdal")
  end)

  it("says in a sentence what the figures say", function()
    assert.matches("Calderdale receives £36.2m, £2.0m more %(%+5.8%%%) than it had.", base:explain("calderdale").words)
    assert.matches("9.0%% below its share of need; it is now 7.1%% below target", base:explain("calderdale").words)
  end)
end)

describe("A figure's reference", function()
  local book, base
  setup(function()
    book = support.open(support.west_yorkshire())
    base = book:allocate({ stream = "primary-medical", year = "2023/24" })
  end)
  teardown(function()
    book:close()
    support.clear()
  end)

  local function references(made)
    local out = {}
    for i, line in ipairs(made.place) do
      out[i] = figure.of_line(made, line)
      assert.matches("^F%-%w%w%w%w%-%w%w$", out[i])
    end
    return out
  end

  it("[R32] is the same on a second run, and in another copy of the book", function()
    local again = support.open(support.west_yorkshire())
    assert.are.same(references(base), references(book:allocate({ stream = "primary-medical", year = "2023/24" })))
    assert.are.same(references(base), references(again:allocate({ stream = "primary-medical", year = "2023/24" })))
    again:close()
  end)

  it("is another for every place, and for every term that changes", function()
    local seen, count = {}, 0
    local asked = { base, base:with({ floor = pct("2.25") }), base:with({ closing = pct("30") }),
      base:with({ growth = pct("3.7") }), base:with({ ceiling = pct("50") }), base:with({ method = "uniform" }),
      base:with({ weights = { core = pct("100") } }) }
    for _, made in ipairs(asked) do
      for _, reference in ipairs(references(made)) do
        assert.is_nil(seen[reference])
        seen[reference], count = true, count + 1
      end
    end
    assert.are.equal(35, count)
  end)

  it("follows what is in a file of bids and not where the file lies", function()
    local text = "code,bid\nbradford-district-and-craven,1\ncalderdale,2\nkirklees,3\nleeds,4\nwakefield,5\n"
    local function made(bids)
      return book:allocate({ stream = "primary-medical", year = "2023/24", method = "bottom-up", baseline = nil,
        bids = support.write(support.folder() .. "/bids.csv", bids), envelope = money.gbp("15") })
    end
    assert.are.same(references(made(text)), references(made(text)))
    assert.are_not.same(references(made(text)), references(made((text:gsub("leeds,4", "leeds,4.00")))))
  end)
end)
