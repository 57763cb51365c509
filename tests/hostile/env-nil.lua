-- expects: places/hostile.lua:3: attempt to index a nil value (upvalue '_ENV')
_ENV = nil
return place "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" } }
