-- expects: places/hostile.lua:3: this file ran longer than
return ("abc"):gsub(".", function()
  while true do end
end)
