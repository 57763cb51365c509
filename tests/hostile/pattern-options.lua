-- expects: places/hostile.lua:2: a pattern with 0 repeats could take
return ("a"):rep(40):match(("a?"):rep(40) .. ("a"):rep(40))
