-- expects: places/hostile.lua:4: unexpected symbol near <eof>
return place "x" {
  name = "X",
  purpose =
