-- expects: places/hostile.lua:3: this file took more than
local s = "x"
while true do s = ("%s%s"):format(s, s) end
