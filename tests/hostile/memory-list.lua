-- expects: places/hostile.lua:3: this file took more than
local list = {}
while true do list[#list + 1] = #list end
