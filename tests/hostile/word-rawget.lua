-- expects: places/hostile.lua:2: a declaration has no 'rawget': it says what was agreed
return rawget(string, "dump")
