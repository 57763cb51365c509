# Every verb as a user types it: examples that run, tables that other programs can read, statuses.
. "$STEAD_SOURCE/tests/cli/check.sh"
unset STEAD_SHARE
mkdir -p share/books && ln -s "$STEAD_SOURCE/scripts" scripts && ln -s "$STEAD_SOURCE/tests" tests
book west-yorkshire && mv west-yorkshire share/books/
ln -s share/books/west-yorkshire west-yorkshire

# The example in each verb's help is a command that runs.
for verb in $(stead --help | sed -n 's/^  \(money\|decisions\|outcomes\|policy\|facts\|work\|          \) *\([a-z][a-z-]*\) .*/\2/p'); do
  try "help for $verb" 0 stead "$verb" --help
  says out '^  example +stead '
  sed -n '/^  example /,$p' "$test_folder/out" | sed 's/^  example  *//; s/^  *//' >example.sh
  case $verb in
  import | test) continue ;; # they need a file that is not shipped, and busted's own folder
  esac
  shown="the example of $verb runs"
  if sh example.sh >"$test_folder/out" 2>"$test_folder/err" </dev/null; then passed=$((passed + 1)); else fail "$(cat example.sh)"; fi
  rm -rf suffolk out
done
try 'a verb without what it must have is a wrong command' 2 stead need
says err '^stead: --year Y is missing: the financial year'
try 'a word too many is a wrong command' 2 stead version now
says err "^stead: 'now' is one word too many"
try 'an option that there is not names its neighbour' 2 stead need --yaer 2023/24
says err "^stead: no option --yaer; did you mean 'year'\?"
try 'an option without its value is a wrong command' 2 stead need --year
says err '^stead: --year needs its Y'
try 'an option given twice is a wrong command' 2 stead need --year 2023/24 --year 2022/23
says err '^stead: --year is given twice'
try 'a switch takes no value' 2 stead need --year 2023/24 --csv=yes
says err '^stead: --csv takes no value'

B=share/books/west-yorkshire
try '[R29] West Yorkshire by place, to the penny, as CSV' 0 stead allocate --stream primary-medical --year 2023/24 --book $B --csv
cut -d, -f1-2,4,6 "$test_folder/out" >"$test_folder/out2"; mv "$test_folder/out2" "$test_folder/out"
exactly out 'icb,code,baseline,allocation
QWO,bradford-district-and-craven,122214475.69,124658765.21
QWO,calderdale,34275395.86,36249403.77
QWO,kirklees,70896619.23,74196454.35
QWO,leeds,155881564.36,162560503.34
QWO,wakefield,64500738.40,66223343.44'
try '[R29] the same by district without a book, from the reference tables' 0 stead allocate --stream primary-medical --year 2023/24 \
  --icb QWO --by district --baseline payments:2022/23 --growth 3.6% --closing 25% --floor 2%
says out 'West Yorkshire +447,768,793.54 +463,888,470.11 +463,888,470.11 +\+3.60%'
says out 'foots to the penny · method pace · growth 3.6% · closing 25% · floor 2% · terms: user'
try '[R23] what if' 0 stead allocate --stream primary-medical --year 2023/24 --book $B --with floor=2.25%
says out '^  total +463,888,470.11 +463,888,470.11 +0.00$'
try 'what if, by the long name, is the same' 0 stead allocate --stream primary-medical --year 2023/24 --book $B \
  --with primary-medical.floor_growth=2.25% --csv
