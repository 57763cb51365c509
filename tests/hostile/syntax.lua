-- expects: places/hostile.lua:3: unexpected symbol near ','
return place "x" {
  name = ,
}
