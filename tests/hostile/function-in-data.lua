-- expects: places/hostile.lua:2: place 'x': field 'governance.chair' is a function
return place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" }, governance = { chair = function() end } }
