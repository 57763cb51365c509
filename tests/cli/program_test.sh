# The program itself: what it evaluates, how it refuses, which status it leaves with.
. "$STEAD_SOURCE/tests/cli/check.sh"

try 'an expression is evaluated and printed' 0 stead -e '1 + 1'
exactly out 2
try 'statements are run' 0 stead -e 'local x = 3; print(x * 2)'
exactly out 6
try 'nothing is printed for nothing' 0 stead -e 'local x = 1'
exactly out ''
try 'code that is not Lua is refused' 4 stead -e 'x ='
exactly err "stead: -e:1: unexpected symbol near <eof>"
try 'code that is missing is a wrong command' 2 stead -e
try 'an unknown verb suggests the nearest' 2 stead alocate
says err "no verb 'alocate'.*allocate"
try 'help lists the verbs' 0 stead --help
says out '^  money +need'
try 'the version is one line' 0 stead version
says out '^stead [0-9]+\.[0-9]+\.[0-9]+ · Lua 5\.4'
try 'a disk that is full is noticed' 1 sh -c 'stead -e "(\"x\"):rep(100000)" >/dev/full'
says err 'the output could not be written: No space left on device'
try 'a reader that goes away is not an error of ours' 0 sh -c 'stead -e "for i = 1, 1e5 do print(i) end" | head -1'
exactly out 1
exactly err ''

cat >ok.lua <<'LUA'
#!/usr/bin/env stead
print(#arg, arg[0], ...)
LUA
try 'a script has its arguments' 0 stead run ok.lua one two
exactly out "2	ok.lua	one	two"
cat >wrong.lua <<'LUA'
local function budget()
  error("no money")
end
budget()
LUA
try 'a script that fails says where, without our insides' 4 stead run wrong.lua
exactly err 'stead: wrong.lua:2: no money
  called from wrong.lua:4'
printf 'local x = {}\nprint(gbp == nil)\nrequire("stead.words").keys(x.y)\n' >misuse.lua
try 'an error inside a module is shown at the line that called it' 4 stead run misuse.lua
says err '^stead: misuse\.lua:3: '
try 'the whole traceback is there for the asking' 4 env STEAD_TRACE=1 stead run misuse.lua
says err 'stead/words\.lua'
printf 'error(setmetatable({ exit = 3 }, { __tostring = function() return "the source is stale" end }))' >stale.lua
try 'an error may choose the status' 3 stead run stale.lua
exactly err 'stead: the source is stale'
printf 'error(setmetatable({}, { __tostring = function() error("again") end }))' >worse.lua
try 'an error that cannot be shown is still an error' 5 stead run worse.lua
try 'a script that is not there is a wrong command' 2 stead run nowhere.lua
says err 'nowhere.lua: No such file'
try 'a folder is not a script' 2 stead run .
try 'a script may leave with a status' 7 stead -e 'os.exit(7)'

try 'Ctrl-C stops a script' 130 sh -c 'stead -e "while true do pcall(function() while true do end end) end" & sleep 0.3; kill -INT $!; wait $!'
exactly err 'stead: interrupted'
finish
