-- expects: places/hostile.lua:2: this file took more than
local s = ("x"):rep(1000, ("y"):rep(1000000))
