# Files and folders that are not as they should be: published files, databases, disks.
. "$STEAD_SOURCE/tests/cli/check.sh"
unset STEAD_SHARE
P='allocate --stream primary-medical --year 2023/24'
try 'a need file is made' 0 stead run "$STEAD_SOURCE/tests/cli/make.lua" need 2023/24 need.csv
try 'a payments file is made' 0 stead run "$STEAD_SOURCE/tests/cli/make.lua" payments 2022/23 paid.csv
try 'another year of need is made' 0 stead run "$STEAD_SOURCE/tests/cli/make.lua" need 2022/23 before.csv

# Read directly, and stored: the same figures as those that ship.
mkdir empty && snapshot empty
try '[R30] a published file read directly gives what is held' 0 stead need --year 2023/24 --icb QWO --by district --from need.csv --csv
cp "$test_folder/out" direct.csv
try 'which is' 0 stead need --year 2023/24 --icb QWO --by district --csv
exactly out "$(cat direct.csv)"
unchanged empty
book b && stead $P --book b --csv >shipped.csv
try '[R32] a file is imported' 0 stead import payments paid.csv --year 2022/23 --book b
says out '^imported  NHS Payments to General Practice, England, 2022/23: [0-9,]+ rows, sha256 [0-9a-f]{12}…$'
try 'and the need' 0 stead import need need.csv --year 2023/24 --book b
try 'the budget from them is that of what ships' 0 stead $P --book b --csv
exactly out "$(cat shipped.csv)"
snapshot b
try 'the same file again changes nothing' 0 stead import need need.csv --year 2023/24 --book b
says out '^already there '
unchanged b
sed 's/^A81001,\(.*\),4058\.9207827613,/A81001,\1,4058.9307827613,/' need.csv >changed.csv
try 'a changed file is a new source beside the old' 0 stead import need changed.csv --year 2023/24 --book b
says out '^imported '
try 'both are kept' 0 stead sql "select count(*) from source where kind = 'need' and year = '2023/24'" --book b --csv
says out '^2$'
stead run "$STEAD_SOURCE/tests/cli/make.lua" payments 2021/22 earlier.csv 2022/23
try 'payments of an earlier year' 0 stead import payments earlier.csv --year 2021/22 --book b
snapshot b
try 'one file is not two years' 2 stead import payments earlier.csv --year 2020/21 --book b
says err '^stead: this file is held as payments of 2021/22; it is not also that of 2020/21$'
unchanged b

# Each fault of a file: the place, the text, the status, and the book as it was.
faulty() {
  try "$1" 3 stead import need bad.csv --year 2023/24 --book b
  says err "$2"
  unchanged b
  try "$1, read directly" 3 stead need --year 2023/24 --from bad.csv
  says err "$2"
}
head -c 300000 need.csv >bad.csv
faulty 'a file cut short' '^stead: bad.csv:[0-9]+: the row has [0-9]+ cells, where [0-9]+ must be; the file may have been cut short$'
head -3000 need.csv >bad.csv
faulty 'a file cut short at the end of a row' '^stead: bad.csv: .*2,?999.*6,?000'
sed '100 s/,\([0-9]*\)\.\([0-9]*\),/,\1x\2,/' need.csv >bad.csv
faulty 'a number that is none' "^stead: bad.csv:100: column '.*': '.*x.*' is not a number$"
sed '1 s/Mat WP/Maternity WP/' need.csv >bad.csv
faulty 'a column by another name' "^stead: bad.csv: no column 'Mat WP'"
sed '100 p' need.csv >bad.csv
faulty 'a practice twice' "^stead: bad.csv:101: .*'[A-Z][0-9]{5}'"
sed '100 s/,\([0-9]*\)\.\([0-9]*\)\(.\)$/,9\1.\2\3/' need.csv >bad.csv
faulty 'a column that does not come to the population' "^stead: bad.csv: the sum of 'primary_medical' is .*, that of 'population' .*: they are .* apart, and may be 1$"
sed '100 s/,E[01][0-9]*,/,Leeds,/' need.csv >bad.csv
faulty 'a name where a code belongs' "^stead: bad.csv:100: column '.*': 'Leeds'"
printf '\000\001\002' >bad.csv
faulty 'a file that is no CSV' '^stead: bad.csv'
: >bad.csv
faulty 'an empty file' '^stead: bad.csv'
cp before.csv bad.csv
faulty 'a file of another year' '; it reads as the file of 2022/23$'
try 'a kind that there is not' 2 stead import ned need.csv --year 2023/24 --book b
says err "no kind 'ned'; did you mean 'need'"
try 'a year without a recipe lists the years' 2 stead import need need.csv --year 2019/20 --book b
says err 'no recipe for need of 2019/20; there is 2022/23, 2023/24 and 2025/26'
try 'a file that is not there' 2 stead import need nowhere.csv --year 2023/24 --book b
says err 'nowhere.csv: there is no such file'
try 'without a book nothing is imported' 2 stead import need need.csv --year 2023/24
says err 'facts are imported into a book, and there is none here; name one with --book DIR'
unchanged b

