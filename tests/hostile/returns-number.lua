-- expects: places/hostile.lua: must return what it declares
return 0 / 0
