-- expects: places/hostile.lua: returns a list with the key 'leeds'
return { leeds = place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" } } }
