-- expects: places/hostile.lua:2: invalid escape sequence near
return "\q"
