-- expects: places/hostile.lua:2: a declaration has no 'dofile': it says what was agreed
dofile("/etc/passwd")
