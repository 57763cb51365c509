-- expects: places/hostile.lua:2: place 'x': field '(a key of 1000000 bytes)' has a name that is a text of 1000000 bytes
return place "x" { [("x"):rep(1000000)] = 1 }
