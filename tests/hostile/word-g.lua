-- expects: places/hostile.lua:2: a declaration has no '_G': it says what was agreed
_G.place = nil
