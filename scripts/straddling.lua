-- Which councils lie in more than one integrated care board, and by how many people?
--   stead run scripts/straddling.lua [--residents]
-- By default registered people at practices of 2023/24, each at its practice's own council; with --residents,
-- where people live (mid-2020, boundaries of 2022). The two bases answer different questions: never mix them.
local by = arg[1] == "--residents" and "residents" or "registered"
local facts = england.facts

local all = overlap.straddling(facts, { year = "2023/24", column = "council", basis = by })
local minor, councils, kept = 0.05, {}, {}
for row in all:rows() do
  councils[row.code] = true
  -- A sliver is one practice across a boundary; say how many there are rather than list them.
  if row.share >= minor and row.share <= 1 - minor then
    kept[#kept + 1] = { row.code, row.name, row.icb_name, row.people, row.share }
  end
end

local shown = frame({ { "code", "text" }, { "council", "text" }, { "icb", "text" }, { "people", "quantity" },
  { "share", "real" } }, kept)
local material = {}
for row in shown:rows() do
  material[row.code] = true
end
shown:about().title = ("Councils in more than one ICB, by %s people")
  :format(by == "residents" and "resident" or "registered")
shown:about().keys = { "code", "council" }
shown:about().notes = {
  ("%s in more than one ICB; %d with 5%% of their people or more in a second"):format(
    words.count(#words.keys(councils), "council"), #words.keys(material)),
}
print(shown)
