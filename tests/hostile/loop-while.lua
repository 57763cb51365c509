-- expects: places/hostile.lua:3: this file ran longer than
-- A loop without end.
while true do end
