-- expects: places/hostile.lua:2: bad argument #1 to 'char' (value out of range)
return string.char(-1)
