-- expects: places/hostile.lua:2: place 'x': field 'governance.seats' is not a number that can be written down
return place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" }, governance = { seats = 0 / 0 } }
