-- expects: places/hostile.lua:2: a declaration has no 'package': it says what was agreed
package.path = "/tmp/?.lua"
