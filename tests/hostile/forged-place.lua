-- expects: places/hostile.lua: item 1 is not declared; this file declares place
return { { what = "place", id = "x", file = {}, line = {}, name = "X", purpose = "p" } }
