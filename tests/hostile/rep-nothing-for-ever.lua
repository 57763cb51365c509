-- expects: places/hostile.lua: must return what it declares
return (""):rep(math.maxinteger)
