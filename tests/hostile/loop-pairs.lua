-- expects: places/hostile.lua:3: this file ran longer than
while true do
  for key, value in pairs({ a = 1, b = 2 }) do local x = key end
end
