-- expects: places/hostile.lua:2: a declaration has no 'string.dump'
return string.dump(function() end)
