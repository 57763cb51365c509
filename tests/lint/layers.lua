--- Fails when a C file includes a room that is not beneath its own, or a library that is another's.
local beneath <const> = {
  base = {},
  model = { base = true },
  calc = { base = true, model = true },
  store = { base = true, model = true },
  sheet = { base = true, model = true },
  bind = { base = true, model = true, calc = true, store = true, sheet = true },
  host = { base = true, bind = true },
}
local owners <const> = {
  ["lua.h"] = { bind = true, host = true },
  ["lauxlib.h"] = { bind = true, host = true },
  ["lualib.h"] = { bind = true, host = true },
  ["sqlite3.h"] = { store = true },
  ["zip.h"] = { sheet = true },
  ["zlib.h"] = { sheet = true },
  ["expat.h"] = { sheet = true },
  ["jansson.h"] = { sheet = true },
  ["curl/curl.h"] = { fetch = true },
}

local seen, breaches = 0, 0

local function complain(...)
  breaches = breaches + 1
  print(string.format(...))
end

local function check_line(path, room, line)
  local theirs, header = line:match('^#include "([%w_]+)/'), line:match("^#include <(.-)>")
  if theirs and theirs ~= room and not beneath[room][theirs] then
    complain("%s: %s may not include %s/", path, room, theirs)
  end
  if header and owners[header] and not owners[header][room] then
    complain("%s: <%s> belongs to another room", path, header)
  end
end

for path in io.popen("find src -name '*.[ch]' -o -name '*.cpp' | LC_ALL=C sort"):lines() do
  local room = path:match("^src/([^/]+)/") -- none for src/stead.h, which includes nothing
  seen = seen + 1
  for line in io.lines(path) do
    if room and not beneath[room] then
      complain("%s: no room is called %s", path, room)
      break
    elseif room then
      check_line(path, room, line)
    elseif line:match("^#include") then
      complain("%s: the installed header includes nothing", path)
    end
  end
end
print(("%d files, %d breaches"):format(seen, breaches))
os.exit(seen > 0 and breaches == 0)
