-- expects: places/hostile.lua:2: malformed pattern (missing arguments to '%b')
return ("a"):find("%b")
