# Every Lua file, as .luacheckrc says.
command -v luacheck >/dev/null || { echo "skipped: luacheck is not installed (lua-check)"; exit 77; }
luacheck --no-color --formatter plain .
