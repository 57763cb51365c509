-- expects: places/hostile.lua:2: place 'x': field 'name' is not UTF-8 text
return place "x" { name = "\xff\xfe" }
