# What the tests of the program share. A test sources this file; it then stands in an empty folder
# that is removed at the end, with the program on PATH as `stead`.
#
#   try 'what is shown' STATUS command …    runs a command with no input; its output is in out and err
#   says out 'extended regular expression'  a line of the file matches
#   exactly out 'text'                      the file is that text
#   snapshot FOLDER                         remembers every file of it
#   unchanged FOLDER                        nothing in it has changed since
#   book [NAME]                             a copy of the West Yorkshire book, `b` unless named
#   skip 'reason'                           says why what follows is left out
#   finish                                  counts, and fails the test if anything did
set -u
test_folder=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$test_folder"; rm -rf "$test_folder"' EXIT
mkdir "$test_folder/bin" "$test_folder/work"
ln -s "$STEAD_PROGRAM" "$test_folder/bin/stead"
PATH=$test_folder/bin:$PATH
cd "$test_folder/work" || exit 1
passed=0 failed=0 shown='(nothing tried)'

fail() {
  failed=$((failed + 1))
  echo "not ok - $shown: $1"
  echo "  standard output:"; sed 's/^/    /' "$test_folder/out" | head -40
  echo "  standard error:"; sed 's/^/    /' "$test_folder/err" | head -40
}

try() {
  shown=$1 wanted=$2
  shift 2
  "$@" >"$test_folder/out" 2>"$test_folder/err" </dev/null
  got=$?
  if [ "$got" = "$wanted" ]; then passed=$((passed + 1)); else fail "status $got, not $wanted"; fi
}

says() {
  if grep -Eq -- "$2" "$test_folder/$1"; then passed=$((passed + 1)); else fail "$1 has no line like '$2'"; fi
}

exactly() {
  if [ "$(cat "$test_folder/$1")" = "$2" ]; then passed=$((passed + 1)); else fail "$1 is not '$2'"; fi
}

digests() { (cd "$1" && find . -type f ! -name 'book.db-*' -exec sha256sum {} + | LC_ALL=C sort); }
snapshot() { digests "$1" >"$test_folder/before"; }
unchanged() {
  digests "$1" >"$test_folder/after"
  if cmp -s "$test_folder/before" "$test_folder/after"; then passed=$((passed + 1))
  else fail "$1 has changed: $(diff "$test_folder/before" "$test_folder/after" | head -5)"; fi
}

book() {
  rm -rf "${1:-b}" && cp -r "$STEAD_SOURCE/share/books/west-yorkshire" "${1:-b}" && rm -rf "${1:-b}"/book.db*
}
skip() { echo "skipped: $1"; }

finish() {
  echo "$passed checks passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
  exit
}
