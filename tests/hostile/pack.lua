-- expects: places/hostile.lua:2: a declaration has no 'string.pack'
return string.pack("!16", 1)
