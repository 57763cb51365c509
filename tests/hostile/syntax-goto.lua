-- expects: places/hostile.lua:2: no visible label 'nowhere' for <goto> at line 2
goto nowhere
