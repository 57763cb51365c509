-- expects: places/hostile.lua: a place is whole already; nothing follows it
return place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" } } {}
