-- expects: places/hostile.lua:2: place 'x': field 'name' holds a control character
return place "x" { name = "\27[2J" }
