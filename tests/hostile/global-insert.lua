-- expects: places/hostile.lua:2: a declaration sets no global; write: local 1
table.insert(_ENV, 1)
