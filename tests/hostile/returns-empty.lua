-- expects: places/hostile.lua: declares nothing
return {}
