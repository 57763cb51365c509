-- expects: places/hostile.lua:2: a declaration has no 'xpcall': it says what was agreed
xpcall(function() while true do end end, function() while true do end end)
