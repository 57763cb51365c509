-- expects: places/hostile.lua:2: place 'x': field 'name' must be text, not a function
return place "x" { name = function() end, purpose = "p", footprint = practices { district = "E08000035" } }
