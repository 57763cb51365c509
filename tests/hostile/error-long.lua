-- expects: places/hostile.lua:2: xxx
error(("x"):rep(1000000))
