-- expects: places/hostile.lua:2: a declaration sets no global; write: local total
total = 1
