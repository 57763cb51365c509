-- Who decides, as a system might agree it. Illustrative throughout: no body of West Yorkshire has agreed any of this,
-- and no real person is named.
local scheme = cite("illustrative scheme of reservation and delegation", "s. 3")

local function committee(code, place, name, council)
  return body (code) {
    kind = "committee", parent = "QWO", place = place, name = name .. " place committee", from = "2022-07-01",
    members = {
      { name = name .. " place director", role = "ICB", of = "QWO" },
      { name = name .. " clinical lead", role = "clinician", of = "QWO" },
      { name = name .. " independent member", role = "independent", of = "QWO" },
      { name = name .. " director of adult services", role = "council", of = council },
      { name = name .. " director of public health", role = "council", of = council },
    },
    quorum = 3, roles = { "ICB", "council" }, voting = "majority", casting = name .. " independent member",
    conflicts = "declared, and out of the vote",
    ladder = ladder {
      { to = "the leads of both sides", days = 10 }, { to = "both chief executives", days = 20 },
      { to = "an independent mediator", days = 20 },
    },
    note = "illustrative",
  }
end

local function director(code, place, name)
  return body (code) { kind = "officer", parent = "QWO", place = place, name = name .. " place director",
    from = "2022-07-01", note = "illustrative" }
end

local out = {
  body "nhs-england" { kind = "nhs-england", name = "NHS England", from = "2013-04-01" },
}
local services = { "continuing-healthcare", "community-services", "prescribing", "mental-health",
  "learning-disability", "childrens-services", "intermediate-care", "better-care-fund", "population-health",
  "end-of-life" }

for _, each in ipairs {
  { "bradford-district-and-craven", "Bradford District and Craven", "E08000032" },
  { "calderdale", "Calderdale", "E08000033" },
  { "kirklees", "Kirklees", "E08000034" },
  { "leeds", "Leeds", "E08000035" },
  { "wakefield", "Wakefield", "E08000036" },
} do
  local place, name, council = each[1], each[2], each[3]
  local meeting, lead = place .. "-committee", place .. "-director"
  table.insert(out, committee(meeting, place, name, council))
  table.insert(out, director(lead, place, name))
  table.insert(out, post (place .. "-accountable") { title = name .. " place director, the person accountable",
    employers = { "QWO" }, places = { place }, wte = rate "1", accountable = true,
    agreed_by = { "QWO", council }, from = "2022-07-01" })
  for _, service in ipairs(services) do
    table.insert(out, grant (service .. "-" .. meeting) {
      func = service, giver = "QWO", taker = meeting, place = place, by = "internal", limit = gbp "5m",
      per = "decision", from = "2022-07-01", onward = true, under = scheme, consult = { council },
      answers_to = "QWO",
    })
    table.insert(out, grant (service .. "-" .. lead) {
      func = service, giver = meeting, taker = lead, place = place, by = "internal", limit = gbp "1m",
      per = "decision", from = "2022-07-01", under = scheme, answers_to = meeting,
    })
  end
end
return out
