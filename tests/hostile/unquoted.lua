-- expects: places/hostile.lua:2: there is no word 'Leeds'
return place "x" { name = Leeds }
