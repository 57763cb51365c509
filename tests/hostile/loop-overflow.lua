-- expects: places/hostile.lua:3: this file ran longer than
local i = math.maxinteger
while i ~= 0.5 do i = i + 1 end
