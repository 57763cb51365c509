-- expects: places/hostile.lua:3: this file took more than
local chain = {}
while true do chain = { chain } end
