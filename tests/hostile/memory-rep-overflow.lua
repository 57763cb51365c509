-- expects: places/hostile.lua:2: this file took more than
local s = ("xx"):rep(math.maxinteger)
