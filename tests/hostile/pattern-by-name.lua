-- expects: places/hostile.lua:2: a pattern with 5 repeats
return string.find(("a"):rep(80), ".-.-.-.-.-b")
