-- expects: places/hostile.lua:2: this file ran longer than
for i = 1, math.huge do local x = i end
