# Every C and C++ file is as .clang-format would write it.
command -v clang-format >/dev/null || { echo "skipped: clang-format is not installed"; exit 77; }
find src tests \( -name '*.c' -o -name '*.h' -o -name '*.cpp' \) -exec clang-format --dry-run -Werror {} +
