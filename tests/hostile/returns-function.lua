-- expects: places/hostile.lua: must return what it declares: return place
return function() return place end
