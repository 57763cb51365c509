-- expects: places/hostile.lua:2: a declaration has no 'collectgarbage': it says what was agreed
collectgarbage("stop")
