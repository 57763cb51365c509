# Builds everything, tests too, optimised, with a compiler's warnings as errors.
# usage: compile.sh COMPILER FOLDER
command -v "$1" >/dev/null || { echo "skipped: $1 is not installed"; exit 77; }
case $1 in
gcc) plus=g++ ;;
*) plus=$1++ ;;
esac
mkdir -p "$2"
cmake -S . -B "$2" -G Ninja -DCMAKE_C_COMPILER="$1" -DCMAKE_CXX_COMPILER="$plus" -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DCMAKE_COMPILE_WARNING_AS_ERROR=ON >"$2/configure.log" 2>&1 || { cat "$2/configure.log"; exit 1; }
cmake --build "$2" -j2
