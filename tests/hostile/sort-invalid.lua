-- expects: places/hostile.lua:4: invalid order function for sorting
local list = {}
for i = 1, 1000 do list[i] = i % 7 end
table.sort(list, function() return true end)
