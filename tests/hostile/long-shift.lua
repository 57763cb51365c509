-- expects: places/hostile.lua:4: this file ran longer than 1 second; look for work
local list = {}
for i = 1, 200000 do list[i] = i end
while true do table.insert(list, 1, 1) end
