-- expects: places/hostile.lua:2: place 'x' must be a table, not nil
return place "x"(nil)
