local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local reckon <const> = dofile(here .. "/../reckon.lua")
local core <const> = require("stead.core")
local money <const> = core.money

--- Decimal text as a whole number of 10^-9, half away from zero.
local function nano(text)
  local sign, whole, decimals = text:match("^(%-?)(%d+)%.?(%d*)$")
  local digits = (decimals .. ("0"):rep(10)):sub(1, 10)
  local value = math.tointeger(whole) * 1000000000 + math.tointeger(digits:sub(1, 9))
  value = value + (math.tointeger(digits:sub(10)) >= 5 and 1 or 0)
  return sign == "-" and -value or value
end

--- The rows of a file as tables by heading: read here, not by what is under test.
local function rows_of(path)
  local heads, out
  for row in core.sheet.rows(path) do
    if not heads then
      heads, out = row, {}
    else
      local item = {}
      for i, head in ipairs(heads) do
        item[head] = row[i]
      end
      out[#out + 1] = item
    end
  end
  return out
end

--- Need and payments of 2023/24 and 2022/23 by ICB and area, in whole numbers.
local function published(column)
  local paid, sums = {}, {}
  for _, row in ipairs(rows_of(support.source .. "/share/england/payments_2022_23.csv")) do
    paid[row.practice] = row.total ~= "" and nano(row.total) // 10000000 or 0
  end
  for _, row in ipairs(rows_of(support.source .. "/share/england/need_2023_24.csv")) do
    sums[row.icb] = sums[row.icb] or {}
    local at = sums[row.icb][row[column]] or { weight = 0, baseline = 0 }
    at.weight = at.weight + nano(row.primary_medical)
    at.baseline = at.baseline + (paid[row.practice] or 0)
    sums[row.icb][row[column]] = at
  end
  return sums
end

local function listed(areas)
  local codes, baselines, weights = {}, {}, {}
  for code in pairs(areas) do
    codes[#codes + 1] = code
  end
  table.sort(codes)
  for i, code in ipairs(codes) do
    baselines[i], weights[i] = areas[code].baseline, areas[code].weight
  end
  return codes, baselines, weights
end

describe("A budget of every system in England", function()
  local england
  setup(function() england = support.england() end)
  teardown(function() england:close() end)

  local function asked(by, more)
    local options = { stream = "primary-medical", year = "2023/24", by = by, baseline = "payments:2022/23",
      growth = money.pct("3.6"), closing = money.pct("25") }
    for key, value in pairs(more or {}) do
      options[key] = value
    end
    return options
  end

  --- The lines of one ICB agree with pence worked out apart.
  local function agrees(lines, icb, codes, pence, what)
    for i, code in ipairs(codes) do
      assert.are.equal(pence[i], lines[icb .. "/" .. code][what]:pence(), ("%s %s %s"):format(icb, code, what))
    end
  end

  for _, by in ipairs({ "district", "council" }) do
    it(("[R29] [R45] is, for all 42 by %s, what whole numbers of any size give, to the penny"):format(by), function()
      local made = england:allocate(asked(by))
      local systems = 0
      for icb, areas in pairs(published(by)) do
        local codes, baselines, weights = listed(areas)
        local envelope = reckon.envelope(baselines, 36000000)
        agrees(made.place, icb, codes, baselines, "baseline")
        agrees(made.place, icb, codes, reckon.target(envelope, weights), "target")
        agrees(made.place, icb, codes, reckon.pace({ envelope = envelope, baselines = baselines, weights = weights,
          closing = 250000000 }), "allocation")
        systems = systems + 1
      end
      assert.are.equal(42, systems)
      assert.is_true(made:foots())
    end)
  end

  it("[R29] with a floor is the same as by hand, in every system where the floor can be met", function()
    local met, refused = 0, 0
    for icb, areas in pairs(published("district")) do
      local codes, baselines, weights = listed(areas)
      local envelope = reckon.envelope(baselines, 36000000)
      local pence = reckon.pace({ envelope = envelope, baselines = baselines, weights = weights, closing = 500000000,
        floor = 30000000 })
      local options = asked("district", { icb = icb, closing = money.pct("50"), floor = money.pct("3") })
      if pence then
        met = met + 1
        agrees(england:allocate(options).place, icb, codes, pence, "allocation")
      else
        refused = refused + 1
        support.refuses(1, "the floor asks for £.* more than the envelope", england.allocate, england, options)
      end
    end
    assert.are.equal(42, met + refused)
    assert.is_true(met >= 40)
  end)

  it("[R108] can be asked for each of the 42 by itself, by district and by council, and foots", function()
    local count = 0
    for row in england:sql("select code from icb order by code"):rows() do
      for _, by in ipairs({ "district", "council" }) do
        local made = england:allocate(asked(by, { icb = row.code }))
        local sum = money.pence(0)
        for _, line in ipairs(made.place) do
          sum = sum + line.allocation
        end
        local total, envelope = made:total()
        assert.are.equal(sum:pence(), total:pence())
        assert.are.equal(envelope:pence(), total:pence(), row.code .. " " .. by)
      end
      count = count + 1
    end
    assert.are.equal(42, count)
  end)

  it("[R19] has a line for each ICB that a straddling council's practices are in", function()
    local made, systems = england:allocate(asked("council")), {}
    for _, line in ipairs(made.place) do
      if line.code == "E10000012" then
        systems[#systems + 1] = line.icb
      end
    end
    assert.are.same({ "QH8", "QJG", "QM7" }, systems)
    support.refuses(2, "'E10000012' lies in several ICBs", function() return made.place.E10000012 end)
    assert.are.equal("Essex", made.place["QJG/E10000012"].name)
  end)

  it("[R27] shows all places together in the order of their codes, not ranked", function()
    local made, last = england:allocate(asked("district", { icb = "QJG" })), ""
    for row in made:rows() do
      assert.is_true(last < row.code)
      last = row.code
    end
  end)

  it("needs a system named before one envelope, or amounts by code, can be shared", function()
    local options = { stream = "core", year = "2023/24", by = "council", envelope = money.gbp("5m") }
    support.refuses(2, "one envelope cannot serve every ICB; name one with %-%-icb", england.allocate, england, options)
  end)

  it("by a system's name is the same as by its code, and a wrong one names the nearest", function()
    local a = england:allocate(asked("council", { icb = "west yorkshire" }))
    assert.are.equal("QWO", a.icb)
    support.refuses(2, "no ICB 'west yorks'; did you mean QWO %(West Yorkshire%)%?", england.allocate, england,
      asked("council", { icb = "west yorks" }))
    support.refuses(2, "no ICB 'QZZZZ'$", england.allocate, england, asked("council", { icb = "QZZZZ" }))
  end)

  it("refuses a year without figures, and lists the years there are", function()
    support.refuses(2, "no practice need for 2031/32: there is 2022/23 and 2023/24", england.allocate, england,
      { stream = "core", year = "2031/32", icb = "QWO", envelope = money.gbp("5m") })
    support.refuses(2, "no payments to practices for 2019/20: there is 2022/23", england.allocate, england,
      asked("council", { baseline = "payments:2019/20" }))
  end)

  it("refuses places where there is no book", function()
    support.refuses(2, "places are declared in a book, and there is none here", england.allocate, england,
      asked("place", { icb = "QWO" }))
  end)

  it("refuses words it does not know and values of the wrong kind, rather than pass over them", function()
    support.refuses(2, "no field 'flor'; did you mean 'floor'", england.allocate, england,
      asked("council", { flor = money.pct("2") }))
    support.refuses(2, "field 'floor' must be a rate, such as pct \"2.5\", not 2", england.allocate, england,
      asked("council", { floor = 2 }))
    support.refuses(2, "field 'year' must be a financial year", england.allocate, england,
      asked("council", { year = "2023" }))
    support.refuses(2, "field 'by' must be .* not 'distrct'; did you mean 'district'", england.allocate, england,
      asked("distrct"))
    support.refuses(2, "field 'stream' is missing", england.allocate, england, { year = "2023/24" })
  end)
end)
