--- A sweep from Lua: a thousand policies over the five places of a system, each to the penny.
local tools <const> = require("tools")

return function(note)
  local base <const> = england:allocate { stream = "primary-medical", year = "2023/24", icb = "QWO", by = "district",
    baseline = "payments:2022/23", growth = pct "3.6", closing = pct "25", floor = pct "2" }
  local floors <const> = {}
  for i = 1, 1000 do
    floors[i] = pct(("%d.%03d"):format(i // 1000, i % 1000))
  end
  local took <const> = tools.time(5, { function()
    for _, floor in ipairs(floors) do
      base:with { floor = floor }.result:close()
    end
  end })
  note { what = "a sweep of 1,000 policies over one system: allocation:with { floor }", unit = "ms", stead = took[1],
    budget = { under = 300 } }
end
