-- expects: places/hostile.lua:3: 'name' cannot be set: what is declared does not change
local x = place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" } }
x.name = 7
