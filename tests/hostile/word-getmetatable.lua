-- expects: places/hostile.lua:2: a declaration has no 'getmetatable': it says what was agreed
getmetatable("").__index.upper = nil
