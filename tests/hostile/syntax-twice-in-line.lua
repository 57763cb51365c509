-- expects: places/hostile.lua:2: unexpected symbol near '='
local a = 1; local b = = 2