cp "$test_folder/out" long.csv
try 'as by the short one' 0 stead allocate --stream primary-medical --year 2023/24 --book $B --with floor=2.25% --csv
exactly out "$(cat long.csv)"
try '[R29] five years' 0 stead allocate --stream primary-medical --year 2023/24 --book $B --years 5 --csv
says out '^2027/28,QWO,wakefield,'
try '[R30] need by place' 0 stead need --year 2023/24 --book $B
says out 'Leeds +94 +942,621'
says out 'indices: each row against its own ICB \(not England\)'
try '[R32] how a line was made' 0 stead explain calderdale --book $B
says out '^£36,249,403.77   Calderdale, primary medical care, 2023/24 allocation   \[F-'
reference=$(sed -n '1s/.*\[\(F-.*\)\]$/\1/p' "$test_folder/out")
cp "$test_folder/out" by-name.txt
try '[R32] the same by its reference' 0 stead explain "$reference" --book $B
exactly out "$(cat by-name.txt)"
try '[R32] its practices, as rows' 0 stead explain calderdale --book $B --practices --csv
says out '^B84001,Station Road Surgery,[0-9.]+,[0-9.]+,628,1370591.89,635$'
try 'a reference of another figure is not found' 2 stead explain F-0000-00 --book $B
says err '^stead: no figure F-0000-00 .*a reference changes when anything under it does'
try 'the whole book is checked' 0 stead check --book $B
says out '0 errors, 0 warnings, [0-9]+ to know'
try 'a book is found from a folder inside it' 0 sh -c "cd $B/places && stead check"
try 'streams in view are told apart' 0 stead report --book $B --out pages
says out '^written  pages/nhs-west-yorkshire.html$'
shown='the page needs nothing from elsewhere'
if grep -Eq '<(script|link)|src="http' pages/nhs-west-yorkshire.html; then fail 'it does'; else passed=$((passed + 1)); fi
try 'SQL sees what is declared' 0 stead sql "select code from place where code like ?" 'l%' --book $B --csv
exactly out 'code
leeds'
try 'code on the command line sees the book it stands in' 0 sh -c "cd $B && stead -e 'book.place.leeds.name'"
exactly out Leeds
printf 'local w = book:allocate { stream = "primary-medical", year = "2023/24", floor = pct(arg[1]) }\nprint(w.place.leeds.allocation, ...)\n' >floor.lua
try 'a script has its arguments and the book' 0 env STEAD_BOOK=$B stead run floor.lua 2 x
exactly out '£162,560,503.34	2	x'
try 'the REPL, through a pipe, sees the book' 0 sh -c "printf 'w = book:allocate { stream = \"core\", year = \"2023/24\" }\nw.place.leeds.allocation\n' | STEAD_BOOK=$B stead"
says out '^£[0-9,.]+$'

# Other programs read what is printed. Colour never goes through a pipe, whatever is set.
shown='no colour through a pipe'
if env -u NO_COLOR stead allocate --stream core --year 2023/24 --book $B | grep -q "$(printf '\033')"; then fail 'there is'; else passed=$((passed + 1)); fi
if command -v python3 >/dev/null; then
  for command in "need --year 2023/24 --by icb" "allocate --stream core --year 2023/24 --book $B" "check --book $B" \
    "explain leeds --book $B" "bodies" "sql 'select * from icb' " "explain leeds --book $B --practices"; do
    shown="JSON of $command"
    if eval "stead $command --json" 2>"$test_folder/err" | tee "$test_folder/out" | python3 -m json.tool >/dev/null; then passed=$((passed + 1)); else fail 'not JSON'; fi
  done
  cat >exact.py <<'PY'
# Every system by district, worked out from the shipped tables with fractions: no code of stead's.
import csv, sys
from fractions import Fraction
from collections import defaultdict
root = sys.argv[1]
paid = {r['practice']: Fraction(r['total'] or 0) * 100 for r in csv.DictReader(open(root + '/payments_2022_23.csv'))}
need = defaultdict(lambda: defaultdict(lambda: [Fraction(0), Fraction(0)]))
nano = 10 ** 9
for r in csv.DictReader(open(root + '/need_2023_24.csv')):
    cell = need[r['icb']][r['district']]
    cell[0] += Fraction(int(Fraction(r['primary_medical']) * nano + Fraction(1, 2)), nano)
    cell[1] += paid.get(r['practice'], 0)
def foot(total, exact):
    out = {c: int(x // 1) for c, x in exact.items()}
    for c in sorted(exact, key=lambda c: (out[c] - exact[c], c))[:total - sum(out.values())]:
        out[c] += 1
    return out
told = {(r['icb'], r['code']): r for r in csv.DictReader(sys.stdin)}
lines = wrong = 0
for icb, areas in need.items():
    H, W = sum(a[1] for a in areas.values()), sum(a[0] for a in areas.values())
    G = int(H * Fraction(1036, 1000) + Fraction(1, 2))
    target = {c: G * a[0] / W for c, a in areas.items()}
    move = {c: Fraction(3, 4) * a[1] * G / H + target[c] / 4 for c, a in areas.items()}
    target, move = foot(G, target), foot(G, move)
    for c in areas:
        row, lines = told.pop((icb, c)), lines + 1
        for key, pence in (('baseline', areas[c][1]), ('target', target[c]), ('allocation', move[c])):
            if Fraction(row[key]) * 100 != pence:
                wrong += 1
                print(icb, c, key, row[key], float(pence) / 100)
print(lines, 'lines', wrong, 'wrong', len(told), 'more', len(need), 'systems')
PY
  try '[R29] [R45] all England by district agrees with fractions, to the penny' 0 sh -c "stead allocate --stream primary-medical --year 2023/24 --icb all --by district \
    --baseline payments:2022/23 --growth 3.6% --closing 25% --csv | python3 exact.py '$STEAD_SOURCE/share/england'"
  says out '^[0-9]+ lines 0 wrong 0 more 42 systems$'
else
  skip 'python3 is not installed: JSON is not parsed, and England is not worked out with fractions'
fi
finish
