-- expects: places/hostile.lua:3: this file took more than
local f = function() return 0 end
while true do local g = f f = function() return g end end
