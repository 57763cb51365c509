# Bad input: what the program says, which status it leaves with, and that nothing has changed.
. "$STEAD_SOURCE/tests/cli/check.sh"
unset STEAD_SHARE
A='allocate --stream primary-medical --year 2023/24 --baseline payments:2022/23'
P='allocate --stream primary-medical --year 2023/24'
nothing_out() { if [ -s "$test_folder/out" ]; then fail 'something was published'; else passed=$((passed + 1)); fi; }

# Commands that are wrong.
mkdir empty && snapshot empty
try 'an unknown ICB names the nearest' 2 stead $A --icb QW0 --growth 3.6%
says err "^stead: no ICB 'QW0'; did you mean Q"
try 'a part of an ICB name finds it' 2 stead need --year 2023/24 --icb cornwall
says err "no ICB 'cornwall'; did you mean QT6 \(Cornwall and the Isles of Scilly\)"
try 'a year without need lists the years' 2 stead need --year 2030/31 --icb QWO
says err 'no practice need for 2030/31: there is 2022/23 and 2023/24; import it with: stead import need FILE'
try 'a year without payments lists the years' 2 stead $P --icb QWO --baseline payments:2019/20 --growth 1%
says err 'no payments to practices for 2019/20: there is 2022/23; import them with'
try 'what is no year says how to write one' 2 stead need --year 2023-24
says err "'2023-24' is not a financial year; write it like '2023/24'"
try 'a floor that cannot be met says by how much' 1 stead $A --icb QWO --growth 1% --closing 25% --floor 2%
says err '^stead: QWO: the floor asks for £4,477,687.96 more than the envelope of £452,246,481.48; nothing is allocated$'
nothing_out
try 'a ceiling that leaves money says how much' 1 stead $A --icb QWO --growth 3.6% --closing 25% --ceiling 2%
says err '^stead: QWO: the ceiling leaves £7,164,300.73 of the envelope of £463,888,470.11 that nobody may have; nothing'
try 'growth below -100% is refused' 2 stead $A --icb QWO --growth=-101%
says err 'growth of -101%: nothing can fall by more than 100%'
try 'a rate without its sign is refused' 2 stead $A --icb QWO --growth 3.6
says err "'3.6' needs its sign: write 3.6%"
try 'a closing fraction past the whole is refused' 2 stead $A --icb QWO --growth 1% --closing 125%
says err 'closing of 125% is not from 0% to 100%'
try 'a floor above the ceiling is refused' 2 stead $A --icb QWO --growth 3% --closing 25% --floor 5% --ceiling 2%
says err 'floor of 5% is above the ceiling of 2%'
try 'money of less than a penny is refused' 2 stead $P --icb QWO --envelope 5.123
says err "^stead: --envelope: '5.123' is not a whole number of pence$"
try 'growth and envelope together are refused' 2 stead $A --icb QWO --growth 1% --envelope £5m
says err 'give --growth or --envelope, not both'
try 'one envelope for all of England is refused' 2 stead $P --icb all --envelope £5m
says err 'one envelope cannot serve every ICB'
try 'nothing to share is refused' 2 stead $P --icb QWO
says err 'say what there is to share: --envelope £… or --growth … on the baseline'
try 'places without a book are refused' 2 stead $A --icb QWO --growth 1% --by place
says err 'places are declared in a book, and there is none here; use --book DIR, or --by council'
try 'a method that there is not names its neighbour' 2 stead $A --icb QWO --growth 1% --method paec
says err "did you mean 'pace'\?"
try '--with nonsense says how it is written' 2 stead $A --icb QWO --growth 1% --with nonsense
says err "'nonsense' is not KEY=VALUE, such as floor=2.25%"
try '--with an unknown term lists the terms' 2 stead $A --icb QWO --growth 1% --with nonsense=2%
says err "no term 'nonsense' in an allocation of primary-medical .*closing, envelope, floor"
try '--with a value that is none says what one is' 2 stead $A --icb QWO --growth 1% --with floor=two
says err "^stead: --with floor: 'two' is not an amount of money; write it like"
try '--with money for a rate is refused' 2 stead $A --icb QWO --growth 1% --with growth=5
says err 'growth must be a rate, such as pct "2.5", not £5.00'
try '--with and --years together are refused' 2 stead $A --icb QWO --growth 1% --with growth=2% --years 3
says err 'two questions; ask them one at a time'
try 'a mix that is no whole is refused' 2 stead $A --icb QWO --growth 1% --method hybrid --mix 50%,30%,30% --bids b.csv
says err 'mix comes to 110%, not 100%'
try 'a mix of two is refused' 2 stead $A --icb QWO --growth 1% --method hybrid --mix 50%,50% --bids b.csv
says err "'50%,50%' is not three percentages, such as 50%,30%,20%"
try 'a book that is not there is refused' 2 stead check --book nowhere
says err 'nowhere: no book here: no system.lua in this folder or above it \(stead new DIR --icb QWO lays one down\)'
try 'SQL that is wrong says where' 2 stead sql 'select nonsense'
says err 'no such column: nonsense, at character 8'
unchanged empty

