-- expects: places/hostile.lua:3: this file ran longer than
return place "x" {
  name = (function() while true do end end)(),
}
