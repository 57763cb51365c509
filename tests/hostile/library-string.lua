-- expects: places/hostile.lua:2: 'string.upper' cannot be set
string.upper = function() end
