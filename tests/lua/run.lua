--- Runs the specs under one folder inside stead: `stead run tests/lua/run.lua FOLDER [busted's own options]`.
-- Leaves with 0 only when at least one test ran and none failed.
assert(_VERSION == "Lua 5.4", "the specs need Lua 5.4, this is " .. _VERSION)

local folder <const> = assert(arg[1], "no folder of specs named")
local here <const> = arg[0]:match("^(.*)/[^/]*$") or "."

if not package.searchpath("busted.runner", package.path) then
  print("skipped: busted is not installed (lua-busted)")
  os.exit(77)
end

-- Busted leaves with the number of failures, which a shell would take modulo 256.
local exit <const> = os.exit
os.exit = function(status) -- luacheck: ignore 122
  exit((status == 0 or status == true) and 0 or 1, true)
end

local program <const> = here .. "/run.lua"
arg = table.move(arg, 2, #arg, 4, { [0] = program, folder, "--output=TAP", "--helper=" .. here .. "/helper.lua" })
require("busted.runner")({ standalone = false })
