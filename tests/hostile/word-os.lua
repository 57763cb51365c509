-- expects: places/hostile.lua:2: a declaration has no 'os': it says what was agreed
os.execute("touch hostile")
