-- expects: places/hostile.lua:2: a pattern with 6 repeats
return ("a"):rep(100):gsub("a*a*a*a*a*a*b", "")
