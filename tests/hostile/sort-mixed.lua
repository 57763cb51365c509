-- expects: places/hostile.lua:2: sort has no order for a
table.sort({ 1, "x", {}, 2 })
