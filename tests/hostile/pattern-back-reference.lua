-- expects: places/hostile.lua:2: a pattern with 2 repeats
return ("a"):rep(20000):find("(.-)%1b")
