-- expects: places/hostile.lua:2: this file ran longer than
local function f() return f() end
return f()
