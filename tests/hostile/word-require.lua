-- expects: places/hostile.lua:2: a declaration has no 'require': it says what was agreed
return require("stead.core").host.write_file("x", "")
