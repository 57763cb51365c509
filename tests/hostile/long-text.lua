-- expects: places/hostile.lua:2: place 'x': field 'name' is a text of 1000000 bytes; the most is 100000
return place "x" { name = ("x"):rep(1000000) }