# Databases.
book c && echo 'not a database' >c/book.db && snapshot c
try 'what is no database' 3 stead check --book c
says err 'book.db: it is not a database$'
unchanged c
if command -v sqlite3 >/dev/null; then
  book c && stead check --book c >/dev/null && sqlite3 c/book.db 'pragma user_version = 99' && snapshot c
  try 'a database of a newer stead' 3 stead check --book c
  says err 'book.db was made by a newer stead \(schema 99; this one knows [0-9]+\)$'
  unchanged c
else
  skip 'sqlite3 is not installed: no database of a newer stead'
fi
head -c 20000 b/book.db >c/book.db && snapshot c
try 'a database cut short' 3 stead check --book c
says err 'book.db'
unchanged c
mkdir -p partly && cp -r "$STEAD_SOURCE/share/schema" partly/
try 'a stead whose tables are missing' 3 env STEAD_SHARE="$PWD/partly" stead need --year 2023/24
says err "'england.db' is not in '.*', where STEAD_SHARE points: stead is not whole; install it again, or point STEAD_SHARE"

# A folder that may not be written, as someone who is not root.
book d && snapshot d && chmod -R a-w d && chmod a+rx "$test_folder" "$test_folder"/* d d/places && chmod -R a+r d
as_nobody=''
if [ "$(id -u)" != 0 ]; then as_nobody='env'
elif command -v setpriv >/dev/null && setpriv --reuid=65534 --regid=65534 --clear-groups stead version >/dev/null 2>&1; then as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
fi
if [ -n "$as_nobody" ]; then
  try 'a read-only folder is said to be one' 3 $as_nobody stead check --book d
  says err 'book.db.*(read-only|cannot be|unable|permission|Permission)'
  try 'no new book is made in it' 3 $as_nobody stead new d/new --icb QWO
  says err "'d/new' cannot be made: Permission denied"
  unchanged d
  mkdir open && chmod a+rwx open
  try 'nor a report' 3 sh -c "cp -r '$PWD/b' open/b && chmod -R a+rwX open/b && $as_nobody stead report --book open/b --out d/out"
  says err "'d/out' cannot be made: Permission denied"
  unchanged d
else
  skip 'nobody else can be asked here: no read-only folder'
fi
chmod -R u+w d

# A full disk: a small one of its own.
mkdir small
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=600k none small 2>/dev/null; then
  trap 'umount "$test_folder/work/small"; chmod -R u+w "$test_folder"; rm -rf "$test_folder"' EXIT
  cp -r "$STEAD_SOURCE/share/books/west-yorkshire" small/wy && rm -f small/wy/book.db* && stead check --book small/wy >/dev/null
  snapshot small
  try 'a full disk while a file is imported' 3 stead import need need.csv --year 2023/24 --book small/wy
  says err 'full|No space|no space'
  unchanged small
  try 'and the book still answers' 0 stead $P --book small/wy --csv
  exactly out "$(cat shipped.csv)"
  head -c 10000000 /dev/zero >small/filler 2>/dev/null
  try 'a new book is laid down whole or not at all' 3 stead new small/new --icb QWO
  shown='no system.lua is left'
  if [ -e small/new/system.lua ]; then fail 'there is one'; else passed=$((passed + 1)); fi
  try 'nor half a page' 3 stead report --book small/wy --out small/pages
  shown='no page is left'
  if ls small/pages/* >/dev/null 2>&1; then fail "$(ls small/pages)"; else passed=$((passed + 1)); fi
else
  skip 'no small disk can be mounted here: no full disk'
fi
finish
