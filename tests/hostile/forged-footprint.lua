-- expects: places/hostile.lua:2: place 'x': field 'footprint' must be a footprint, made by the word for it
local forged = { what = "footprint", op = "and" } forged[1], forged[2] = 1, 2 return place "x" { name = "X", purpose = "p", footprint = forged }
