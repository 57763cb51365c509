-- expects: places/hostile.lua:2: malformed number near '1.2.3'
return 1.2.3
