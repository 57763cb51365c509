--- Variations: VISION's, the ways in which one may not load, and the register of those that do.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local core <const> = require("stead.core")
local register <const> = require("stead.policy.register")
local run <const> = require("stead.policy.run")
local variation <const> = require("stead.policy.variation")

local SECOND <const> = "policy/variations/calderdale-overspend-2.lua"

--- A book with VISION's rule and these variations of it.
local function files_of(first, second)
  return { [support.RULES] = support.RULE, [support.HERE] = first or support.variation(), [SECOND] = second }
end

--- A variation of a parameter of the book's own, which may be raised.
local function raised(fields, vary)
  return {
    ["policy/parameters/ours.lua"] = ('return parameter "ours.floor" { title = "A floor", unit = "rate", vary = %s, '
      .. 'values = { { from = "2023-04-01", is = pct "2", status = "user" } } }'):format(vary or '"raise"'),
    ["policy/variations/ours.lua"] = [[return variation "ours.floor" { reason = "So agreed.",
      authority = { agreed_by = "The board", on = "2023-03-01", minute = "item 1", under = cite("terms", "s. 1") },
      ]] .. fields .. " }",
  }
end

describe("A variation", function()
  teardown(support.clear)

  it("[R10] [R82] wraps the rule at its place, in its days, and nowhere else", function()
    local policy, book = support.policy(files_of())
    local function answer(on, at)
      return support.texts((run.rule(policy, "pool.overspend", { given = support.overspend(), on = on, at = at }))
        :money())
    end
    local national <const> = { icb = "£240,348.27", council = "£134,772.92" }
    assert.are.same({ icb = "£275,121.19", council = "£100,000.00" }, answer("2025-04-01", "calderdale"))
    assert.are.same({ icb = "£275,121.19", council = "£100,000.00" }, answer("2026-03-31", "calderdale"))
    assert.are.same(national, answer("2025-03-31", "calderdale"))
    assert.are.same(national, answer("2026-04-01", "calderdale"))
    assert.are.same(national, answer("2025-11-30", "kirklees"))
    assert.are.same(national, answer("2025-11-30"))
    book:close()
  end)

  it("of the system wraps the rule before the place's does", function()
    local policy, book = support.policy(files_of(nil, support.variation('at = "calderdale", ', "",
      'cap { council = gbp "100,000.00", excess_to = "icb" }', 'times(pct "50")',
      '{ icb = gbp "275,121.19", council = gbp "100,000.00" }', '{ icb = gbp "1" }')))
    local _, trace = run.rule(policy, "pool.overspend", { given = support.overspend(), on = "2025-11-30",
      at = "calderdale" })
    assert.are.equal(2, #trace.variations)
    assert.is_nil(trace.variations[1].at)
    assert.are.equal("calderdale", trace.variations[2].at)
    book:close()
  end)

  it("does not load beside another in force for the same place: both are named, and what to do", function()
    local message = support.unloadable("policy/variations/calderdale-overspend-2.lua:1: two variations of "
      .. "'pool.overspend' for Calderdale are in force from 1 October 2025 to 31 March 2026", files_of(nil,
      support.variation('"2025-04-01", "2026-03-31"', '"2025-10-01", "2027-03-31"', "2025-03-12", "2025-09-17")))
    assert.matches("policy/variations/calderdale-overspend.lua   1 April 2025 to 31 March 2026   Calderdale place "
      .. "committee, 12 March 2025", message, 1, true)
    assert.matches("policy/variations/calderdale-overspend-2.lua   1 October 2025 to 31 March 2027", message, 1, true)
    assert.matches("end the first on 30 September 2025, or say that the second replaces it:  replaces = "
      .. '"calderdale-overspend"', message, 1, true)
  end)

  it("does not load beside another from the same day", function()
    local message = support.unloadable("are in force from 1 April 2025 to 31 March 2026", files_of(nil,
      support.variation()))
    assert.matches("take one of them away, or start one later than the other", message, 1, true)
  end)

  it("for every stream does not load beside one for a single stream", function()
    local files = raised('is = pct "3", in_force = from "2024-04-01"')
    files["policy/variations/other.lua"] = files["policy/variations/ours.lua"]:gsub("is = ", 'stream = "core", is = ')
    support.unloadable("two variations of 'ours.floor' for West Yorkshire are in force from 1 April 2024", files)
    local ours <const> = "policy/variations/ours.lua"
    files[ours] = files[ours]:gsub("is = ", 'stream = "maternity", is = ')
    local policy, book = support.policy(files)
    assert.are.equal(2, #policy.variations)
    book:close()
  end)

  it("that replaces another ends it the day before", function()
    local policy, book = support.policy(files_of(nil, support.variation('"2025-04-01", "2026-03-31"',
      '"2025-10-01", "2027-03-31"', "reason =", 'replaces = "calderdale-overspend", reason =',
      '"100,000.00", excess', '"90,000.00", excess', '"275,121.19"', '"285,121.19"',
      '"100,000.00" }', '"90,000.00" }')))
    local function council(on)
      return tostring(run.rule(policy, "pool.overspend", { given = support.overspend(), on = on, at = "calderdale" })
        :money().council)
    end
    assert.are.equal("£100,000.00", council("2025-09-30"))
    assert.are.equal("£90,000.00", council("2025-10-01"))
    assert.are.equal("2025-09-30", variation.span(policy.variations[2].in_force.from == "2025-04-01"
      and policy.variations[2] or policy.variations[1]).to)
    book:close()
  end)

  it("does not replace in a circle, nor what starts no earlier, nor what it cannot name", function()
    local function replacing(stem, from)
      return support.variation("reason =", ('replaces = "%s", reason ='):format(stem), "2025-04-01", from)
    end
    support.unloadable("replaces 'calderdale-overspend' (policy/variations/calderdale-overspend.lua:1), which "
      .. "replaces this one", files_of(replacing("calderdale-overspend-2", "2025-04-01"),
      replacing("calderdale-overspend", "2025-10-01")))
    support.unloadable("starts on 1 April 2025 and replaces 'calderdale-overspend' "
      .. "(policy/variations/calderdale-overspend.lua:1), which starts on 1 April 2025; what replaces another starts "
      .. "later",
      files_of(nil, replacing("calderdale-overspend", "2025-04-01")))
    support.unloadable("replaces 'calderdale-overspen', which is not a variation of the same thing; did you mean "
      .. "'calderdale-overspend'?", files_of(nil, replacing("calderdale-overspen", "2025-10-01")))
    support.unloadable("replaces 'calderdale-overspend', which is not a variation of the same thing",
      files_of(replacing("calderdale-overspend", "2025-10-01")))
  end)

  local wrong <const> = {
    { "authority later than its start", { '"2025-03-12"', '"2025-04-12"' },
      "starts on 1 April 2025, before it was agreed on 12 April 2025; start it later, or say why in `retrospective`" },
    { "no minute", { 'minute = "item 7",', "" }, "authority: field 'minute' is missing" },
    { "an unknown rule", { '"pool.overspend"', '"pool.overspent"' },
      "there is no rule 'pool.overspent'; did you mean 'pool.overspend'?" },
    { "an unknown place", { 'at = "calderdale"', 'at = "calderdal"' },
      "at 'calderdal': there is no such place in West Yorkshire; did you mean 'calderdale'?" },
    { "an unknown parameter to use", { "steps =", 'uses = { up = parameter "bcf.upliff" }, steps =' },
      "uses the parameter 'bcf.upliff', which is not declared; did you mean 'bcf.uplift'?" },
    { "a misspelt field", { "reason =", "reasons =" }, "no field 'reasons'; did you mean 'reason'?" },
    { "a day that is none", { '"2026-03-31"', '"2026-02-30"' }, "must be a date" },
    { "days the wrong way round", { '"2026-03-31"', '"2024-03-31"' },
      "it ends on 31 March 2024, before it starts on 1 April 2025" },
    { "a value and steps", { "steps =", 'is = pct "2", steps =' }, "must do one thing: `is` gives a parameter" },
    { "an example of other things", { "risk_pool =", "risk_pol =" }, "takes no 'risk_pol'; did you mean 'risk_pool'?" },
  }
  for _, each in ipairs(wrong) do
    it("does not load with " .. each[1], function()
      local message = support.unloadable(each[3], files_of(support.variation(table.unpack(each[2]))))
      assert.matches("^policy/variations/calderdale%-overspend%.lua:%d+: ", message)
    end)
  end

  it("that wraps a rule does not load without a worked example", function()
    local text = support.variation():gsub("worked_example.*$", "}")
    support.unloadable("varies a rule, so it needs a worked_example = { given = { … }, gives = { … } }", files_of(text))
  end)

  it("of a rule that runs for the whole system is not a place's", function()
    support.unloadable("rule 'allocation.need' runs once for the whole system, not at a place; vary it for the system, "
      .. "or vary a parameter that it uses at the place", files_of(support.variation('"pool.overspend"',
      '"allocation.need"')))
  end)

  it("that starts before it was agreed says why, and loads", function()
    local _, book = support.policy(files_of(support.variation('"2025-03-12"', '"2025-04-12"', "reason =",
      'retrospective = "The committee met late.", reason =')))
    book:close()
  end)

  local beyond <const> = {
    { "lower than may be", '"raise"', 'is = pct "1.5", in_force = from "2024-04-01"',
      "may only be raised, and 1.5% is less than 2% (policy/parameters/ours.lua:1: parameter 'ours.floor')" },
    { "higher than may be", '"lower"', 'is = pct "2.5", in_force = from "2024-04-01"',
      "may only be lowered, and 2.5% is more than 2%" },
    { "outside its bounds", '{ between = { pct "1", pct "3" } }', 'is = pct "3.5", in_force = from "2024-04-01"',
      "may vary between 1% and 3%, and 3.5% is not" },
    { "what may not vary", '"none"', 'is = pct "2.5", in_force = from "2024-04-01"', "may not be varied" },
    { "another unit", '"any"', 'is = gbp "2.5", in_force = from "2024-04-01"', "field 'is' must be a rate" },
    { "a float", '"any"', 'is = 0.025, in_force = from "2024-04-01"', "field 'is' must be a rate" },
  }
  for _, each in ipairs(beyond) do
    it("of a parameter does not give " .. each[1], function()
      local message = support.unloadable(each[4], raised(each[3], each[2]))
      assert.matches("^policy/variations/ours.lua:1: variation 'ours.floor'", message)
    end)
  end

  it("of a national parameter that may not vary is refused, both files named", function()
    local files = raised('is = pct "6", in_force = from "2023-04-01"')
    files["policy/variations/ours.lua"] = files["policy/variations/ours.lua"]:gsub("ours.floor", "bcf.uplift")
    support.unloadable("may not be varied (policy/parameters/better-care-fund.lua:3: parameter 'bcf.uplift')", files)
  end)

  it("of a parameter at a place counts there, in its days", function()
    local policy, book = support.policy(raised('at = "leeds", is = pct "3", '
      .. 'in_force = between("2024-04-01", "2025-03-31")'))
    local function value(on, at)
      return tostring(policy:value("ours.floor", { on = on, at = at }))
    end
    assert.are.equal("3%", value("2024-04-01", "leeds"))
    assert.are.equal("2%", value("2024-04-01", "calderdale"))
    assert.are.equal("2%", value("2024-04-01"))
    assert.are.equal("2%", value("2025-04-01", "leeds"))
    book:close()
  end)

  it("has an answer that is checked like a rule's", function()
    local text = support.variation("return base(given)", "local x = base(given) return 5 --")
    local policy, book = support.policy(files_of((text:gsub(" end,\n  worked", "\n end,\n  worked"))))
    support.refuses(4, "^policy/variations/calderdale%-overspend.lua:1: variation 'pool.overspend' returned 5",
      run.rule, policy, "pool.overspend", { given = support.overspend(), on = "2025-11-30", at = "calderdale" })
    book:close()
  end)

  it("may give the rule other things, of the right kind", function()
    local function asked(call)
      local policy, book = support.policy(files_of(support.variation("base(given)", call)))
      local ok, answer = pcall(run.rule, policy, "pool.overspend", { given = support.overspend(), on = "2025-11-30",
        at = "calderdale" })
      book:close()
      return ok and answer:money() or tostring(answer)
    end
    assert.are.same({ icb = "£50,000.00", council = "£100,000.00" }, support.texts(asked([[base({
      overspend = gbp "150,000", underspends = gbp "0", risk_pool = gbp "0", uncommitted = gbp "0",
      contributions = { icb = gbp "1", council = gbp "9" } })]])))
    assert.matches("must be given contributions", asked('base({ overspend = gbp "1" })'), 1, true)
  end)
end)

describe("A rule that has changed since it was varied", function()
  teardown(support.clear)

  local function findings(folder, id)
    local book = support.open(folder)
    local found, out = book:check({ on = "2025-11-30" }), {}
    book:close()
    for _, each in ipairs(found) do
      out[#out + 1] = each.id == id and each or nil
    end
    return out
  end

  it("[R82] is a warning with the lines that went and came, and what to write", function()
    local folder = support.folder_of(files_of())
    local first = findings(folder, "variation.no-version")[1]
    local version = first.todo:match('write against = "(%x+)"')
    assert.are.equal(12, #version)
    support.write(folder .. "/" .. support.HERE, support.variation("reason =", ('against = "%s", reason ='):format(
      version)))
    assert.are.equal(0, #findings(folder, "variation.no-version"))
    assert.are.equal(0, #findings(folder, "variation.rule-changed"))
    support.write(folder .. "/" .. support.RULES, (support.RULE:gsub("\n[^\n]*uncommitted%)\n", "\n")))
    local changed = findings(folder, "variation.rule-changed")
    assert.are.equal(1, #changed)
    assert.are.equal("warning", changed[1].severity)
    assert.matches("^the rule has changed since this was agreed for Calderdale: it was " .. version .. " and is %x+ "
      .. "%(policy/rules/pool%-overspend.lua:1%)$", changed[1].message)
    assert.are.equal('-     left = left:met_from("schemes not yet committed",         g.uncommitted)',
      changed[1].detail)
    local now = changed[1].todo:match('write against = "(%x+)"')
    support.write(folder .. "/" .. support.HERE, support.variation("reason =", ('against = "%s", reason ='):format(
      now)))
    assert.are.equal(0, #findings(folder, "variation.rule-changed"))
  end)

  it("[R82] a review that is past is a warning while it is in force", function()
    local folder = support.folder_of(files_of(support.variation("reason =", 'review = "2025-10-01", reason =')))
    local past = findings(folder, "variation.review-past")
    assert.are.equal(1, #past)
    assert.are.equal("was to be reviewed by 1 October 2025 and is in force for Calderdale on 30 November 2025",
      past[1].message)
    assert.are.equal("warning", past[1].severity)
    local later = support.folder_of(files_of(support.variation("reason =", 'review = "2026-01-01", reason =')))
    assert.are.equal(0, #findings(later, "variation.review-past"))
  end)
end)

describe("The register", function()
  local book, list, with, without
  setup(function()
    book = support.open(support.west_yorkshire({ }))
    list = register.of(book)
    with = book:allocate({ stream = "core", year = "2023/24" })
    local bare = support.open(support.west_yorkshire({ ["policy/variations/core-share-of-leeds.lua"] = false }))
    without = bare:allocate({ stream = "core", year = "2023/24" }).place
    bare:close()
  end)
  teardown(function()
    book:close()
    support.clear()
  end)

  it("[R82] has the effect to the penny: the book with the variation less a book without it", function()
    local effect, sum = list[1].effect, core.money.pence(0)
    for _, line in ipairs(with.place) do
      assert.are.equal(tostring(line.allocation - without[line.code].allocation), tostring(effect[line.name]),
        line.name)
      sum = sum + effect[line.name]
    end
    assert.are.equal(0, sum:pence())
    assert.are.equal("−£4,879,503.90", require("stead.format").pounds(effect.Leeds))
  end)

  it("is JSON that says the same", function()
    local function at(path)
      return book:sql("select json_extract(?, ?) as x", { register.json(list), path }):cell(1, "x")
    end
    assert.are.equal("allocation.need", at("$[0].id"))
    assert.are.equal("-4879503.9", tostring(at("$[0].effect.Leeds")))
    assert.are.equal("policy/variations/core-share-of-leeds.lua:2", at("$[0].where"))
  end)

  it("[R82] says who agreed it, when, under what, why, until when and where it is written", function()
    local text = register.text(book, list)
    for _, words in ipairs({ "allocation.need for core", "1 April 2023 to 31 March 2024   illustrative",
      "14 March 2023, item 6, under illustrative local allocation policy s. 7", "Leeds hosts services",
      "Leeds −4,879,503.90", "in all 0.00, on core 2023/24", "policy/variations/core-share-of-leeds.lua:2",
      "1 variation; 5 places have no variation of their own" }) do
      assert.matches(words, text, 1, true)
    end
  end)

  it("measures a rule that no allocation uses on its worked example", function()
    local _, small = support.policy(files_of())
    local entry = register.of(small)[1]
    small:close()
    assert.are.same({ council = "-£34,772.92", icb = "£34,772.92" }, support.texts(entry.effect))
    assert.are.equal("its worked example", entry.basis)
    assert.are.equal("Calderdale", entry.at)
  end)
end)
