-- expects: places/hostile.lua:2: unfinished string near
return place "x" { name = "X }
