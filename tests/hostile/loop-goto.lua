-- expects: places/hostile.lua:3: this file ran longer than
::again::
goto again
