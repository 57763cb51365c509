-- expects: places/hostile.lua:3: 
local f
f = function(...) return 1, f(1, ...) end
return f()
