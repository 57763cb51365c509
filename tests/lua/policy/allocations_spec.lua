--- Policy in allocations: what does not foot, whose fault it is, a place's own parameter, and references that follow
--- everything under a figure.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local reckon <const> = dofile(here .. "/../reckon.lua")
local bigint <const> = reckon.bigint
local figure <const> = require("stead.figure")
local core <const> = require("stead.core")

local VARIATION <const> = "policy/variations/core-share-of-leeds.lua"
local PARAMETERS <const> = "policy/parameters/budgets.lua"

local function changed(text, from, to)
  local at, last = text:find(from, 1, true)
  assert(at, from .. " is not there")
  return text:sub(1, at - 1) .. to .. text:sub(last + 1)
end

local function book_with(file, ...)
  local pairs_of = { ... }
  return support.west_yorkshire({ [file] = function(text)
    for i = 1, #pairs_of, 2 do
      text = changed(text, pairs_of[i], pairs_of[i + 1])
    end
    return text
  end })
end

local function allocate(folder, stream, more)
  local book = support.open(folder)
  local options = { stream = stream, year = "2023/24" }
  for key, value in pairs(more or {}) do
    options[key] = value
  end
  local ok, made = pcall(book.allocate, book, options)
  if not ok then
    book:close()
    error(made, 0)
  end
  return made, book
end

local STEPS <const> = 'base(given):cap({ leeds = gbp "1,575,000,000.00", excess_to = "others" }, "Leeds is held at '
  .. '£1,575m")'

describe("A local rule in an allocation", function()
  teardown(support.clear)

  it("[R29] whose parts do not foot breaks an invariant, with the working step by step", function()
    local fault = support.refusal(allocate, book_with(VARIATION, STEPS, 'base(given):times(pct "99", "a little less")'),
      "core")
    assert.are.equal(5, fault.exit)
    assert.matches("policy/variations/core-share-of-leeds.lua:2: variation 'allocation.need' does not foot: its parts "
      .. "come to £4455000000 in QWO and the envelope is £4500000000; nothing is allocated", fault.message, 1, true)
    assert.matches("given +£4,500,000,000.0000   envelope × share of weight\n +foot_to +£4,500,000,000.0000\n +times +"
      .. "£4,455,000,000.0000   a little less\n +end the steps with  :foot_to%(given.envelope%)", fault.message)
  end)

  it("that gives one amount is told that an allocation has parts", function()
    support.refuses(4, "variation 'allocation.need' returned one amount; an allocation has parts", allocate,
      book_with(VARIATION, STEPS, 'base(given):total("QWO")'), "core")
  end)

  it("that fails names its own file; terms that no sum can meet are not the national rule's fault", function()
    support.refuses(4, "^policy/variations/core%-share%-of%-leeds.lua:17: ", allocate,
      book_with(VARIATION, STEPS, 'base(given):cap({ leds = gbp "1", excess_to = "others" })'), "core")
    support.refuses(1, "^QWO: the floor asks for £37,612,578.68 more than the envelope", allocate,
      book_with(PARAMETERS, 'is = pct "2"', 'is = pct "12"'), "primary-medical")
  end)

  it("[R82] a parameter varied at a place changes that place's part and lets the others settle it", function()
    local folder = support.west_yorkshire()
    support.write(folder .. "/policy/variations/leeds-floor.lua", [[
return variation "allocation.floor_growth" {
  at = "leeds", stream = "primary-medical", is = pct "5", in_force = between("2023-04-01", "2024-03-31"),
  authority = { agreed_by = "The board", on = "2023-03-01", minute = "item 1", under = cite("terms", "s. 1") },
  reason = "So agreed.",
}]])
    local made, book = allocate(folder, "primary-medical")
    local plain, other = allocate(support.west_yorkshire(), "primary-medical")
    assert.is_true(plain.place.leeds.growth < core.money.pct("5"))
    assert.is_true(made.place.leeds.growth >= core.money.pct("5"))
    assert.is_true(made.place.leeds.growth < core.money.pct("5.00001"))
    assert.is_true(made:foots())
    assert.matches("allocation.floor_growth at leeds", tostring(made:explain("leeds")), 1, true)
    assert.is_nil(tostring(made:explain("calderdale")):find("allocation.floor_growth at leeds", 1, true))
    assert.are_not.equal(figure.of_line(made, made.place.leeds), figure.of_line(plain, plain.place.leeds))
    book:close()
    other:close()
  end)
end)

