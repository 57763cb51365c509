-- expects: places/hostile.lua:2: a declaration sets no global; write: local ipairs
function ipairs() end
