-- expects: places/hostile.lua:3: place 'x': field 'governance.self' holds itself
local g = {} g.self = g
return place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" }, governance = g }
