-- expects: places/hostile.lua:2: a pattern with 1 repeats
return ("a"):rep(10000):find("[" .. ("b"):rep(10000) .. "a]-c")
