-- expects: places/hostile.lua:2: 'table.sort' cannot be set
table.sort = nil
