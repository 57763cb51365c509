--- The practice rows that a line of an allocation rests on.
local core <const> = require("stead.core")
local leaf <const> = require("stead.explain.leaf")

local practices = {}

local columns <const> = {
  { "practice", "text" }, { "name", "text" }, { "population", "quantity" }, { "weight", "quantity" },
  { "need_line", "integer" }, { "baseline", "money" }, { "baseline_line", "integer" },
}

--- The practices of one line: people, weighted people and payment, each with its line in the published file.
---@param allocation stead.Allocation
---@param line stead.Line
---@return stead.Frame
function practices.frame(allocation, line)
  local need, base, rows = allocation.need, allocation.base, {}
  local sums = { name = "total", population = 0, weight = 0, baseline = core.money.pence(0) }
  for i, row in ipairs(leaf.rows(allocation, line)) do
    local code = need:cell(row, "practice")
    local pence = base.pence and base.pence[code]
    local people, weight = need:cell(row, "population"), need:cell(row, allocation.column)
    rows[i] = { code, need:cell(row, "name"), people, weight, need:line(row), pence and core.money.pence(pence),
      pence and base.line[code] }
    sums.population, sums.weight = sums.population + (people or 0), sums.weight + (weight or 0)
    sums.baseline = sums.baseline + core.money.pence(pence or 0)
  end
  local frame = core.frame.new(columns, rows)
  local about <const> = frame:about()
  about.title = ("What %s rests on, practice by practice"):format(line.name)
  about.keys, about.totals, about.decimals = { "practice", "name" }, sums, { population = 0, weight = 4 }
  about.headings = { weight = allocation.column:gsub("_", " ") .. "\nweighted people", need_line = "line of\nthe file",
    baseline_line = "line of\nthe file" }
  return frame
end

return practices
