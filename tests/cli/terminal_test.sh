# The REPL on a real terminal: what is typed, and what then stands on the screen.
. "$STEAD_SOURCE/tests/cli/check.sh"

command -v tmux >/dev/null || { echo "skipped: there is no terminal to drive (tmux)"; exit 77; }
# The socket's path must be short, and nobody else's.
screen() { tmux -S "$test_folder/s" "$@"; }
export XDG_STATE_HOME="$test_folder/state" HOME="$test_folder"
trap 'tmux -S "$test_folder/s" kill-server 2>/dev/null; chmod -R u+w "$test_folder"; rm -rf "$test_folder"' EXIT
: >"$test_folder/err"

open() { # open [NAME=VALUE …]: a session in a window of 100 by 40
  screen kill-session -t t 2>/dev/null
  screen new-session -d -s t -x 100 -y 40 "env $* stead; echo left with \$?; sleep 60"
  await 'Ctrl-D to leave'
}
type() { screen send-keys -t t -l -- "$1"; }
key() { screen send-keys -t t "$@"; }
enter() { type "$1"; key Enter; }
await() { # await 'regular expression': on the screen within ten seconds
  shown="the screen shows '$1'"
  tries=0
  while screen capture-pane -p -t t >"$test_folder/out" 2>"$test_folder/err"; ! grep -Eq -- "$1" "$test_folder/out"; do
    tries=$((tries + 1))
    if [ $tries -gt 100 ]; then fail 'not in ten seconds'; return; fi
    sleep 0.1
  done
  passed=$((passed + 1))
}

screen -f /dev/null -u new-session -d -s keeps-tmux-running
book wy
cd wy || exit 1
open
await '^West Yorkshire book · 5 places, 289 practices, [0-9]+ variations? in force · as at [0-9]+ [A-Z][a-z]+ 20'
await '^\? for help   \?name for anything   Ctrl-D to leave'

enter '6 * 7'
await '^42$'
enter '_ + 1'
await '^43$'
enter '_1 .. " and " .. _2'
await '^42 and 43$'

# A statement of several lines, recalled whole and changed.
enter 'for i = 1, 2 do'
await '^>>'
enter '  print("row " .. i)'
enter 'end'
await '^row 2$'
key C-l Up
await 'for i = 1, 2 do.*print.*end'
key End Enter
await '^row 1$'

# Search of earlier statements.
key C-l C-r
type 'and'
await 'bck:and|and " \.\. _2'
key Enter
await '^42 and 43$'

# Letters of more than a byte can be gone over and corrected.
key C-l
type '"Elân £ 日本"'
key Left BSpace BSpace Enter
await '^Elân £$'

# Ctrl-C stops what runs, loses nothing, and a line is waiting again.
key C-l
enter 'kept = 5; while true do end'
sleep 0.5
key C-c
await '^(\^C)?interrupted$'
enter 'kept * 11'
await '^55$'
key C-l
type 'half a line'
key C-c
enter '"whole " .. "line"'
await '^whole line$'

# Completion: one name, several, texts in quotes, fields.
key C-l
type 'engl'; key Tab
await '> england'
key C-u
type 'book.pl'; key Tab
await '> book.place'
key C-u C-l
type 'book.place.wake'; key Tab; type '.name'; key Enter
await '^Wakefield'
key C-l
type '"primary'; key Tab
await 'primary-medical'
key C-c C-l
type '.mo'; key Tab; type ' bo'; key Tab; key Enter
enter '.mode'
await '^box$'

# A script is pasted as one text, tabs and all, and each of its statements runs.
key C-l
printf 'total = 0\nfor i = 1, 4 do\n\ttotal = total + i\nend\n"total " .. total\n' >"$test_folder/paste"
screen load-buffer "$test_folder/paste"
screen paste-buffer -p -t t
key Enter
await '^total 10$'
# The same where the terminal does not mark what is pasted.
key C-l
type "$(printf 'if total then\n\ttotal = total + 1\nend\n"then " .. total\n')"
key Enter
await '^then 11$'
# What comes after a line that fails was written for a world where it had not.
key C-l
printf 'error("no")\ntotal = 99\n' >"$test_folder/paste"
screen load-buffer "$test_folder/paste"
screen paste-buffer -p -t t
key Enter
await '^1 line after it was not run$'
enter '"still " .. total'
await '^still 11$'

# A table fits the window, and a result that fills lines says its number.
key C-l
enter 'book:need { year = "2023/24", by = "place" }'
await '^  _[0-9]+'
shown='no line of a table is wider than the window'
if grep -q '^.\{101,\}$' "$test_folder/out"; then fail 'wider'; else passed=$((passed + 1)); fi

# Commands of the session, and what a name means.
key C-l
enter '?floor_growth'
await '^  The least that any place grows by in a year'
key C-l
enter '.mode md'
enter '.sql select code, name from icb where code = '"'QWO'"
await '^\| QWO \| .*West Yorkshire'
enter '.mode box'
enter 'alocate { }'
await "^stead: stdin:1: .*global 'alocate'.*; did you mean 'book:allocate'\?"
await '^  \^'

# A picture in letters, and a bar that shows how far a loop has come.
key C-l
enter 'chart.bars { { name = "Leeds", allocation = 5 }, { name = "Ossett", allocation = 2 } }'
await '^  Leeds +█+  £5$'
enter 'for i in progress(3) do if i == 3 then error("looked") end end'
await '█+░+ 2 of 3'

# Ctrl-D leaves, and another session has what was entered.
key C-u C-d
await '^left with 0$'
open
key Up
await '> for i in progress'
key C-u
enter '.quit'
await '^left with 0$'

# A terminal that cannot be edited on, and a book that cannot be read.
open TERM=dumb
enter '6 * 9'
await '^54$'
echo 'return system "QWO" {' >system.lua
open
await '^The book here cannot be read: system.lua:1: '
enter '1 + 1'
await '^2$'
key C-d
await '^left with 0$'
finish
