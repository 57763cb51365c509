-- expects: places/hostile.lua:2: invalid conversion
return ("%999999999d"):format(1)
