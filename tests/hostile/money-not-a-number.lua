-- expects: places/hostile.lua:2: bad argument #1 to 'gbp'
return gbp(0 / 0)
