# The REPL, through a pipe.
. "$STEAD_SOURCE/tests/cli/check.sh"

repl() { printf "$1" | stead; }

try 'expressions are printed, without a prompt through a pipe' 0 repl '1 + 1\n"a", nil, 2\n'
exactly out '2
a	nil	2'
try 'a statement goes on until it is complete' 0 repl 'for i = 1, 2 do\nprint(i)\nend\n'
exactly out '1
2'
try 'an error does not end it' 0 repl 'error("no")\nnil + 1\n(\n)\n"still here"\n'
exactly out 'still here'
says err '^stead: stdin:1: no$'
says err '^stead: stdin:1: attempt to perform arithmetic on a nil value$'
try 'globals stay, locals end with their line' 0 repl 'x = 5\nlocal y = 6\nx, y\n'
exactly out '5	nil'
try 'a last line without an end is read' 0 repl '42'
exactly out 42
try 'what is left incomplete is refused' 0 repl 'for i = 1, 2 do\n'
says err "'end' expected"

if command -v script >/dev/null; then
  export XDG_STATE_HOME="$test_folder/state"
  # Without what tells the terminal where a paste begins and ends.
  terminal() { (sleep 0.5; printf '6 * 7\nwhile true do end\n'; sleep 0.5; printf '\003'; sleep 0.5; printf '"back"\n'; sleep 0.3; printf '\004') |
    script -qec stead /dev/null | tr -d '\r' | sed 's/\x1b\[?2004[hl]//g'; }
  try 'a terminal has a prompt, and Ctrl-C comes back to it' 0 terminal
  says out '^> 6 \* 7|^> '
  says out '^42'
  says out '^(> )?(\^C)?interrupted'
  says out '^back'
fi
finish
