-- expects: places/hostile.lua:2: attempt to index a string value
("").upper = nil
