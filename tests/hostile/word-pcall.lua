-- expects: places/hostile.lua:2: a declaration has no 'pcall': it says what was agreed
while true do pcall(function() while true do end end) end
