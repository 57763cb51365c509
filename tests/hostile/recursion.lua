-- expects: places/hostile.lua:2: this file took more than
local function f() return 1 + f() end
return f()
