-- expects: places/hostile.lua:2: no place is declared
assert(false, "no place is declared")
