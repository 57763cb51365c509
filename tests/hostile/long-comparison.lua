-- expects: places/hostile.lua:4: this file ran longer than 1 second; look for work
local a = ("x"):rep(1000000) .. "a"
local b = ("x"):rep(1000000) .. "b"
while true do local c = a < b end
