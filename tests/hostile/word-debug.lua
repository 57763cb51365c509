-- expects: places/hostile.lua:2: a declaration has no 'debug': it says what was agreed
debug.sethook()
