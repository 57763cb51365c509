--- Components of need and the streams that go by them.
local function index_of(component)
  return ('book:need({ year = "2023/24", by = "place" }):select({ "name", "%s" })'):format(component)
end

local list = {
  { "population", "Registered people of a practice, scaled to the published national total.", nil },
  { "general_acute", "People weighted for their need of general and acute hospital care.", "general-acute" },
  { "community", "People weighted for their need of community services.", "community" },
  { "mental_health", "People weighted for their need of mental health care.", "mental-health" },
  { "maternity", "People weighted for maternity. Blank in some rows of 2022/23: left out and listed.", "maternity" },
  { "prescribing", "People weighted for their need of prescribed medicines.", "prescribing" },
  { "health_inequalities", "People weighted by avoidable mortality: unmet need and inequality.",
    "health-inequalities" },
  { "core", "The final weighted population of core allocations: the components above, combined.", "core" },
  { "primary_medical_need", "People weighted for primary medical care, before the adjustment for inequality.", nil },
  { "primary_medical", "The final weighted population for primary medical care: 85% its need, 15% health inequalities.",
    "primary-medical" },
}

---@type stead.HelpEntry[]
local out = {}
for _, each in ipairs(list) do
  local component <const>, means <const>, stream <const> = table.unpack(each, 1, 3)
  out[#out + 1] = { name = component, kind = "component", usage = "a column of need", means = means,
    units = component == "population" and "people" or "weighted people; they sum to England's population",
    example = index_of(component) }
  if stream then
    out[#out + 1] = { name = stream, kind = "stream", usage = ('stream = "%s"'):format(stream),
      means = ("Money shared by the column %s of need. %s"):format(component, means), units = "pence",
      example = ('book:allocate { stream = "%s", year = "2023/24", envelope = gbp "100m", method = "need" }')
        :format(stream == "primary-medical" and "general-acute" or stream) }
  end
end
for i, each in ipairs(out) do
  if each.name == "primary-medical" then
    out[i].example = 'book:allocate { stream = "primary-medical", year = "2023/24" }'
  end
end
return out
