-- expects: places/hostile.lua: returns a list with the key '3'
local x = place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" } }
return { x, nil, x }
