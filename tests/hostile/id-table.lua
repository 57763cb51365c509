-- expects: places/hostile.lua: the name of a place must be text, not a table
return place {}
