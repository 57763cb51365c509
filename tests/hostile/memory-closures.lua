-- expects: places/hostile.lua:3: this file took more than
local list = {}
while true do local x = #list list[#list + 1] = function() return x end end
