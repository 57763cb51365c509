-- expects: places/hostile.lua:2: this file ran longer than
repeat local x = 1 until false
