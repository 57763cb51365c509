-- expects: places/hostile.lua:3: '1' cannot be set: what is declared does not change
local f = practices { list = { "A" } }
f.by.list[1] = f
