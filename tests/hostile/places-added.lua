-- expects: places/hostile.lua:3: a place + a place: only footprints are joined so
local x = place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" } }
return x + x
