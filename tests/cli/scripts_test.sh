# Scripts: what they read, what they give back, what they may require.
. "$STEAD_SOURCE/tests/cli/check.sh"

mkdir -p own/deep
cat >own/helper.lua <<'X'
return { word = "helped" }
X
cat >own/deep/one.lua <<'X'
local total = 0
for line in io.lines() do total = total + math.tointeger(tonumber(line)) end
print(total, ...)
return total
X
cat >own/asks.lua <<'X'
print(require("helper").word)
X
from() { printf "$1" | { shift; stead "$@"; }; }
try 'a script reads standard input and its status is what it returns' 7 from '3\n4\n' run own/deep/one.lua a 'b c'
exactly out '7	a	b c'
try 'a script may itself come from standard input' 3 from 'print("piped", ...) return 3\n' run - x
exactly out 'piped	x'
try 'an error in such a script says its line' 4 from 'local a\nerror("no")\n' run -
says err '^stead: stdin:2: no$'
try 'false is a failure' 1 from 'return false' run -
try 'true is none' 0 from 'return true' run -
try 'a status that no program can have is refused' 4 from 'return 256' run -
says err 'the script returned 256; an exit status is 0 to 255'
try 'a module beside the script is found' 0 stead run own/asks.lua
exactly out helped

book wy
mkdir wy/scripts
echo 'return function (x) return x * 2 end' >wy/scripts/doubling.lua
try 'a module of the book is found' 0 sh -c "cd wy && echo 'print(require(\"doubling\")(21))' | stead run -"
exactly out 42
try 'and at the prompt' 0 sh -c "cd wy && echo 'require(\"doubling\")(4)' | stead"
exactly out 8

try 'progress goes through a list and through numbers, and shows nothing where nobody looks' 0 from \
  'local t = 0 for x in progress { 1, 2, 4 } do t = t + x end for i in progress(3) do t = t + i end print(t)' run -
exactly out 13
exactly err ''
try 'progress refuses what it cannot go through' 4 from 'for x in progress("list") do end' run -
says err 'stdin:1: progress takes a list or a whole number, not string'
finish
