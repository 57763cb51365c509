-- expects: places/hostile.lua:2: place 'x': no field 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'
return place "x" { [("x"):rep(90000)] = 1 }
