-- expects: places/hostile.lua:3: this file took more than
local t, i = {}, 0
while true do i = i + 1 t["name " .. i] = i end
