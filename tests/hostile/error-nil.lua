-- expects: places/hostile.lua:2: error takes a text, and was given a nil
error(nil)
