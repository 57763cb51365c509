-- expects: places/hostile.lua: item 1 is a body; this file declares place
return body "x" { kind = "council", name = "X" }
