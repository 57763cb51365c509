-- expects: places/hostile.lua:2: bad argument #1 to 'format' (no value)
return ("%s"):format()
