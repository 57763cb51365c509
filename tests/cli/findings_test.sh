# `stead check`: what it prints, what it leaves with, what a local check and a variation do to it.
. "$STEAD_SOURCE/tests/cli/check.sh"

book
try 'a book in order has no error' 0 stead check --book b
says out '^NHS West Yorkshire book · 5 places$'
says out '^  info      place\.band  How many people a place covers'
says out '^  as on 31 March 2024: 0 errors, [0-9]+ warnings?, [0-9]+ to know$'
try 'another day may be asked for' 0 stead check --book b --on 2023-06-01
says out '^  as on 1 June 2023: 0 errors'
try 'a day must be one' 2 stead check --book b --on 2023-02-30
says err '2023-02-30'
try 'findings come as JSON' 0 stead check --book b --json
says out '^    "id": "place\.band",$'
try 'findings come as CSV' 0 stead check --book b --csv
says out '^severity,id,subject,message,todo,where,citation,accepted_by,accepted_on'

mkdir -p b/policy/checks b/policy/variations
cat >b/policy/checks/small.lua <<'END'
return check "ours.small" {
  title = "No place is small", severity = "error",
  steps = function (given)
    local out = {}
    for _, place in ipairs(given.people(given.years.last)) do
      if place.population < 250000 then
        table.insert(out, { subject = place.code, message = given.say.number(place.population, 0) .. " people" })
      end
    end
    return out
  end,
}
END
try 'a local check is one file, and its errors stand' 1 stead check --book b
says out '^    calderdale: 222,890 people$'
says out ': 1 error, '
cat >b/policy/variations/small.lua <<'END'
return variation "ours.small" {
  disables = true, subject = "calderdale", in_force = between("2023-04-01", "2024-03-31"),
  authority = { agreed_by = "The board", on = "2023-03-01", minute = "item 4", under = cite("constitution", "s. 9") },
  reason = "It was always small.",
}
END
try 'an error that is accepted does not count' 0 stead check --book b
says out '^  accepted  ours\.small  No place is small$'
says out 'accepted by The board on 1 March 2023, item 4, under constitution, s\. 9: It was always small\.'
says out ', 1 accepted, [0-9]+ to know$'
try 'and stands again when the variation has ended' 1 stead check --book b --on 2024-04-01
printf 'return check "ours.loop" { title = "x", severity = "info", steps = function() while true do end end }' \
  >b/policy/checks/loop.lua
try 'a check that never ends is a finding, not the end of the program' 1 stead check --book b
says out '^    ours\.loop: policy/checks/loop\.lua:1: .*ran longer than [0-9,]+ instructions'
printf 'return check "ours.loop" {\n  title = ,\n}' >b/policy/checks/loop.lua
try 'a file that is not Lua is refused with its line' 4 stead check --book b
says err 'policy/checks/loop\.lua:2: '
finish
