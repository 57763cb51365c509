--- Build step: compiles the Lua modules under a folder and writes them as one C array. They keep their lines, for
--- error messages; reading them as text took a good part of every start.
-- usage: lua5.4 embed.lua FOLDER OUTPUT FILE…   (files relative to FOLDER)
local folder <const>, output <const> = arg[1], arg[2]

local function module_name(file)
  return (file:gsub("%.lua$", ""):gsub("/init$", ""):gsub("/", "."))
end

local function c_bytes(text)
  local bytes = {}
  for i = 1, #text do
    bytes[i] = text:byte(i) .. (i % 24 == 0 and ",\n" or ",")
  end
  return table.concat(bytes)
end

local modules = {}
for i = 3, #arg do
  local stream <close> = assert(io.open(folder .. "/" .. arg[i], "rb"))
  modules[#modules + 1] = { name = module_name(arg[i]), file = arg[i],
    text = string.dump(assert(load(stream:read("a"), "=" .. arg[i], "t"))) }
end
table.sort(modules, function(a, b) return a.name < b.name end)

local out <close> = assert(io.open(output, "wb"))
out:write('/* Written by cmake/embed.lua from lua/. */\n#include "host/modules.h"\n\n')
for i, module in ipairs(modules) do
  out:write(("static const unsigned char text_%d[] = {\n%s0};\n"):format(i, c_bytes(module.text)))
end
out:write("\nconst stead_module stead_modules[] = {\n")
for i, module in ipairs(modules) do
  out:write(('    {"%s", "%s", text_%d, %d},\n'):format(module.name, module.file, i, #module.text))
end
out:write("};\n\nconst size_t stead_modules_len = sizeof stead_modules / sizeof stead_modules[0];\n")
