--- Runs a script that takes `core` with a full collection at every line, so that finalizers meet every
-- state between. usage: stead run tests/lua/torture.lua SCRIPT
local script <const> = assert(loadfile(assert(arg[1], "no script named"), "t"))
local core <const> = require("stead.core")

debug.sethook(function() collectgarbage() end, "l")
script(core)
debug.sethook()
