-- expects: places/hostile.lua:2: attempt to call a nil value (method 'dump')
return (""):dump()
