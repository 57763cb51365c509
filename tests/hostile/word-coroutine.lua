-- expects: places/hostile.lua:2: a declaration has no 'coroutine': it says what was agreed
coroutine.wrap(function() while true do end end)()
