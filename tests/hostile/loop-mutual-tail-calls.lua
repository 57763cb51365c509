-- expects: places/hostile.lua:3: this file ran longer than
local f, g
f = function() return g() end
g = function() return f() end
return f()
