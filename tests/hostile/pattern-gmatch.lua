-- expects: places/hostile.lua:2: a pattern with 6 repeats
for x in ("a"):rep(100):gmatch("a+a+a+a+a+a+b") do local y = x end
