--- Each check of who decides fires on a book made for it and is silent on one that is in order.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local policy <const> = require("stead.policy")
local quorum <const> = require("stead.decisions.quorum")
local words <const> = require("stead.words")
local grant <const> = support.grant

local function messages(declarations, change, id)
  local book = support.open(support.governed(declarations, change))
  local out = {}
  for _, each in ipairs(book:check({ on = change and change.on or "2023-06-01" })) do
    assert(each.id ~= "check.failed", each.message)
    if each.id == id then
      out[#out + 1] = ("%s %s: %s"):format(each.severity, each.subject, each.message)
    end
  end
  book:close()
  return out
end

local POST <const> = support.POST:gsub("wte", "accountable = true, wte")
local IN_ORDER <const> = POST .. grant("a", "QWO", "committee", 'by = "internal", place = "calderdale", '
  .. 'limit = gbp "5m", per = "year", onward = true')
local PLACE <const> = 'place = "calderdale", '

local function decision(id, on, value, more)
  return ([[decision %q { func = "end-of-life", taker = "director", on = %q, value = gbp %q, supplier = "S", %s },
]]):format(id, on, value, more or "")
end

local DIRECTOR <const> = grant("a", "QWO", "director", 'by = "internal", limit = gbp "250k", per = "decision"')

--- For each check: what a book declares, what it says; what keeps it silent, when the book in order does not.
local cases <const> = {
  ["decisions.no-taker"] = {
    POST .. [[func "hospices" { name = "hospices", origin = "forum", kind = "commissioning", level = "place" },
]] .. grant("a", "QWO", "committee"):gsub("end%-of%-life", "hospices"),
    { "error hospices: nobody can decide hospices in Calderdale" } },
  ["decisions.two-takers"] = { IN_ORDER .. grant("b", "QWO", "director", PLACE .. 'by = "internal"'),
    { "error end-of-life: palliative and end of life care in Calderdale: The committee and The director may each "
      .. "decide" },
    IN_ORDER .. grant("b", "committee", "director", PLACE .. 'by = "internal"') },
  ["decisions.not-held"] = { grant("a", "trust", "deputy"),
    { "error a: trust hands on end-of-life, which it does not hold" } },
  ["decisions.round"] = {
    grant("a", "QWO", "trust", 'by = "s65Z5", onward = true') .. grant("b", "trust", "QWO", 'by = "s65Z5"'),
    { "error b: trust to QWO closes a circle of grants of end-of-life" } },
  ["decisions.onward"] = {
    grant("a", "QWO", "director", 'by = "internal", limit = gbp "1m", per = "decision"')
      .. grant("b", "director", "deputy", 'by = "internal", limit = gbp "0.5m", per = "decision"'),
    { "error b: director may not hand end-of-life on to deputy: a does not allow it" } },
  ["decisions.over-limit"] = {
    IN_ORDER .. grant("b", "committee", "director", PLACE .. 'by = "internal", limit = gbp "3m", per = "year"')
      .. grant("c", "committee", "forum", PLACE .. 'by = "internal", limit = gbp "9m", per = "year"')
      .. grant("d", "committee", "officer", PLACE .. 'by = "internal", limit = gbp "2.5m", per = "year"'),
    { "error c: £9,000,000.00 is over the £5,000,000.00 that committee has under a",
      "warning d: committee hands on £5,500,000.00 a year of end-of-life and has £5,000,000.00" },
    bodies = support.BODIES .. 'body "officer" { kind = "officer", parent = "QWO", name = "An officer" },' },
  ["decisions.unlawful"] = {
    grant("a", "QWO", "forum") .. grant("b", "QWO", "charity", 'by = "s65Z5"')
      .. grant("c", "E08000033", "QWO", 'by = "s65Z5"'):gsub("end%-of%-life", "public-health")
      .. grant("d", "nhse", "QWO", 'by = "s65Z5"'):gsub("end%-of%-life", "icb-assessment")
      .. grant("e", "QWO", "deputy"),
    { "error a: QWO to forum by internal: a forum, a PCN or an ICP decides nothing",
      "error b: QWO to charity by s65Z5: a voluntary body cannot hold a statutory function",
      "error e: QWO to deputy by internal: the taker is not a committee or an officer of the giver's own body",
      "error c: E08000033 to QWO by s65Z5: the giver has no such power: a council uses section 75 or 101, an NHS body "
        .. "65Z5, 65Z6 or 75",
      "error d: nhse to QWO by s65Z5: the function is excluded from sections 65Z5 and 65Z6" } },
  ["decisions.reserved"] = { grant("a", "QWO", "committee"):gsub("end%-of%-life", "annual-accounts"),
    { "error a: annual-accounts is reserved to the board of QWO" } },
  ["decisions.grant-days"] = {
    grant("a", "QWO", "committee"):gsub("2023%-04%-01", "2022-01-01")
      .. grant("b", "QWO", "committee", 'by = "internal", to = "2023-05-01"'):gsub("end%-of%-life", "prescribing"),
    { "error a: it starts on 1 January 2022, before The ICB on 1 July 2022",
      "error b: it expired on 1 May 2023 and nothing took its place" } },
  ["decisions.agreement"] = { grant("a", "QWO", "E08000033", 'by = "s75"'),
    { "error a: end-of-life is handed to E08000033 under section 75 and no agreement is named" },
    grant("a", "QWO", "E08000033", 'by = "s75", agreement = "bcf"') },
  ["decisions.accountable"] = { DIRECTOR, { "error calderdale: nobody is accountable" } },
  ["decisions.money"] = { grant("a", "QWO", "committee", 'by = "internal", stream = "core"'),
    { "warning a: it decides on core, of which there is no allocation" } },
  ["decisions.beyond"] = {
    DIRECTOR .. decision("d1", "2023-05-01", "300,000")
      .. [[decision "d2" { func = "end-of-life", taker = "committee", on = "2023-05-01", value = gbp "1",
        present = { "A", "B" }, conflicted = { "B" } },]] .. grant("c", "QWO", "committee"),
    { "error d1: director had no power to decide £300,000.00 of end-of-life on 1 May 2023",
      "error d2: committee was not quorate: 1 member free to vote, of the 2 it needs and no LA member who is free to "
        .. "vote" },
    DIRECTOR .. decision("d1", "2023-05-01", "250,000") },
  ["decisions.split"] = {
    DIRECTOR .. decision("d1", "2023-05-01", "180,000") .. decision("d2", "2023-05-31", "190,000"),
    { "warning d2: £180,000.00 on 1 May 2023 and £190,000.00 on 31 May 2023, together more than director may decide" },
    DIRECTOR .. decision("d1", "2023-05-01", "180,000") .. decision("d2", "2023-06-01", "190,000") },
  ["decisions.settles"] = { IN_ORDER, {
    "warning joint: Both has no ladder for disputes", "warning joint: Both has no quorum",
    "warning joint: Both has no rule on conflicts of interest" },
    bodies = support.BODIES .. 'body "joint" { kind = "joint-committee", name = "Both" },' },
  ["decisions.each-icb"] = { IN_ORDER, { "warning end-of-life: end-of-life is granted for Calderdale, and not by QE1" },
    bodies = support.BODIES .. 'body "QE1" { kind = "icb", name = "The other ICB" },',
    partners = '"QWO", "QE1", "E08000033"' },
  ["decisions.held-higher"] = { grant("a", "QWO", "director", 'by = "internal"'):gsub("end%-of%-life", "digital"),
    nil },
  ["decisions.duplicate"] = {
    grant("a", "QWO", "committee", 'by = "internal", limit = gbp "1", per = "decision"')
      .. grant("b", "QWO", "twin", 'by = "internal", limit = gbp "1", per = "decision"'),
    { "info committee: The committee and The twin share 2 of 2 members and have the same functions" },
    bodies = support.BODIES .. [[body "twin" { kind = "committee", parent = "QWO", name = "The twin",
      members = { { name = "A", role = "ICB" }, { name = "B", role = "LA" } } },]] },
  ["decisions.both-tiers"] = { IN_ORDER, { "warning calderdale: no lower-tier council is among its partners" },
    bodies = support.BODIES:gsub('tier = "both"', 'tier = "upper"') },
}

describe("the check", function()
  after_each(support.clear)

  it("is never of who decides without a case", function()
    for _, id in ipairs(words.keys(policy.load().checks)) do
      assert(cases[id] or not id:find("^decisions%."), "no case for " .. id)
    end
  end)

  for _, id in ipairs(words.keys(cases)) do
    local case <const> = cases[id]
    it(id .. " fires", function()
      local found = messages(case[1], case, id)
      if case[2] then
        assert.same(case[2], found)
      else
        assert.truthy(#found > 0 and found[1]:find("is decided by the ICB itself in Calderdale", 1, true))
      end
    end)

    it(id .. " is silent on a book in order", function()
      if id ~= "decisions.held-higher" then
        assert.same({}, messages(case[3] or IN_ORDER, nil, id))
      end
      assert.same({}, messages(POST, nil, id))
    end)
  end

  it("of two takers is silent while they agreed to leave it open, and not after", function()
    local open <const> = cases["decisions.two-takers"][1] .. [[ambiguity "early" { func = "end-of-life",
      place = "calderdale", agreed_by = "The ICB", on = "2023-04-01", review = "2023-09-30", reason = "Early days." },]]
    assert.same({}, messages(open, { on = "2023-09-30" }, "decisions.two-takers"))
    assert.same(1, #messages(open, { on = "2023-10-01" }, "decisions.two-takers"))
  end)

  it("of one accountable person sees several, a vacant one, and one shared without the others", function()
    local second <const> = POST:gsub('"lead"', '"second"')
    assert.same({ "error calderdale: 2 posts are accountable" }, messages(POST .. second, nil, "decisions.accountable"))
    assert.same({ "error calderdale: the accountable post 'lead' is vacant" },
      messages(POST:gsub("wte", "vacant = true, wte"), nil, "decisions.accountable"))
  end)
end)

describe("a quorum", function()
  it("fails on two grounds when the two with conflicts leave four of five and no council member", function()
    local members, present = {}, {}
    for i = 1, 9 do
      members[i] = { name = "m" .. i, role = i == 1 and "LA" or "ICB" }
      present[i] = i <= 6 and "m" .. i or nil
    end
    local body <const> = { members = members, quorum = 5, roles = { "ICB", "LA" } }
    assert.same({ "4 members free to vote, of the 5 it needs", "no LA member who is free to vote" },
      quorum.grounds(body, present, { "m1", "m2" }))
    assert.same({}, quorum.grounds(body, present, {}))
    assert.same({}, quorum.grounds(body, present, { "m2" }))
  end)
end)
