-- expects: places/hostile.lua:2: a declaration has no 'setmetatable': it says what was agreed
setmetatable({}, { __gc = function() while true do end end })
