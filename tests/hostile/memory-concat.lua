-- expects: places/hostile.lua:4: this file took more than
local list = {}
for i = 1, 20 do list[i] = ("x"):rep(50000 + i) end
while true do list[#list + 1] = table.concat(list) end