describe("A figure of a book", function()
  local book, made
  setup(function()
    made, book = allocate(support.west_yorkshire(), "primary-medical")
  end)
  teardown(function()
    book:close()
    support.clear()
  end)

  --- The leaf that an explanation has under a label.
  local function leaf(node, label)
    if node.label:find(label) then
      return node
    end
    for _, child in ipairs(node.children) do
      local found = leaf(child, label)
      if found then
        return found
      end
    end
  end

  --- Exact text of eleven places as a whole number of a smaller place.
  local function whole(node, places)
    local sign, units, decimals = node.exact:match("^(%-?)(%d+)%.(%d+)$")
    assert(not decimals:sub(places + 1):find("[1-9]"), node.exact)
    return math.tointeger(sign .. units .. decimals:sub(1, places))
  end

  it("[R45] of the pace of change is worked out again from the leaves of its tree, outside the program", function()
    local baselines, weights, envelope, all = {}, {}, nil, nil
    for i, line in ipairs(made.place) do
      local root = made:explain(line.code).root
      baselines[i] = whole(leaf(root, "^paid to"), 2)
      weights[i] = whole(leaf(root, "^weighted people of its"), 9)
      envelope, all = whole(leaf(root, "^envelope$"), 2), whole(leaf(root, "^weighted people of all"), 9)
    end
    local sum = 0
    for _, each in ipairs(weights) do
      sum = sum + each
    end
    assert.are.equal(all, sum)
    local budgets = reckon.pace({ baselines = baselines, weights = weights, envelope = envelope, closing = 250000000,
      floor = 20000000 })
    for i, line in ipairs(made.place) do
      assert.are.equal(line.allocation:pence(), budgets[i], line.name)
    end
  end)

  it("[R45] of need, capped, is worked out again from the leaves of its tree, outside the program", function()
    local core_made = book:allocate({ stream = "core", year = "2023/24" })
    local weights, codes, envelope = {}, {}, nil
    for i, line in ipairs(core_made.place) do
      local root = core_made:explain(line.code).root
      weights[i], codes[i] = whole(leaf(root, "^weighted people of its"), 9), line.code
      envelope = whole(leaf(root, "^envelope$"), 2)
    end
    local shares, others, over = reckon.target(envelope, weights), bigint.of(0), nil
    for i, code in ipairs(codes) do
      if code == "leeds" then
        over = shares[i] - 157500000000
      else
        others = others + shares[i]
      end
    end
    local exact = {}
    for i, code in ipairs(codes) do
      exact[i] = code == "leeds" and bigint.of(0) or bigint.of(shares[i]) * over
    end
    local given = reckon.foot(over, exact, others)
    for i, line in ipairs(core_made.place) do
      local budget = line.code == "leeds" and 157500000000 or shares[i] + given[i]
      assert.are.equal(line.allocation:pence(), budget, line.name)
    end
  end)

  it("[R32] each baseline and target has an explanation and a reference of its own", function()
    local explain <const>, seen = require("stead.explain").value, {}
    for _, line in ipairs(made.place) do
      for _, column in ipairs({ "baseline", "target", "allocation" }) do
        local found = explain(line[column])
        assert.are.equal(core.parts.amount(line[column]):text(), found.root.exact)
        assert.is_nil(seen[found.reference])
        seen[found.reference] = true
      end
    end
  end)

  local ways <const> = {
    { "the parameter's value", PARAMETERS, 'is = pct "2"', 'is = pct "2.1"' },
    { "where the parameter is cited", PARAMETERS, '"s. 4"', '"s. 5"' },
    { "the growth", "system.lua", 'pct "3.6"', 'pct "3.7"' },
  }
  for _, each in ipairs(ways) do
    it("has another reference when this changes: " .. each[1], function()
      local other, elsewhere = allocate(book_with(each[2], each[3], each[4]), "primary-medical")
      assert.are_not.equal(figure.of_line(made, made.place.leeds), figure.of_line(other, other.place.leeds))
      assert.are.equal(figure.of_line(made, made.place.leeds, "baseline"),
        figure.of_line(other, other.place.leeds, "baseline"))
      elsewhere:close()
    end)
  end

  it("has another reference when its variation is worded otherwise, though not a penny moves", function()
    local one, first = allocate(support.west_yorkshire(), "core")
    local two, second = allocate(book_with(VARIATION, '"item 6"', '"item 7"'), "core")
    assert.are.equal(one.place.leeds.allocation, two.place.leeds.allocation)
    assert.are_not.equal(figure.of_line(one, one.place.leeds), figure.of_line(two, two.place.leeds))
    first:close()
    second:close()
  end)

  it("[R32] is written as text, Markdown, HTML and JSON, to the depth that is asked", function()
    local found = made:explain("wakefield")
    for _, way in ipairs({ "text", "md", "html", "json" }) do
      local whole_text, short = found[way](found), found[way](found, 1)
      assert.matches(found.reference, whole_text, 1, true)
      assert.matches("64,605,029.7209", whole_text, 1, true)
      assert.is_nil(short:find("64,605,029.7209", 1, true), way)
    end
    local text = book:sql("select json_extract(?, '$.figure.children[0].exact') as x", { found:json() }):cell(1, "x")
    assert.are.equal("66822764.98276876596", text)
  end)
end)

describe("What rests on something", function()
  local book
  setup(function()
    book = support.open(support.west_yorkshire())
  end)
  teardown(function()
    book:close()
    support.clear()
  end)
  local cites <const> = require("stead.cites")

  local asked <const> = {
    { "a parameter", "allocation.floor_growth", 5, "£463,888,470.11" },
    { "a rule", "allocation.need", 5, "£4,500,000,000.00" },
    { "a paragraph", "illustrative local allocation policy, s. 7", 5, "£4,500,000,000.00" },
    { "a source", "f0b637ea5e60", 5, "£463,888,470.11" },
    { "a source that all rest on", "f8eb9008ac4a", 10, "£4,963,888,470.11" },
  }
  for _, each in ipairs(asked) do
    it("[R36] is found by " .. each[1], function()
      local found = cites.of(book, each[2])
      assert.are.equal(each[3], #found.figures)
      assert.are.equal(each[4], tostring(found.total))
    end)
  end

  it("is named by the nearest when nothing is called so", function()
    support.refuses(2, "nothing here rests on 'allocation.flor_growth'; did you mean 'allocation.floor_growth'",
      cites.of, book, "allocation.flor_growth")
  end)
end)
