--- Checks as policy: each of England's fires on a book made for it and is silent on one that is in order; what a
--- local one may do, and what becomes of one that misbehaves.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local core <const> = require("stead.core")
local policy <const> = require("stead.policy")
local words <const> = require("stead.words")

--- A book of two places that nothing is wrong with.
local base <const> = {
  ["system.lua"] = [[
return system "QWO" {
  name = "West Yorkshire", purpose = "To see what each place needs.", years = { "2023/24" },
  bodies = {
    body "QWO" { kind = "icb", name = "The board" },
    body "E08000033" { kind = "council", name = "Calderdale Council" },
    --BODIES
  },
  --MORE
}]],
  ["places/calderdale.lua"] = [[
return place "calderdale" {
  name = "Calderdale", purpose = "To be one partnership.", footprint = practices { district = "E08000033" },
  partners = { "QWO", "E08000033" },
}]],
  ["places/rest.lua"] = [[
return place "rest" {
  name = "The rest", purpose = "To be the others.",
  footprint = practices { icb = "QWO" } - practices { district = "E08000033" },
}]],
}

local NEED <const> = [[
  envelopes = { envelope "core" { year = "2023/24", amount = gbp "1,000.00", status = "verified", holder = "QWO" } },
  allocations = { allocation "core" { year = "2023/24", method = "need", status = "verified" } },
]]
local UNIFORM <const> = [[
  allocations = { allocation "core" { year = "2023/24", method = "uniform", baseline = "base.csv",
    growth = pct "%s", status = "verified" } },
]]
local PACE <const> = UNIFORM:gsub('"uniform"', '"pace", closing = pct "0"')
local EVEN <const> = "code,baseline\ncalderdale,100.00\nrest,1000.00\n"
local BASE <const> = "code,baseline\ncalderdale,100.00\nrest,900.00\n"

--- A copy of a file of the base book with one thing put for another.
local function with(name, from, to)
  local at, last = base[name]:find(from, 1, true)
  assert(at, from .. " is not in " .. name)
  return base[name]:sub(1, at - 1) .. to .. base[name]:sub(last + 1)
end

local function more(text)
  return with("system.lua", "--MORE", text)
end

--- The base book with some files changed; `false` takes one out, a function writes one that asks of the others.
local function folder_of(changes)
  local folder, all, late = support.folder(), {}, {}
  for _, from in ipairs({ base, changes or {} }) do
    for name, text in pairs(from) do
      all[name] = text or nil
    end
  end
  for _, name in ipairs(words.keys(all)) do
    local path = folder
    for part in name:gmatch("([^/]+)/") do
      path = path .. "/" .. part
      if not core.host.exists(path) then
        assert(core.host.mkdir(path))
      end
    end
    if type(all[name]) == "function" then
      late[name] = all[name]
    else
      support.write(folder .. "/" .. name, all[name])
    end
  end
  for name, text in pairs(late) do
    support.write(folder .. "/" .. name, text(folder))
  end
  return folder
end

local function check(folder, on)
  local book = support.open(folder)
  local found = book:check({ on = on })
  book:close()
  return found
end

--- The version of the local rule in a folder that has no variation of it yet.
local function version(folder)
  local book = support.open(folder)
  local out = policy.version(book:policy():rule("local.double"))
  book:close()
  return out
end

