-- expects: places/hostile.lua:2: a footprint combines only with another
return practices { icb = "QWO" } + 1
