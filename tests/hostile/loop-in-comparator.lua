-- expects: places/hostile.lua:4: this file ran longer than
local list = { 3, 1, 2 }
table.sort(list, function()
  while true do end
end)
