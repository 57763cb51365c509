-- Who in England is furthest from its target share of primary medical money?
--   stead run scripts/furthest.lua [HOW_MANY]
-- What each council's practices were paid in 2022/23, against its share of its own ICB's weighted population in
-- 2023/24. A distance says where a place starts from, not what it should get next year.
local many = math.tointeger(tonumber(arg[1] or 10))
local all = england:allocate {
  stream = "primary-medical", year = "2023/24", icb = "all", by = "council",
  baseline = "payments:2022/23", growth = pct "0", closing = pct "0",
}

local lines = {}
for _, line in ipairs(all.place) do
  -- A council with a practice or two in a neighbouring ICB says little about that ICB.
  if line.opening_distance and line.practices >= 5 then
    lines[#lines + 1] = line
  end
end
table.sort(lines, function(a, b)
  return a.opening_distance < b.opening_distance
end)

local rows = {}
local function add(line)
  rows[#rows + 1] = { line.name, england.facts:names("icb")[line.icb], line.practices, line.baseline,
    line.baseline - line.target, line.opening_distance }
end
for i = 1, many do
  add(lines[i])
end
for i = #lines - many + 1, #lines do
  add(lines[i])
end

local shown = frame({ { "council", "text" }, { "icb", "text" }, { "practices", "integer" }, { "paid", "money" },
  { "over_target", "money" }, { "distance", "rate" } }, rows)
local about = shown:about()
about.title = ("The %d furthest below target and the %d furthest above, 2022/23 payments, £"):format(many, many)
about.signed, about.keys = { distance = true }, { "council" }
about.notes = { ("of %d councils with five practices or more in an ICB"):format(#lines) }
print(shown)
