# The pages as a browser shows them: nothing cut, nothing fetched, nothing axe objects to, at four
# widths and on paper. The pictures of them are left in the folder named for whoever would look.
# usage: browser_test.sh FOLDER   (STEAD_PROGRAM and STEAD_SOURCE as for every test)
skip() { echo "skipped: $1"; exit 77; }

folder=${1:?name a folder for the pages}
here=$STEAD_SOURCE/tests/page
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
  || skip "no chromium is installed"
command -v node >/dev/null || skip "node is not installed"
command -v npm >/dev/null || skip "npm is not installed"

mkdir -p "$folder" || exit 1
rm -f "$folder"/*.html "$folder"/*.png "$folder"/*.pdf
if [ ! -d "$folder/node_modules/axe-core" ] || [ ! -d "$folder/node_modules/playwright-core" ]; then
  echo '{ "private": true }' >"$folder/package.json"
  (cd "$folder" && timeout 120 npm install --no-audit --no-fund --ignore-scripts \
    axe-core@4 playwright-core@1 >npm.log 2>&1) \
    || skip "axe-core and playwright-core cannot be installed with npm"
fi

"$STEAD_PROGRAM" run "$here/make.lua" "$folder" || exit 1
node "$here/look.mjs" "$folder" "$browser"
