--- Busted's helper for `stead test`: counts what ran.
local busted <const> = require("busted")

local count = { success = 0, failure = 0, error = 0, pending = 0 }

busted.subscribe({ "test", "end" }, function(_, _, status)
  count[status] = (count[status] or 0) + 1
  return nil, true
end)

-- A file that does not load, or a setup that fails, ends no test of its own.
busted.subscribe({ "error" }, function(element)
  if element.descriptor ~= "it" then
    count.error = count.error + 1
  end
  return nil, true
end)

return count
