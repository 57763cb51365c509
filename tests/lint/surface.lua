--- Fails unless share/meta declares exactly what stead.core has, both ways: the functions of each
-- library (`function money.gbp(text) end`) and the methods of each class (`function frame:width() end`).
local core <const> = require("stead.core")

local declared, present, breaches = {}, {}, 0

local function complain(...)
  breaches = breaches + 1
  print(string.format(...))
end

for path in io.popen("find share/meta -name '*.lua' | LC_ALL=C sort"):lines() do
  for line in io.lines(path) do
    local owner, mark, name = line:match("^function [%w_.]-([%w_]+)([.:])([%w_]+)%(")
    if owner then
      declared[owner .. mark .. name] = path
    end
  end
end

-- A word that is a table with functions of its own, such as `pct`, counts as a library too.
local function note_library(library, functions)
  for name, value in pairs(functions) do
    if type(value) == "function" then
      present[library .. "." .. name] = true
    elseif type(value) == "table" and name ~= "methods" then
      note_library(name, value)
    end
  end
end

for library, functions in pairs(core) do
  if type(functions) == "table" then
    note_library(library, functions)
  end
end

-- Lua modules add methods of presentation to the classes; those are documented where they are written.
for class, meta in pairs(debug.getregistry()) do
  local noun = type(class) == "string" and class:match("^stead%.(%w+)$")
  if noun and type(meta) == "table" and type(meta.methods) == "table" then
    for name, value in pairs(meta.methods) do
      present[noun .. ":" .. name] = debug.getinfo(value, "S").what == "C" or nil
    end
  end
end

local names = {}
for name in pairs(declared) do
  names[#names + 1] = name
end
for name in pairs(present) do
  if not declared[name] then
    names[#names + 1] = name
  end
end
table.sort(names)
for _, name in ipairs(names) do
  if not present[name] then
    complain("%s declares %s, which the program has not", declared[name], name)
  elseif not declared[name] then
    complain("share/meta does not declare %s", name)
  end
end
print(("%d names, %d breaches"):format(#names, breaches))
os.exit(#names > 0 and breaches == 0)
