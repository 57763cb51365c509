-- expects: places/hostile.lua: must return what it declares
return gbp "1.00"
