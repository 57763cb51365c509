-- expects: places/hostile.lua:3: attempt to call a nil value (global 'place')
local _ENV = { io = 1 }
return place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" } }
