-- expects: places/hostile.lua:2: '%p' shows where a value lies in memory
return ("%p"):format({})