# Files of amounts.
bids() { printf 'code,bid\n' >b.csv; for d in 2 3 4 5 6; do printf 'E0800003%s,100\n' $d >>b.csv; done; [ $# = 0 ] || printf "$1" >>b.csv; }
U='allocate --stream core --year 2023/24 --icb QWO --by district --method bottom-up --envelope £500 --bids'
bids
try 'bids that miss a code name it' 3 stead $U b.csv
says err '^stead: b.csv: no bid for E07000163; write 0 where there is none$'
bids 'E07000163,1\nE07000164,1\n'
try 'bids with an unknown code name the nearest' 3 stead $U b.csv
says err "^stead: b.csv: no district 'E07000164' in this allocation; did you mean 'E07000163'\?$"
bids 'E07000163,lots\n'
try 'a bid that is no number is shown where it stands' 3 stead $U b.csv
says err "^stead: b.csv:7: column 'bid': 'lots' is not a number$"
bids 'E07000163,1\nE07000163,1\n'
try 'a code twice is shown where it stands' 3 stead $U b.csv
says err '^stead: b.csv:8: '
try 'a file that is not there is a wrong command' 2 stead $U nowhere.csv
says err 'nowhere.csv: there is no such file'

# Declarations.
wrong() { shown=$1; book b; sed -i "$3" "b/$2"; snapshot b; }
refused() { try "$shown" "$1" stead check --book b; says err "$2"; unchanged b; }
wrong 'a field that is misspelt names its neighbours' places/leeds.lua 's/footprint =/footprnt =/'
refused 4 "^stead: places/leeds.lua:1: place 'leeds': no field 'footprnt'; did you mean 'footprint'\? \(it has: "
wrong 'a field of a footprint, too' places/leeds.lua 's/{ district/{ distrct/'
refused 4 "^stead: places/leeds.lua:4: practices: no field 'distrct'; did you mean 'district'\?"
wrong 'a value of the wrong kind' system.lua 's/growth = pct "3.6"/growth = 3.6/'
refused 4 "^stead: system.lua:[0-9]+: allocation 'primary-medical': field 'growth' must be a rate, such as pct \"2.5\", not the number 3.6"
wrong 'a place that holds money [R4]' system.lua 's/holder = "QWO"/holder = "leeds"/'
refused 4 "holder 'leeds' is not a body .*a place or a system holds no money, a body does"
wrong 'Lua that is none' system.lua '$ d'
refused 4 "^stead: system.lua:[0-9]+: .*near"
wrong 'an empty system.lua' system.lua d
refused 4 '^stead: system.lua: returns nothing; a declaration file returns what it declares'
wrong 'a declaration that never ends' places/leeds.lua '1 i while true do end'
refused 4 '^stead: places/leeds.lua:1: this file ran longer than [0-9,]+ instructions; look for a loop that does not end'
wrong 'a declaration that reads files' places/leeds.lua '1 i io.open("/etc/passwd")'
refused 4 "^stead: places/leeds.lua:1: a declaration has no '"
wrong 'a system of no ICB' system.lua 's/return system "QWO"/return system "QXX"/'
try "$shown" 4 stead check --book b
says err "^stead: system.lua:[0-9]+: system 'QXX': no ICB 'QXX'"
book b && stead check --book b >/dev/null && snapshot b
sed -i 's/practices { district = "E08000035" }/practices { district = "E08000099" }/' b/places/leeds.lua
try 'an unknown code names the nearest, and the database is as it was' 4 stead check --book b
says err "^stead: places/leeds.lua:1: place 'leeds': district 'E08000099' is not known in NHS West Yorkshire, .*did you mean"
sed -i 's/practices { district = "E08000099" }/practices { district = "E08000035" }/' b/places/leeds.lua
unchanged b
sed -i 's/practices { district = "E08000035" }/practices { district = { "E08000035", "E08000033" } } - practices { list = "B86001" }/' b/places/leeds.lua
try 'practices in two places, or in none, are errors of the check' 1 stead check --book b
says out 'error +footprint.twice'
says out 'error +footprint.none'
says out '^ +primary-medical 2023/24: 22 practices are not in just one place in 2023/24; nothing is allocated$'
says out '^ +B84001: 2023/24: B84001 Station Road Surgery: in calderdale and leeds; 9,684.18 weighted people'
says out "^ +B86001: 2023/24: B86001 Dr N Saddiq'S Practice: in no place; 2,397.72 weighted people"
try 'nothing is allocated meanwhile' 1 stead $P --book b
says err '^stead: 22 practices are not in just one place in 2023/24; nothing is allocated$'
nothing_out
try 'and no report is written' 1 stead report --book b --out pages
says err 'errors stand; nothing is published'
[ ! -e pages ] || fail 'a folder was made'
book b && rm -r b/places b/pools b/governance
try 'a book without places says so' 1 stead check --book b
says out 'error +places.none'
says out 'the book has no place$'
try 'and has no budget' 1 stead $P --book b
says err 'has no place: declare each in a file of places/, or ask --by council'

# Scripts.
try 'a script that fails leaves with 4' 4 stead -e 'gbp(0.5)'
says err "^stead: -e:1: .*write gbp"
try 'a refusal in a script keeps its own status' 1 stead -e 'england:allocate{ stream = "primary-medical", year = "2023/24", icb = "QWO", by = "council", baseline = "payments:2022/23", growth = pct "1", closing = pct "25", floor = pct "2" }'
says err '^stead: QWO: the floor asks for £'
try 'an option that is misspelt is not passed over' 2 stead -e 'england:allocate{ stream = "core", year = "2023/24", icb = "QWO", flor = pct "1" }'
says err "allocate: no field 'flor'; did you mean 'floor'"
finish
