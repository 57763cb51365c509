-- expects: places/hostile.lua:3: this file ran longer than
local list = {}
while true do list[#list + 1] = body "x" { kind = "council", name = "X" } end
