-- expects: places/hostile.lua:2: a declaration has no 'load': it says what was agreed
return load("while true do end")()
