-- expects: places/hostile.lua: place 'x' has no fields: write place "x" { … }
return place "x"
