-- expects: places/hostile.lua:2: a declaration has no 'print': it says what was agreed
print("\27[2J")
