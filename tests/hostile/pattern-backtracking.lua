-- expects: places/hostile.lua:2: a pattern with 5 repeats could take too many steps on a text of 80 bytes
return ("a"):rep(80):find(".-.-.-.-.-b")
