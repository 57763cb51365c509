-- expects: places/hostile.lua:2: there is no word 'plaec'; did you mean 'place'?; a text stands in quotes
return plaec "x" { name = "X", purpose = "p", footprint = practices { district = "E08000035" } }
