-- expects: places/hostile.lua:3: a footprint has at most 1000 parts
local f = practices { district = "E08000035" }
for _ = 1, 60 do f = f + f end
return place "x" { name = "X", purpose = "p", footprint = f }
