-- expects: places/hostile.lua:2: 
return place(("x"):rep(1000000)) { }
