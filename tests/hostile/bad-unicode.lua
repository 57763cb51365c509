-- expects: places/hostile.lua:2: UTF-8 value too large
return "\u{FFFFFFFFFF}"
