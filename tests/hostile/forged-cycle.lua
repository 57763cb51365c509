-- expects: places/hostile.lua:4: place 'x': field 'footprint.1' holds itself
local forged = { what = "footprint", op = "and" }
forged[1], forged[2] = forged, forged
return place "x" { name = "X", purpose = "p", footprint = forged }
