--- A small book of governance: an ICB, two councils, a place; and what the specs change in it.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local core <const> = require("stead.core")
local support <const> = dofile(here .. "/../support.lua")

support.BODIES = [[
    body "QWO" { kind = "icb", name = "The ICB", from = "2022-07-01" },
    body "E08000033" { kind = "council", tier = "both", name = "Calderdale Council" },
    body "trust" { kind = "nhs-trust", name = "The trust" },
    body "committee" { kind = "committee", parent = "QWO", name = "The committee", place = "calderdale",
      members = { { name = "A", role = "ICB", of = "QWO" }, { name = "B", role = "LA", of = "E08000033" } },
      quorum = 2, roles = { "ICB", "LA" }, voting = "majority", casting = "A", conflicts = "leave the room",
      ladder = ladder { { to = "mediator", days = 20 } } },
    body "director" { kind = "officer", parent = "QWO", name = "The director" },
    body "deputy" { kind = "officer", parent = "trust", name = "The deputy" },
    body "forum" { kind = "forum", name = "The forum" },
    body "charity" { kind = "vcse", name = "The charity" },
    body "nhse" { kind = "nhs-england", name = "NHS England" },
    body "E06000065" { kind = "council", name = "Another Council" },
]]

--- What makes the small book whole: somebody accountable.
support.POST = [[post "lead" { title = "Place lead", employers = { "QWO" }, places = { "calderdale" }, wte = rate "1",
  agreed_by = { "QWO", "E08000033" } },]]

--- A book whose governance/scheme.lua returns a list of the declarations given; `bodies` stand in place of BODIES,
--- `place` in its fields.
function support.governed(declarations, change)
  change = change or {}
  local system = ([[
return system "QWO" { name = "West Yorkshire", purpose = "To see.", years = { "2023/24" },
  bodies = {
%s  } }]]):format(change.bodies or support.BODIES)
  local place = ([[
return place "calderdale" { name = "Calderdale", purpose = "To be one.",
  footprint = practices { district = "E08000033" }, partners = { %s }, %s }]])
    :format(change.partners or '"QWO", "E08000033"', change.place or "")
  local folder = support.system(system, { calderdale = place })
  assert(core.host.mkdir(folder .. "/governance"))
  support.write(folder .. "/governance/scheme.lua", "return {\n" .. declarations .. "\n}")
  return folder
end

--- A grant's line: its fields over what most have.
function support.grant(id, giver, taker, fields)
  return ([[grant %q { func = "end-of-life", giver = %q, taker = %q, from = "2023-04-01",
    under = cite("scheme", "s. 1"), %s },
]]):format(id, giver, taker, fields or 'by = "internal"')
end

return support
