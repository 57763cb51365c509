--- Who decides, asked of books: the taker and the route, or why nobody or more than one; and what does not load.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local core <const> = require("stead.core")
local words <const> = require("stead.words")
local gbp <const> = core.money.gbp
local grant <const> = support.grant

local function ask(declarations, question, change)
  local book = support.open(support.governed(declarations, change))
  question.func, question.on = question.func or "end-of-life", question.on or "2023-06-01"
  question.amount = question.amount or gbp(1)
  local answer = book:who_decides(question)
  book:close()
  return answer
end

local CHAIN <const> = grant("a", "QWO", "committee", 'by = "internal", place = "calderdale", limit = gbp "5m", '
  .. 'per = "decision", onward = true, consult = { "E08000033" }, answers_to = "QWO"')
  .. grant("b", "committee", "director", 'by = "internal", place = "calderdale", limit = gbp "1m", per = "decision"')

describe("who decides", function()
  after_each(support.clear)

  it("is whoever it is handed down to with limit enough, and says how it came there", function()
    local place <const> = "calderdale"
    for _, each in ipairs({ { 1000000, "director" }, { 1000001, "committee" }, { 5000001, "QWO" } }) do
      local answer = ask(CHAIN, { place = place, amount = gbp(each[1]) })
      assert.same("one", answer.verdict)
      assert.same(each[2], answer.takers[1].body.id)
    end
    local text = tostring(ask(CHAIN, { place = place, amount = gbp("1.2m") }))
    assert.truthy(text:find("^The committee decides £1,200,000.00 of palliative and end of life care in Calderdale "
      .. "on 1 June 2023: it is The ICB's by NHS Act 2006, s. 3 %(unverified%); The ICB hands it to The committee by "
      .. "its own scheme up to £5,000,000.00 a decision from 1 April 2023 %(scheme, s. 1; governance/scheme.lua:2%)"))
    assert.truthy(text:find("it consults Calderdale Council", 1, true))
    assert.truthy(text:find("The director decides up to £1,000,000.00 a decision", 1, true))
  end)

  it("is its origin before a grant, after it, and elsewhere", function()
    assert.same("QWO", ask(CHAIN, { place = "calderdale", on = "2023-03-31" }).takers[1].body.id)
    assert.same("QWO", ask(CHAIN, {}).takers[1].body.id)
  end)

  it("[R2] is nobody before the body is in being, and nobody when the place's council is not settled", function()
    assert.same("no origin", ask(CHAIN, { on = "2022-06-30" }).verdict)
    local answer = ask(CHAIN, { func = "housing", place = "calderdale" }, { partners = '"E08000033", "E06000065"' })
    assert.same("no origin", answer.verdict)
    assert.truthy(answer.says:find("that of Calderdale Council and Another Council", 1, true))
    assert.same("E08000033", ask(CHAIN, { func = "housing", place = "calderdale" }).takers[1].body.id)
  end)

  it("is not clear when it is handed to two, and when it goes round", function()
    local two = ask(CHAIN .. grant("c", "QWO", "director", 'by = "internal", place = "calderdale"'),
      { place = "calderdale", amount = gbp("2m") })
    assert.same("several", two.verdict)
    assert.truthy(two.says:find("^The committee and The director may each decide"))
    local round = ask(grant("a", "QWO", "trust", 'by = "s65Z5", onward = true')
      .. grant("b", "trust", "QWO", 'by = "s65Z5", onward = true'), {})
    assert.same("round", round.verdict)
    assert.truthy(round.says:find("go round in a circle", 1, true))
  end)

  it("goes past grants that the law does not carry", function()
    assert.same("QWO", ask(grant("a", "QWO", "forum"), {}).takers[1].body.id)
    assert.same("QWO", ask(grant("a", "QWO", "charity", 'by = "s65Z5"'), {}).takers[1].body.id)
  end)

  it("refuses what it does not know, naming the nearest", function()
    support.refuses(2, "no function 'end%-of%-lif'; did you mean 'end%-of%-life'", ask, CHAIN, { func = "end-of-lif" })
    support.refuses(2, "no place called 'calderdal' .*did you mean 'calderdale'", ask, CHAIN, { place = "calderdal" })
    support.refuses(2, "amount must be money", ask, CHAIN, { amount = 12 })
    support.refuses(2, "on must be a day", ask, CHAIN, { on = "June" })
  end)
end)

describe("what does not agree with itself does not load", function()
  after_each(support.clear)

  local cases <const> = {
    ["grant 'a': taker 'comittee' is not a body that is declared; did you mean 'committee'"] =
      grant("a", "QWO", "comittee"),
    ["grant 'a': func 'end' is not a function"] = grant("a", "QWO", "committee"):gsub("end%-of%-life", "end"),
    ["grant 'a': 'QWO' gives it to itself"] = grant("a", "QWO", "QWO"),
    ["grant 'a': it ends on 1 March 2023, before it starts on 1 April 2023"] =
      grant("a", "QWO", "director", 'by = "internal", to = "2023-03-01"'),
    ["reserved to the board; it has no limit"] =
      grant("a", "QWO", "director", 'by = "internal", limit = gbp "1", per = "year"')
        :gsub("end%-of%-life", "annual-accounts"),
    ["a limit is per decision or per year"] = grant("a", "QWO", "director", 'by = "internal", limit = gbp "1"'),
    ["field 'by' must be internal, .* not 's65'"] = grant("a", "QWO", "director", 'by = "s65"'),
    ["body 'x': a quorum of 3, and 1 member"] =
      'body "x" { kind = "committee", name = "X", quorum = 3, members = { { name = "A", role = "B" } } },',
    ["the quorum needs the role 'LA', which no member has"] =
      'body "x" { kind = "committee", name = "X", roles = { "LA" }, members = { { name = "A", role = "B" } } },',
    ["its ladder ends with 'trust', a party to the dispute"] =
      'body "x" { kind = "joint-committee", name = "X", ladder = ladder { { to = "trust", days = 5 } }, '
        .. 'members = { { name = "A", role = "B", of = "trust" } } },',
    ["step 1 of its ladder needs `days`"] =
      'body "x" { kind = "joint-committee", name = "X", ladder = ladder { { to = "mediator" } } },',
    ["'P' holds it whole%-time, and holds 'one' whole%-time too"] =
      'post "one" { holder = "P", wte = rate "1" }, post "two" { holder = "P", wte = rate "1" },',
    ["func 'prescribing' is on England's list"] =
      'func "prescribing" { name = "P", origin = "icb", kind = "commissioning", level = "place" },',
    ["its review on 1 January 2023 is before it was agreed"] = [[ambiguity "x" { func = "end-of-life",
      agreed_by = "The ICB", on = "2023-02-01", review = "2023-01-01", reason = "Early days." },]],
    ["present 'Z' is not a member that is declared"] =
      [[decision "d" { func = "end-of-life", taker = "committee", on = "2023-05-01", value = gbp "1",
        present = { "Z" } },]],
  }
  for _, message in ipairs(words.keys(cases)) do
    it("and says " .. message, function()
      local declarations = cases[message]
      support.refuses(4, "governance/scheme.lua:%d+: .*" .. message, support.open, support.governed(declarations))
    end)
  end
end)
