-- expects: places/hostile.lua:2: a pattern with 0 repeats
return ("a"):rep(1000000):find(("a"):rep(500000) .. "b", 1, true)
