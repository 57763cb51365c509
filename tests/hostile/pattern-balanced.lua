-- expects: places/hostile.lua:2: a pattern with 2 repeats
return ("("):rep(20000):find("%b()%b()")
