-- expects: places/hostile.lua:2: this file ran longer than
for i = math.mininteger, math.maxinteger do local x = i end
