-- expects: places/hostile.lua:3: place 'x': field 'governance' nests deeper than 32 tables
local g = {} for _ = 1, 100000 do g = { g } end
return place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" }, governance = g }
