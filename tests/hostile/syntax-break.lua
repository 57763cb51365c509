-- expects: places/hostile.lua:2: break outside loop at line 2
break
