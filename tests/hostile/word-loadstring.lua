-- expects: places/hostile.lua:2: a declaration has no 'loadstring': it says what was agreed
loadstring("x = 1")()