local function of(found, id)
  local out = {}
  for _, each in ipairs(found) do
    if each.id == id then
      out[#out + 1] = each
    end
  end
  return out
end

local AUTHORITY <const> = [[
  authority = { agreed_by = "The board", on = "2023-03-01", minute = "item 4", under = cite("constitution", "s. 9") },
  reason = "It was agreed.",]]

--- A variation file: what it varies, and its own lines.
local function vary(id, lines)
  local span <const> = lines:find("in_force", 1, true) and "" or '\n  in_force = between("2023-04-01", "2024-03-31"),'
  return ("return variation %q {%s\n%s\n  %s\n}"):format(id, span, AUTHORITY, lines)
end

local function parameter(id, value)
  return ([[return parameter %q { title = "Ours", unit = "rate", vary = "any", values = {
    { from = "2023-04-01", is = %s, status = "verified" } } }]]):format(id, value)
end

local DOUBLE <const> = [[
return rule "local.double" {
  title = "Twice as much", takes = { start = parts_of(money) },
  steps = function (given)
    return given.start:times(rate "2", "twice"):foot_to(gbp "20.00")
  end,
  worked_example = { given = { start = { a = gbp "3.00", b = gbp "7.00" } }, gives = { a = gbp "6.00", b = gbp "%s" } },
}]]
local WRAPS <const> = [[steps = function (given, p, base) return base(given) end, %s
  worked_example = { given = { start = { a = gbp "10.00" } }, gives = { a = gbp "20.00" } },]]

--- For each check: the files that make it speak, whom it is about and what it says; what keeps it silent, when the
--- base book does not.
local cases <const> = {
  ["years.no-need"] = { { ["system.lua"] = with("system.lua", '"2023/24"', '"2023/24", "2031/32"') }, "2031/32",
    "no practice need is held for 2031/32" },
  ["footprint.none"] = { { ["places/rest.lua"] = with("places/rest.lua", 'practices { district = "E08000033" }',
    'practices { district = "E08000033" } - practices { list = "B86001" }') }, "B86001", "in no place; 2,397.72" },
  ["footprint.twice"] = { { ["places/rest.lua"] = with("places/rest.lua", 'practices { district = "E08000033" }',
    'practices { district = "E08000033" } + practices { list = "B84001" }') }, "B84001", "in calderdale and rest" },
  ["footprint.excluded"] = { { ["system.lua"] = more('excludes = { exclude "B86001" { reason = "closed" } },') },
    "B86001", "is left out by name, .* people: closed" },
  ["exclusion.unknown"] = { { ["system.lua"] = more('excludes = { exclude "B99999" { reason = "closed" } },') },
    "B99999", "no practice of this system has that code" },
  ["places.none"] = { { ["places/calderdale.lua"] = false, ["places/rest.lua"] = false }, "West Yorkshire",
    "the book has no place" },
  ["places.single"] = { { ["places/calderdale.lua"] = false,
    ["places/rest.lua"] = with("places/rest.lua", ' - practices { district = "E08000033" }', "") }, "West Yorkshire",
    "one place covers the whole system" },
  ["place.band"] = { {}, "calderdale", "^222,890 people in 2023/24; places are often 250,000 to 500,000$",
    quiet = { ["policy/variations/band.lua"] = vary("tier.place.band", "is = { least = 1, most = 9000000 },") } },
  ["place.no-purpose"] = { { ["places/rest.lua"] = with("places/rest.lua", "To be the others.",
    require("stead.new").PURPOSE) }, "rest", "its purpose is still to be written" },
  ["system.no-purpose"] = { { ["system.lua"] = with("system.lua", 'purpose = "To see what each place needs.", ', "") },
    "West Yorkshire", "its purpose is not written" },
  ["body.dates"] = { { ["system.lua"] = with("system.lua", "--BODIES",
    'body "X" { kind = "forum", name = "A forum", from = "2023-01-01", to = "2022-01-01" },') }, "X",
    "A forum ends on 1 January 2022, before it starts on 1 January 2023" },
  ["body.unknown-council"] = { { ["system.lua"] = with("system.lua", "--BODIES",
    'body "E08000093" { kind = "council", name = "Nowhere" },') }, "E08000093", "no council has the code E08000093" },
  ["place.unknown-district"] = { { ["places/rest.lua"] = with("places/rest.lua", "name =",
    'residents = districts { "E08000098" }, name =') }, "rest", "no council has the code E08000098" },
  ["partner.not-in-being"] = { { ["system.lua"] = with("system.lua", '"Calderdale Council"',
    '"Calderdale Council", to = "2024-03-30"') }, "calderdale",
    "partner Calderdale Council is not in being on 31 March 2024" },
  ["place.coterminous"] = { { ["places/calderdale.lua"] = with("places/calderdale.lua", "name =",
    'residents = districts { "E08000033" }, name =') }, "calderdale", "^coterminous .* 1%.000 " },
  ["place.straddles"] = { { ["places/rest.lua"] = with("places/rest.lua", "name =",
    'residents = districts { "E07000163" }, name =') }, "rest", "Craven straddles ICBs by residents: 6,056 in Lanc" },
  ["place.entries"] = { { ["places/rest.lua"] = with("places/rest.lua", "name =",
    'residents = districts { "E07000163" }, name =') }, "rest",
    "Craven lies also in Lancashire and South Cumbria %(QE1%), not among its partners",
    quiet = { ["places/rest.lua"] = with("places/rest.lua", "name =",
      'residents = districts { "E07000163" }, partners = { "QE1" }, name ='),
      ["system.lua"] = with("system.lua", "--BODIES", 'body "QE1" { kind = "icb", name = "The other board" },') } },
  ["allocation.fails"] = { { ["system.lua"] = more(UNIFORM:format("5")) }, "core 2023/24", "base.csv",
    quiet = { ["system.lua"] = more(UNIFORM:format("5")), ["base.csv"] = BASE } },
  ["allocation.envelope"] = { { ["base.csv"] = BASE, ["system.lua"] = more(UNIFORM:format("5") .. [[
    envelopes = { envelope "core" { year = "2023/24", amount = gbp "1,050.01", status = "verified" } },]]) },
    "core 2023/24", "the terms give £1,050.00 and the declared envelope is £1,050.01",
    quiet = { ["base.csv"] = BASE, ["system.lua"] = more(UNIFORM:format("5") .. [[
    envelopes = { envelope "core" { year = "2023/24", amount = gbp "1,050.00", status = "verified" } },]]) } },
  ["allocation.negative"] = { { ["base.csv"] = EVEN, ["system.lua"] = more(PACE:format("0")),
    ["policy/variations/less.lua"] = vary("allocation.pace", [[
  steps = function (given, p, base)
    local before = base(given)
    return before:less(before:times({ calderdale = rate "2", rest = rate "0" }))
      :plus(before:times({ calderdale = rate "0", rest = rate "0.2" }))
  end,
  worked_example = {
    given = { baseline = { calderdale = gbp "100.00", rest = gbp "1,000.00" },
      target = { calderdale = gbp "100.00", rest = gbp "1,000.00" }, envelope = gbp "1,100.00" },
    uses = { closing = pct "0" }, gives = { calderdale = gbp "-100.00", rest = gbp "1,200.00" },
  },
]]) }, "calderdale", "^core 2023/24: gets −£100.00$",
    quiet = { ["system.lua"] = more(PACE:format("0")), ["base.csv"] = EVEN } },
  ["allocation.growth-outside"] = { { ["base.csv"] = BASE, ["system.lua"] = more((UNIFORM:format("5")
    :gsub("uniform", "need"))),
    ["policy/parameters/floor.lua"] = parameter("allocation.floor_growth", 'pct "5.5"') }, "calderdale",
    "core 2023/24: grows by %-1%d.*%%; the floor is 5.5%%",
    quiet = { ["base.csv"] = BASE, ["system.lua"] = more(PACE:format("5")),
      ["policy/parameters/floor.lua"] = parameter("allocation.floor_growth", 'pct "5"'),
      ["policy/parameters/ceiling.lua"] = parameter("allocation.ceiling_growth", 'pct "5"') } },
  ["allocation.share-gap"] = { { ["base.csv"] = BASE, ["system.lua"] = more(UNIFORM:format("5")),
    ["policy/parameters/gap.lua"] = parameter("allocation.share_gap", 'pct "1.5"') }, "rest",
    "has 90.00%% of the money and 91%.%d%d%% of the need; the limit is 1.5%%", nth = 2,
    quiet = { ["base.csv"] = BASE, ["system.lua"] = more(UNIFORM:format("5")),
      ["policy/parameters/gap.lua"] = parameter("allocation.share_gap", 'pct "5"') } },
  ["terms.status"] = { { ["system.lua"] = more((NEED:gsub('"need", status = "verified"',
    '"need", status = "illustrative"'))) }, "core 2023/24", "its terms are illustrative",
    quiet = { ["system.lua"] = more(NEED) } },
  ["envelope.no-holder"] = { { ["system.lua"] = more((NEED:gsub(', holder = "QWO"', ""))) }, "core 2023/24",
    "no body is said to hold it", quiet = { ["system.lua"] = more(NEED) } },
  ["parameters.unverified"] = { { ["base.csv"] = BASE, ["system.lua"] = more(PACE:format("5")),
    ["policy/parameters/floor.lua"] = parameter("allocation.floor_growth", 'pct "2"'):gsub("verified", "derived") },
    "allocation.floor_growth", "^2%% is derived; used by core 2023/24 and check allocation.growth%-outside$" },
  ["variation.review-past"] = { { ["policy/variations/band.lua"] = vary("tier.place.band",
    'is = { least = 1, most = 9000000 }, review = "2024-01-31",') }, "tier.place.band",
    "was to be reviewed by 31 January 2024 and is in force for West Yorkshire on 31 March 2024",
    quiet = { ["policy/variations/band.lua"] = vary("tier.place.band",
      'is = { least = 1, most = 9000000 }, review = "2024-03-31",') } },
  ["variation.rule-changed"] = { { ["policy/rules/double.lua"] = DOUBLE:format("14.00"),
    ["policy/variations/wrap.lua"] = vary("local.double", WRAPS:format('against = "0123456789ab",')) }, "local.double",
    "the rule has changed since this was agreed for West Yorkshire: it was 0123456789ab and is %x+ "
      .. "%(policy/rules/double.lua:1%); this book never met the older text" },
  ["variation.no-version"] = { { ["policy/rules/double.lua"] = DOUBLE:format("14.00"),
    ["policy/variations/wrap.lua"] = vary("local.double", WRAPS:format("")) }, "local.double",
    "does not say which version of the rule",
    quiet = { ["policy/rules/double.lua"] = DOUBLE:format("14.00"),
      ["policy/variations/wrap.lua"] = function(folder)
        return vary("local.double", WRAPS:format(('against = "%s",'):format(version(folder))))
      end } },
  ["example.fails"] = { { ["policy/rules/double.lua"] = DOUBLE:format("14.01") }, "local.double",
    "b gives £14.00 and should give £14.01, a difference of −£0.01",
    quiet = { ["policy/rules/double.lua"] = DOUBLE:format("14.00") } },
}

local AGREEMENT <const> = [[
return agreement "joint" {
  title = "Joint", kind = "s75", flexibility = { "pooled" }, parties = { "QWO", "E08000033" }, status = "verified",
  from = "2023-04-01", review = "2024-03-31", aims = "Aims.", contributions = "Yearly.", functions = { "care" },
  people = "Adults.", resources = "Staff.", ending = "On notice.", monitoring = "Quarterly.",
}]]
local POOL <const> = [[
return pool "joint" {
  title = "Joint fund", year = "2023/24", status = "verified", agreement = "joint", host = "E08000033",
  manager = "An officer", functions = { "care" },
  contributions = { { partner = "QWO", amount = gbp "60", minimum = gbp "50" } },
  schemes = { { id = "care", owner = "QWO", amount = gbp "60" } }, outturn = gbp "70",
  overspend = { form = "proportional", caps = { QWO = gbp "10" } },
}]]

local function joint(from, to, agreement)
  local changes = { ["agreements/joint.lua"] = AGREEMENT, ["pools/joint.lua"] = POOL }
  local name = agreement and "agreements/joint.lua" or "pools/joint.lua"
  local at, last = changes[name]:find(from, 1, true)
  changes[name] = changes[name]:sub(1, at - 1) .. to .. changes[name]:sub(last + 1)
  return changes
end

local quiet <const> = joint("QWO", "QWO")
cases["agreement.contents"] = { joint('aims = "Aims.", ', "", true), "joint",
  "^does not say: agreed aims and outcomes$", quiet = quiet }
cases["agreement.review-past"] = { joint('review = "2024-03-31"', 'review = "2024-03-30"', true), "joint",
  "^was to be reviewed by 30 March 2024$", quiet = quiet }
cases["pool.schemes"] = { joint('owner = "QWO", amount = gbp "60"', 'owner = "QWO", amount = gbp "59.99"'), "joint",
  "^schemes come to £59.99 and contributions to £60.00$", quiet = quiet }
cases["pool.unfunded"] = { joint('QWO = gbp "10"', 'QWO = gbp "9.99"'), "joint",
  "^£0.01 is unfunded: no partner bears it$", quiet = quiet }
cases["pool.minimum-only"] = { joint('minimum = gbp "50"', 'minimum = gbp "60"'), "joint",
  "^pools the required minimum and no more$", quiet = quiet }

local BCF <const> = [[
return bcf "plan" {
  title = "Plan", area = "E08000033", year = "2023/24", agreement = "joint", status = "verified",
  last_year = { contribution = gbp "100", social_care = gbp "0", out_of_hospital = gbp "0" },
  sources = { { id = "minimum", stream = "nhs minimum", funder = "QWO", amount = gbp "105.66" } },
  schemes = { { id = "care", source = "minimum", area = "other", commissioner = "nhs", amount = gbp "105.66" } },
  signed = { chief_executive = "2023-06-20", section_151 = "2023-06-20", board = "2023-06-20" },
}]]

local function planned(from, to)
  return { ["agreements/joint.lua"] = AGREEMENT, ["bcf/plan.lua"] = (BCF:gsub(from, to)) }
end

cases["bcf.condition"] = { planned('gbp "100"', 'gbp "100.01"'), "plan",
  "^NHS minimum contribution: £105.66 of £105.67$", quiet = planned("QWO", "QWO") }
cases["bcf.unknown"] = { planned("2023/24", "2031/32"), "plan",
  "^NHS minimum contribution: parameter 'bcf.uplift' has no value on 1 April 2031", quiet = planned("QWO", "QWO") }

local ledger <const> = dofile(here .. "/../ledger/support.lua")

--- Plans that much of the envelope of core, in the ledger of the book in a folder.
local function entered(amount)
  return function(folder)
    local book = support.open(folder)
    ledger.enter(book, { ledger.row({ kind = "plan", place = "calderdale", amount = amount }) })
    book:close()
    return ""
  end
end

cases["ledger.envelope"] = { { ["system.lua"] = more(NEED), ["entered.txt"] = entered("900.00") }, "core 2023/24",
  "plans of £900.00 do not come to the envelope of £1,000.00",
  quiet = { ["system.lua"] = more(NEED), ["entered.txt"] = entered("1000.00") } }

describe("England's check", function()
  teardown(support.clear)
  local checks <const> = policy.load().checks

  for _, id in ipairs(words.keys(checks)) do
    -- Those of who decides are in tests/lua/decisions.
    local it <const> = id:find("^decisions%.") and function() end or it
    it("[R82] " .. id .. " speaks of what it is about, and is silent otherwise", function()
      local case = assert(cases[id], "no case for " .. id)
      local found = check(folder_of(case[1]))
      local first = of(found, id)[case.nth or 1]
      assert.is_truthy(first, tostring(found))
      assert.are.equal(case[2], first.subject)
      assert.matches(case[3], first.message)
      assert.are.equal(checks[id].severity, first.severity)
      assert.are.equal(0, #of(found, "check.failed"), tostring(found))
      found = check(folder_of(case.quiet))
      assert.are.equal(0, #of(found, id), tostring(found))
      assert.are.equal(0, found.errors, tostring(found))
    end)
  end
end)

describe("A changed rule", function()
  teardown(support.clear)

  it("is set beside the text that the variation was agreed against, when the book has met it", function()
    local old = DOUBLE:format("14.00")
    local folder = folder_of({ ["policy/rules/double.lua"] = old })
    local agreed = version(folder)
    support.write(folder .. "/policy/rules/double.lua", (old:gsub('"twice"', '"two times"')))
    assert(core.host.mkdir(folder .. "/policy/variations"))
    support.write(folder .. "/policy/variations/wrap.lua", vary("local.double",
      WRAPS:format(('against = "%s",'):format(agreed))))
    local found = of(check(folder), "variation.rule-changed")[1]
    assert.are.equal('-     return given.start:times(rate "2", "twice"):foot_to(gbp "20.00")\n'
      .. '+     return given.start:times(rate "2", "two times"):foot_to(gbp "20.00")', found.detail)
    assert.matches('then write against = "%x+"', found.todo)
  end)
end)

describe("A finding", function()
  teardown(support.clear)

  local accepted <const> = { ["policy/variations/band.lua"] = vary("place.band",
    'disables = true, subject = "calderdale",') }

  it("[R12] that a variation accepts is listed with its authority and does not count", function()
    local found = check(folder_of(accepted))
    local bands = of(found, "place.band")
    assert.is_nil(bands[1].accepted)
    assert.are.equal("rest", bands[1].subject)
    assert.are.same({ agreed_by = "The board", on = "2023-03-01", minute = "item 4", under = "constitution, s. 9",
      reason = "It was agreed.", where = "policy/variations/band.lua:1" }, bands[2].accepted)
    assert.are.equal(1, found.accepted)
    assert.matches("accepted by The board on 1 March 2023, item 4, under constitution, s. 9: It was agreed.  "
      .. "policy/variations/band.lua:1", tostring(found), 1, true)
  end)

  it("of an error that is accepted does not stand, for its place and its days alone", function()
    local changes = { ["places/rest.lua"] = cases["place.unknown-district"][1]["places/rest.lua"],
      ["policy/variations/district.lua"] = vary("place.unknown-district", 'disables = true, at = "rest",') }
    assert.are.equal(0, check(folder_of(changes)).errors)
    assert.are.equal(1, check(folder_of(changes), "2024-04-01").errors)
    changes["policy/variations/district.lua"] = vary("place.unknown-district", 'disables = true, at = "calderdale",')
    assert.are.equal(1, check(folder_of(changes)).errors)
  end)

  it("of a check that nobody declares cannot be accepted", function()
    local folder = folder_of({ ["policy/variations/band.lua"] = vary("place.bond", "disables = true,") })
    support.refuses(4, "there is no check 'place.bond'; did you mean 'place.band'?", check, folder)
  end)

  it("comes with the errors first, as rows, CSV and JSON", function()
    local found = check(folder_of(cases["body.dates"][1]))
    assert.are.equal("body.dates", found[1].id)
    assert.matches("^  error     body.dates  A body starts before it ends\n    X: A forum ends", tostring(found))
    assert.matches("\n  as on 31 March 2024: 1 error, 0 warnings, %d+ to know$", tostring(found))
    local first = found:rows()()
    assert.are.equal("error", first.severity)
    assert.are.equal("system.lua:6", first.where)
    assert.matches("^severity,id,subject,message,todo,where,citation,accepted_by,accepted_on\r?\nerror,body.dates,X,",
      (found:csv()))
    assert.matches('^%[\n  {\n    "id": "body.dates",\n    "severity": "error",\n    "subject": "X"', found:json())
  end)
end)

describe("A local check", function()
  teardown(support.clear)

  local function with_check(steps, fields)
    return folder_of({ ["policy/checks/ours.lua"] = ([[
return check "ours.purpose" {
  title = "Purposes are short", severity = "warning", todo = "shorten it", %s
  steps = function (given, p)
%s
  end,
}]]):format(fields or "", steps) })
  end

  it("[R85] is one file", function()
    local found = check(with_check([[
    local out = {}
    for _, place in ipairs(given.places) do
      if #place.purpose > 18 then
        table.insert(out, { subject = place.id, where = place.where, message = #place.purpose .. " characters" })
      end
    end
    return out]], 'cites = cite("house style", "p. 2"),'))
    local ours = of(found, "ours.purpose")
    assert.are.equal(1, #ours)
    assert.are.equal("calderdale", ours[1].subject)
    assert.are.equal("warning", ours[1].severity)
    assert.are.equal("house style, p. 2", ours[1].citation)
    assert.are.equal("shorten it", ours[1].todo)
    assert.are.equal("places/calderdale.lua:1", ours[1].where)
    assert.are.equal(1, found.warnings)
  end)

  it("may not take the id of a national one", function()
    local folder = folder_of({ ["policy/checks/band.lua"] = 'return check "place.band" { title = "x", '
      .. 'severity = "info", steps = function () return {} end }' })
    support.refuses(4, "'place.band' is a national check", check, folder)
  end)

  it("that needs a parameter nobody has given says who must", function()
    local found = check(with_check("return {}", 'uses = { gap = parameter "allocation.share_gap" },'))
    assert.matches("needs gap: parameter 'allocation.share_gap' has no value: no national policy sets it",
      of(found, "check.failed")[1].message)
  end)

  local hostile <const> = {
    { "while true do end",
      "policy/checks/ours.lua:1: check 'ours.purpose', line 4: this file ran longer than [%d,]+ instructions" },
    { "local t = {} while true do t[#t + 1] = ('x'):rep(100000) .. #t end",
      "policy/checks/ours.lua:1: check 'ours.purpose', line 4: this file took more than %d+ MB" },
    { "return given.nothing.at_all", "policy/checks/ours.lua:4: attempt to index a nil value %(field 'nothing'%)" },
    { "given.places[1].name = 'Mine' return {}", "policy/checks/ours.lua:4: what a check is given cannot be changed" },
    { "given.on = '1999-01-01' return {}", "policy/checks/ours.lua:4: what a check is given cannot be changed: 'on'" },
    { "table.insert(given.places, {}) return {}", "cannot be changed" },
    { "table.sort(given.places, function() return true end) return {}", "cannot be changed" },
    { "return given.practices('1999/00')",
      "policy/checks/ours.lua:1: check 'ours.purpose': no practice need is held for 1999/00; there is 2023/24" },
    { "return 7", "policy/checks/ours.lua:1: check 'ours.purpose': returned 7; a check returns a list of findings" },
    { "local x = 1", "returned nothing; a check returns a list of findings, {} when all is well" },
    { "return { 7 }", "item 1 must be a table, not 7" },
    { "return { subject = 'x', message = 'y' }", "must be a list, without the key 'message'" },
    { "return { 'x', nil, 'y' }", "check 'ours.purpose'" },
    { "return { { subject = 'x' } }", "finding 1: field 'message' is missing" },
    { "return { { subject = 'x', mesage = 'y' } }", "finding 1: no field 'mesage'; did you mean 'message'?" },
    { "return { { subject = 'x', message = 'y', severity = 'fatal' } }",
      "finding 1: field 'severity' must be error, warning or info, not 'fatal'" },
    { "os.exit(0)", "policy/checks/ours.lua:4: a declaration has no 'os'" },
    { "error({})", "policy/checks/ours.lua" },
    { "return given.say.number('many', 2)", "policy/checks/ours.lua" },
    { "return given.value('no.such', {})", "no parameter 'no.such'" },
    { "return given", "check" },
  }

  for i, each in ipairs(hostile) do
    it("that misbehaves is itself an error, and the rest are run: " .. i, function()
      local found = check(with_check("    " .. each[1]))
      local failed = of(found, "check.failed")
      assert.are.equal(1, #failed)
      assert.are.equal("ours.purpose", failed[1].subject)
      assert.are.equal("policy/checks/ours.lua:1", failed[1].where)
      assert.matches(each[2], failed[1].message)
      assert.are.equal(1, found.errors)
      assert.are.equal(2, #of(found, "place.band"))
    end)
  end

  it("writes nothing to a terminal but text", function()
    local found = check(with_check("return { { subject = '\27[2J', message = 'a\\nb\\r\\27c' } }"))
    assert.is_nil(tostring(found):find("[\r\27]"))
  end)

  it("sees what it is given in the same order always", function()
    local found = check(with_check([[
    local names = {}
    for code in pairs(given.councils) do
      names[#names + 1] = code
    end
    for i = 2, #names do
      if names[i] < names[i - 1] then
        return { { subject = names[i], message = "out of order" } }
      end
    end
    return { { subject = "all", message = "in order" } }]]))
    assert.are.equal("in order", of(found, "ours.purpose")[1].message)
  end)
end)
