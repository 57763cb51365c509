-- expects: places/hostile.lua:2: a pattern with 8 repeats
return ("a"):rep(60):match("^(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)b")
