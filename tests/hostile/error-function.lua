-- expects: places/hostile.lua:2: error takes a text, and was given a function
error(function() while true do end end)
