--- The steps that led to a value, first to last, with what they came to: what an invariant that broke has to show.
local tree <const> = require("stead.explain.tree")

local working = {}

--- A line for each step.
---@param value stead.Parts
---@param icb string
---@return string[]
function working.lines(value, icb)
  local steps = {}
  local at = value
  while at do
    local made = at:made()
    table.insert(steps, 1, { op = made.op, sentence = made.sentence, text = tree.pounds(at:total(icb):text()) })
    at = made.from
  end
  local out = {}
  for i, step in ipairs(steps) do
    out[i] = ("  %-14s £%s%s"):format(step.op, step.text, step.sentence and "   " .. step.sentence or "")
  end
  return out
end

return working
