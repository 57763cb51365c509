-- expects: places/hostile.lua:
local s = ("x"):rep(4000)
return s:gsub("x", ("y"):rep(1000000))
