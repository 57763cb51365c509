-- expects: places/hostile.lua:2: the name of a place must be text, not nil
return place(nil) {}
