-- expects: places/hostile.lua:3: 'op' cannot be set: what is declared does not change
local f = practices { district = "E08000035" }
f.op = "less"
