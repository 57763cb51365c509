# Builds everything, tests too, with clang and its warnings as errors. usage: clang.sh FOLDER
command -v clang >/dev/null || { echo "skipped: clang is not installed"; exit 77; }
cmake -S . -B "$1" -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DCMAKE_COMPILE_WARNING_AS_ERROR=ON >"$1.log" 2>&1 || { cat "$1.log"; exit 1; }
cmake --build "$1" -j2
