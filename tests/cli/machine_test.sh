# What the program takes from the machine: its share folder, the clock, files, the disk.
. "$STEAD_SOURCE/tests/cli/check.sh"
unset STEAD_SHARE
host='local host = require("stead.core").host'

try 'the share folder may be named' 0 env STEAD_SHARE="$STEAD_SOURCE/share" stead -e "$host
  print(host.share_path('schema'))"
exactly out "$STEAD_SOURCE/share/schema"
try 'a share folder that is named and wrong is not passed over' 0 env STEAD_SHARE=/nowhere stead -e "$host
  print(host.share_path('schema'))"
says out "'schema' is not in '/nowhere', where STEAD_SHARE points	NOTFOUND"
try 'without one, the program finds its own through a link' 0 stead -e "$host
  print(host.is_dir(assert(host.share_path('schema'))))"
exactly out true

try 'the clock may be set' 0 env STEAD_NOW=2026-04-01T08:00:00 stead -e 'require("stead.core").host.now()'
exactly out 2026-04-01T08:00:00
try 'a clock that is set wrongly is refused' 4 env STEAD_NOW=2026-02-30T08:00:00 stead -e 'require("stead.core").host.now()'
says err "STEAD_NOW is '2026-02-30T08:00:00'; write it as 2026-11-21T09:30:00"
try 'the width of the terminal may be set' 0 env COLUMNS=132 stead -e 'require("stead.core").host.terminal_width()'
exactly out 132
try 'it is 80 when nothing says' 0 env -u COLUMNS stead -e 'require("stead.core").host.terminal_width()'
exactly out 80

try 'a disk that fills leaves the file as it was' 0 sh -c "echo old >kept.txt
ulimit -f 1
stead -e '$host
  print(host.write_file(\"kept.txt\", (\"x\"):rep(1000000)))'
cat kept.txt
ls"
says out "^nil	'kept.txt' cannot be written: File too large	IO$"
says out '^old$'
if [ "$(wc -l <"$test_folder/out")" = 3 ]; then passed=$((passed + 1)); else fail 'something was left beside it'; fi

if [ "$(id -u)" != 0 ]; then
  mkdir sealed && chmod a-w sealed
  try 'a folder that may not be written to says so' 0 stead -e "$host
    print(host.write_file('sealed/a.txt', 'x'))"
  says out "'sealed/a.txt' cannot be written: Permission denied	IO"
fi
finish
