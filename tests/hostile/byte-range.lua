-- expects: places/hostile.lua:
return ("x"):rep(10000000):byte(1, -1)
