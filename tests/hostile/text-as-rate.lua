-- expects: places/hostile.lua:2: 
return pct "many"
