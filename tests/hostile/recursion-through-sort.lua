-- expects: places/hostile.lua:
local function f() table.sort({ 2, 1 }, function() return f() end) end
return f()
