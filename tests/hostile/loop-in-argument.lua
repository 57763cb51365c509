-- expects: places/hostile.lua:2: this file ran longer than
local function forever() while true do end end
return place(forever()) {}
