-- expects: places/hostile.lua:2: a declaration has no 'utf8': it says what was agreed
return utf8.char(-1)
