-- expects: places/hostile.lua:2: too many captures
return ("x"):rep(40):match(("(x)"):rep(33))
