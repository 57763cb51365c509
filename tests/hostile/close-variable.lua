-- expects: places/hostile.lua:2: variable 'x' got a non-closable value
local x <close> = {}
