-- expects: places/hostile.lua:2: malformed pattern
return ("a"):find("[a")
