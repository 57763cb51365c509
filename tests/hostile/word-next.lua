-- expects: places/hostile.lua:2: a declaration has no 'next': it says what was agreed
return next(string)
