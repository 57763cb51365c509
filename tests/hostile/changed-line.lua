-- expects: places/hostile.lua:3: 'line' cannot be set: what is declared does not change
local x = place "x"
x.line = {}
