--- The lines of the bench, one module each: what is measured, beside what, and whether the budget holds.
package.path = "scripts/bench.d/?.lua;" .. package.path
local core <const> = require("stead.core")

local modules <const> = { "need", "whatif", "practices", "policy", "start", "reading", "workbook", "sweep",
  "ledger" }

local wanted, any = {}, #arg > 0
for _, name in ipairs(arg) do
  wanted[name] = true
end

local rows, over = {}, 0

--- Notes one line.
--- The ratio is how many times as long the other takes, unless the line gives one.
---@class Line
---@field what string
---@field unit string
---@field stead number
---@field beside string? what it is compared with; with no `other` it is not installed
---@field other number?
---@field ratio number?
---@field budget { under: number?, at_least: number?, at_most: number? }?
local function note(line)
  local budget <const>, ratio <const> = line.budget or {}, line.ratio or line.other and line.other / line.stead
  local words, met
  if budget.under then
    words, met = ("under %g %s"):format(budget.under, line.unit), line.stead < budget.under
  elseif budget.at_least then
    words, met = ("ratio at least %g"):format(budget.at_least), ratio and ratio >= budget.at_least
  elseif budget.at_most then
    words, met = ("ratio at most %g"):format(budget.at_most), ratio <= budget.at_most
  end
  local outcome <const> = words and (met == nil and "not measured" or met and "met" or "OVER") or nil
  over = over + (outcome == "OVER" and 1 or 0)
  rows[#rows + 1] = { line.what, line.stead, line.unit,
    line.beside and not line.other and line.beside .. " (not here)" or line.beside, line.other, ratio, words, outcome }
  io.stderr:write("  ", line.what, "\n")
end

for _, name in ipairs(modules) do
  if not any or wanted[name] then
    require(name)(note)
  end
end

local table_ <const> = frame({ { "what", "text" }, { "stead", "real" }, { "unit", "text" }, { "beside", "text" },
  { "beside_takes", "real" }, { "ratio", "real" }, { "budget", "text" }, { "outcome", "text" } }, rows)
local about <const> = table_:about()
about.title = "stead beside what an analyst would otherwise use; medians of one run"
about.headings = { beside_takes = "takes" }
print(table_:text { width = 200 })
print(over == 0 and "every budget is met" or ("%d over budget"):format(over))
assert(core.host.write_file("build/bench.json", table_:json() .. "\n"))
