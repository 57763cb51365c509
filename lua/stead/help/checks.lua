--- What `stead check` finds, by id: as England's checks say of themselves.
local policy <const> = require("stead.policy")
local words <const> = require("stead.words")

---@type stead.HelpEntry[]
local entries = {}

local checks <const> = policy.load().checks
for _, id in ipairs(words.keys(checks)) do
  entries[#entries + 1] = { name = id, kind = "check", usage = checks[id].severity,
    means = checks[id].note or checks[id].title, example = "book:check()" }
end

return entries
