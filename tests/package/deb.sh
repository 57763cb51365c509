# usage: deb.sh CPACK BUILD-FOLDER
for tool in dpkg-deb dpkg-shlibdeps; do
  command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"$1" -G DEB -B "$folder" --config "$2/CPackConfig.cmake" >log 2>&1 || { cat log; exit 1; }
dpkg-deb -x ./*.deb root
dpkg-deb -f ./*.deb Depends
# The source tree must not be needed; nothing of it may be named in the program.
source=$(dirname "$(dirname "$2")")
if grep -q "STEAD_SOURCE_TREE\|$source/lua\|$source/share" root/usr/bin/stead; then
  echo "the program names the source tree $source"
  exit 1
fi
size=$(wc -c <root/usr/bin/stead)
[ "$size" -lt 5000000 ] || { echo "the program is $size bytes"; exit 1; }
mkdir elsewhere
cd elsewhere
unset STEAD_SHARE STEAD_SOURCE STEAD_PROGRAM
[ "$("$folder/root/usr/bin/stead" -e '6 * 7')" = 42 ]
share=$("$folder/root/usr/bin/stead" -e 'require("stead.core").host.share_path("schema")')
[ "$(cd "$share" && pwd -P)" = "$(cd "$folder/root/usr/share/stead/schema" && pwd -P)" ]
# Through a link, as /usr/local/bin often has it, and by name on PATH.
ln -s "$folder/root/usr/bin/stead" linked
[ "$(PATH=$PWD:$PATH linked -e 'require("stead.core").host.share_path("schema") ~= nil')" = true ]
echo "the package runs from its own folder, $size bytes"
