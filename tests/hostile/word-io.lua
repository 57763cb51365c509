-- expects: places/hostile.lua:2: a declaration has no 'io': it says what was agreed
return io.open("/etc/passwd"):read("a")
