-- expects: places/hostile.lua:2: place 'x': has a key that is a table
return place "x" { [{}] = 1 }
