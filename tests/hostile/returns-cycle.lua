-- expects: places/hostile.lua: item 1 is not declared
local list = {}
list[1] = list
return list
