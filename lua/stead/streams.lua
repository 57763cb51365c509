--- The streams that need can share, and the column of weighted people that each goes by.
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local streams = {}

local column <const> = {
  ["primary-medical"] = "primary_medical",
  ["core"] = "core",
  ["general-acute"] = "general_acute",
  ["community"] = "community",
  ["mental-health"] = "mental_health",
  ["maternity"] = "maternity",
  ["prescribing"] = "prescribing",
  ["health-inequalities"] = "health_inequalities",
}

streams.titles = {
  ["primary-medical"] = "Primary medical care",
  ["core"] = "Core services",
  ["general-acute"] = "General and acute",
  ["community"] = "Community services",
  ["mental-health"] = "Mental health",
  ["maternity"] = "Maternity",
  ["prescribing"] = "Prescribing",
  ["health-inequalities"] = "Health inequalities",
}

--- The weighted-population column of a stream; raises with the nearest when there is none.
---@param stream string
---@return string
function streams.column(stream)
  local found = column[stream]
  if not found then
    fault.command("no stream '%s'%s (streams shared by need: %s)", stream,
      words.did_you_mean(stream, words.keys(column)), words.list(words.keys(column)))
  end
  return found
end

return streams
