-- expects: places/hostile.lua:2: 'math.max' cannot be set
math.max = math.min
