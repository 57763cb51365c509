-- What does a higher floor cost, and who pays for it?
--   stead run scripts/floor-cost.lua [--book DIR]
-- Sweeps the least growth from 0% to 3.5% over the book's primary medical terms and shows what each place gains or
-- loses against no floor. The envelope never changes: what one place gains, the others forgo.
local here = arg[1] == "--book" and open(arg[2]) or book
local base = here:allocate { stream = "primary-medical", year = "2023/24" }
local none = base:with { floor = pct "-100" }

local columns, ids = { { "floor", "rate" } }, {}
for _, line in ipairs(base.place) do
  ids[#ids + 1] = line.code
  columns[#columns + 1] = { line.name, "money" }
end
columns[#columns + 1] = { "moved", "money" }

local rows = {}
for floor in pct.range("0.00", "3.50", "0.50") do
  local tried, moved, row = base:with { floor = floor }, pence(0), { floor }
  for _, id in ipairs(ids) do
    local change = tried.place[id].allocation - none.place[id].allocation
    row[#row + 1] = change
    moved = change > pence(0) and moved + change or moved
  end
  row[#row + 1] = moved
  rows[#rows + 1] = row
end

local shown = frame(columns, rows)
shown:about().title = "Gain or loss against no floor, 2023/24, £"
shown:about().keys = { "floor" }
shown:about().notes = { "each line sums to nothing: the envelope is " .. tostring((base:total())) }
print(shown)
