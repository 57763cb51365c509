--- Rules: VISION's overspend to the penny, and what a rule may not do.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local core <const> = require("stead.core")
local examples <const> = require("stead.policy.examples")
local run <const> = require("stead.policy.run")
local gbp <const> = core.money.gbp

local FILE <const> = "policy/rules/ours.lua"

--- A rule of a book, with other steps.
local function rule_of(steps, more)
  return { [FILE] = ('return rule "ours.share" {\n title = "Ours", takes = { pot = money, parts = parts_of(money) }, '
    .. '%s\n steps = %s }'):format(more or "", steps) }
end

local function share(steps, more, given)
  local policy, book = support.policy(rule_of(steps, more))
  local ok, answer = pcall(run.rule, policy, "ours.share", { on = "2023-04-01",
    given = given or { pot = gbp("100.01"), parts = { a = gbp("1"), b = gbp("2") } } })
  book:close()
  if not ok then
    error(answer, 0)
  end
  return answer
end

describe("A rule", function()
  teardown(support.clear)

  it("[R10] [R25] meets an overspend as VISION 2.3 shows, to the penny", function()
    local policy, book = support.policy({ [support.RULES] = support.RULE })
    local answer, trace = run.rule(policy, "pool.overspend", { given = support.overspend(), on = "2025-11-30",
      at = "kirklees" })
    assert.are.same({ icb = "£240,348.27", council = "£134,772.92" }, support.texts(answer:money()))
    assert.are.equal("375121.19000000000", answer:total():text())
    assert.are.equal("pool.overspend", trace.rule.id)
    assert.are.equal("in proportion to contributions", answer:made().sentence)
    book:close()
  end)

  it("[R32] keeps each step with its sentence", function()
    local policy, book = support.policy({ [support.RULES] = support.RULE })
    local at = run.rule(policy, "pool.overspend", { given = support.overspend(), on = "2025-11-30" }):made().from
    local drawn = {}
    while at and at:made().op == "met_from" do
      table.insert(drawn, 1, at:delta())
      at = at:made().from
    end
    assert.are.same({ "-212300.00000000000", "-400000.00000000000", "-150000.00000000000" }, drawn)
    book:close()
  end)

  it("shares what it is given, and footing is to the penny", function()
    local answer = share("function (given) return given.pot:share(given.parts) end")
    assert.are.same({ a = "£33.34", b = "£66.67" }, support.texts(answer:money()))
  end)

  it("cannot change what the next step sees", function()
    local answer = share("function (given) given.parts = nil return given.pot:share({ a = 1 }) end")
    assert.are.same({ a = "£100.01" }, support.texts(answer:money()))
  end)

  local wrong <const> = {
    { "a float", "function () return 1.5 end", "returned the number 1.5; a rule returns parts or an amount" },
    { "a whole number", "function () return 3 end", "returned 3; a rule returns parts or an amount" },
    { "money outside the steps", 'function () return gbp "5" end', "returned money £5.00; a rule returns parts" },
    { "nothing", "function () end", "returned nothing; a rule returns parts or an amount" },
    { "a table", "function () return { a = 1 } end", "returned a table; a rule returns parts or an amount" },
    { "a float for money", "function (given) return given.pot:plus(0.5) end",
      "plus: amount: money expected, got 0.5; write gbp" },
    { "a misspelt thing to take", "function (given) return given.pott:share(given.parts) end",
      "the rule takes no 'pott'; did you mean 'pot'? (it takes: parts and pot)" },
    { "a parameter it does not use", "function (given, p) return given.pot:times(p.floor) end",
      "no parameter 'floor' is used here (used: none); `uses` names those that are" },
    { "a misspelt step", "function (given) return given.pot:sharing(given.parts) end", "sharing" },
    { "parameters as if they were base", "function (given, base) return base(given) end",
      "parameters are no function; the steps of a rule are function (given, p), those of a variation" },
  }
  for _, each in ipairs(wrong) do
    it("is stopped at " .. each[1], function()
      local fault = support.refusal(share, each[2])
      assert.matches(each[3], fault.message, 1, true)
      assert.matches("^policy/rules/ours.lua:%d: ", fault.message)
      assert.are.equal(4, fault.exit)
    end)
  end

  local given <const> = {
    { "what it does not take", { pott = gbp("1"), parts = {} }, "takes no 'pott'; did you mean 'pot'?" },
    { "less than it takes", { pot = gbp("1") }, "rule 'ours.share' must be given parts" },
    { "a float for money", { pot = 1.5, parts = { a = gbp("1") } },
      "given 'pot' must be money, such as gbp \"1,234.56\", not the number 1.5" },
    { "money for parts", { pot = gbp("1"), parts = gbp("1") }, "given 'parts' must be money by code" },
    { "a float in parts", { pot = gbp("1"), parts = { a = 0.5 } }, "given 'parts' a must be money" },
    { "parts for money", { pot = core.parts.new({ a = gbp("1") }), parts = { a = gbp("1") } },
      "given 'pot' must be money" },
  }
  for _, each in ipairs(given) do
    it("is not given " .. each[1], function()
      support.refuses(2, (each[3]:gsub("[%[%]().?%-]", "%%%0")), share,
        "function (given) return given.pot:share(given.parts) end", "", each[2])
    end)
  end

  local refused <const> = {
    { "a kind of thing that is none", "takes = { pot = monies }", "there is no word 'monies'; did you mean 'money'?" },
    { "a kind in quotes that is none", 'takes = { pot = "pounds" }',
      "field 'takes' pot must be money, parts, rate, count, text, date or table, not 'pounds'" },
    { "parts of what is no money", "takes = { pot = parts_of(\"people\") }", "parts_of takes money: parts_of(money)" },
    { "a misspelt field", 'takes = { pot = money }, titel = "x"', "no field 'titel'; did you mean 'title'?" },
    { "a parameter that is not declared", 'takes = { pot = money }, uses = { up = parameter "bcf.upliff" }',
      "'ours' uses the parameter 'bcf.upliff', which is not declared; did you mean 'bcf.uplift'?" },
    { "a name that is no parameter", 'takes = { pot = money }, uses = { up = "bcf.uplift" }',
      "must name a parameter, such as parameter" },
    { "an example of other things", "takes = { pot = money }, worked_example = { given = { pit = gbp \"1\" }, "
      .. "gives = {} }", "worked_example: rule 'ours' takes no 'pit'; did you mean 'pot'?" },
    { "an example that gives a number", "takes = { pot = money }, worked_example = { given = { pot = gbp \"1\" }, "
      .. "gives = { a = 5 } }", "worked_example: field 'gives' a must be money" },
    { "an example without an answer", "takes = { pot = money }, worked_example = { given = { pot = gbp \"1\" } }",
      "worked_example: field 'gives' is missing" },
  }
  for _, each in ipairs(refused) do
    it("does not load with " .. each[1], function()
      support.unloadable(each[3], { [FILE] = 'return rule "ours" { title = "Ours", steps = function (given) return '
        .. "given.pot end, " .. each[2] .. " }" })
    end)
  end

  it("that is national is not declared again", function()
    support.unloadable("'allocation.pace' is a national rule (policy/rules/budgets.lua:", { [FILE] =
      'return rule "allocation.pace" { title = "Ours", takes = {}, steps = function () end }' })
  end)

  it("is named by the nearest when misspelt", function()
    local policy, book = support.policy({ [support.RULES] = support.RULE })
    support.refuses(2, "no rule 'pool.overspent'; did you mean 'pool.overspend'?", policy.rule, policy,
      "pool.overspent")
    book:close()
  end)

  it("has a version that comments and white space leave alone, and a shared line above it does not", function()
    local function version(text)
      local policy, book = support.policy({ [FILE] = text })
      book:close()
      return policy.rules["ours"].digest
    end
    local plain = 'local part = pct "50"\nreturn rule "ours" { title = "O", takes = { pot = money },\n'
      .. " steps = function (given) return given.pot:times(part) end }"
    local first = version(plain)
    assert.are.equal(first, version("-- Why.\n\n" .. plain:gsub("\n ", "\n      -- it halves\n   ")))
    assert.are_not.equal(first, version((plain:gsub('"50"', '"51"'))))
    assert.are_not.equal(first, version((plain:gsub("times", "less"))))
    assert.are_not.equal(first, version((plain:gsub('"O"', '"O -- or so"'))))
  end)
end)

