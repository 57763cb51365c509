-- expects: places/hostile.lua:2: this file took more than
local s = string.rep("x", 1 << 40)
