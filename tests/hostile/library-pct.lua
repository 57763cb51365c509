-- expects: places/hostile.lua:2: 'pct.range' cannot be set
pct.range = nil