describe("A worked example", function()
  teardown(support.clear)

  local function results(gives, steps)
    local policy, book = support.policy({ [support.RULES] = (support.RULE:gsub("\n  takes", function()
      return ("\n  worked_example = { given = { %s }, gives = %s },\n  takes"):format(support.GIVEN, gives)
    end):gsub("return left:share.-\n", steps or "%0")) })
    local out = {}
    for _, each in ipairs(examples.run(policy)) do
      out[#out + 1] = each.id == "pool.overspend" and each or nil
    end
    book:close()
    return out
  end

  it("passes to the penny", function()
    local out = results('{ icb = gbp "240,348.27", council = gbp "134,772.92" }')
    assert.are.equal(1, #out)
    assert.is_true(out[1].passes)
  end)

  it("[R82] that fails says both sums and the difference, part by part", function()
    local out = results('{ icb = gbp "240,348.28", counsil = gbp "134,772.92" }')
    assert.is_false(out[1].passes)
    assert.are.equal("council gives £134,772.92 and should give £0.00, a difference of £134,772.92; counsil gives "
      .. "£0.00 and should give £134,772.92, a difference of −£134,772.92; icb gives £240,348.27 and should "
      .. "give £240,348.28, a difference of −£0.01", out[1].message)
    assert.are.equal("policy/rules/pool-overspend.lua:1", out[1].where)
  end)

  it("may be one sum", function()
    assert.is_true(results('gbp "375,121.19"', "return left\n")[1].passes)
    assert.are.equal("it gives £375,121.19 and should give £1.00, a difference of £375,120.19",
      results('gbp "1"', "return left\n")[1].message)
  end)

  it("whose steps fail, or give no whole pence, says so and the others run", function()
    assert.matches("policy/rules/pool%-overspend.lua:%d+: ", results('gbp "1"', "return left.nothing()\n")[1].message)
    assert.matches("pence", results('gbp "1"', "return left:times(pct \"33\")\n")[1].message)
  end)

  it("that needs its day asks for it", function()
    local policy, book = support.policy({
      ["policy/parameters/ours.lua"] = 'return parameter "ours.part" { title = "A part", unit = "rate", values = { '
        .. '{ from = "2023-04-01", to = "2024-03-31", is = pct "50", status = "user" } } }',
      [FILE] = 'return rule "ours.half" { title = "Half", takes = { pot = money }, '
        .. 'uses = { part = parameter "ours.part" }, steps = function (given, p) return given.pot:times(p.part) end, '
        .. 'worked_example = { given = { pot = gbp "2" }, gives = gbp "1" } }' })
    for _, each in ipairs(examples.run(policy)) do
      if each.id == "ours.half" then
        assert.matches("it has values 1 April 2023 to 31 March 2024; say the day of the example, such as on = ",
          each.message, 1, true)
      end
    end
    book:close()
  end)

  it("is a finding of the check when it fails", function()
    local _, book = support.policy({ [support.RULES] = support.RULE, [support.HERE] = support.variation(
      '"275,121.19"', '"275,121.20"') })
    local found = book:check()
    book:close()
    assert.are.equal(1, found.errors)
    assert.matches("pool.overspend: icb gives £275,121.19 and should give £275,121.20, a difference of −£0.01",
      tostring(found), 1, true)
  end)
end)
