--- Busted's helper: a suite in which nothing ran has failed.
local busted <const> = require("busted")

local ran = 0

busted.subscribe({ "test", "end" }, function()
  ran = ran + 1
  return nil, true
end)

busted.subscribe({ "suite", "end" }, function()
  if ran == 0 then
    io.stdout:write("not ok - no test ran\n")
    os.exit(1)
  end
  return nil, true
end)
