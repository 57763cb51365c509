-- expects: places/hostile.lua:2: attempt to divide by zero
return 1 // 0
