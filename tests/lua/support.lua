--- What the specs of books and budgets share: folders of their own, books written on the spot, what a refusal says.
local core <const> = require("stead.core")
local book <const> = require("stead.book")
require("stead.frame")

local support = {}

support.source = assert(os.getenv("STEAD_SOURCE"), "STEAD_SOURCE names the source tree")
support.book = support.source .. "/share/books/west-yorkshire"

local folders = {}

--- An empty folder, removed by `support.clear`.
function support.folder()
  local name = os.tmpname()
  os.remove(name)
  assert(core.host.mkdir(name))
  folders[#folders + 1] = name
  return name
end

function support.clear()
  for _, name in ipairs(folders) do
    os.execute("rm -rf '" .. name .. "'")
  end
  folders = {}
end

function support.write(path, text)
  assert(core.host.write_file(path, text))
  return path
end

function support.bytes(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:read("a")
end

--- A copy of the West Yorkshire book; `changes` gives files other texts, or false to leave them out.
function support.west_yorkshire(changes)
  local folder = support.folder()
  local names = { "system.lua" }
  for _, part in ipairs({ "places", "policy/parameters", "policy/variations" }) do
    assert(core.host.mkdir(folder .. "/" .. part))
    for _, name in ipairs(core.host.list(support.book .. "/" .. part)) do
      names[#names + 1] = part .. "/" .. name
    end
  end
  for _, name in ipairs(names) do
    local change = changes and changes[name]
    if change ~= false then
      local text = support.bytes(support.book .. "/" .. name)
      support.write(folder .. "/" .. name, type(change) == "function" and change(text) or change or text)
    end
  end
  return folder
end

--- A book of a system and the places given, by file name.
function support.system(text, places)
  local folder = support.folder()
  assert(core.host.mkdir(folder .. "/places"))
  support.write(folder .. "/system.lua", text)
  for name, place in pairs(places or {}) do
    support.write(("%s/places/%s.lua"):format(folder, name), place)
  end
  return folder
end

support.open = book.open
support.england = book.none

--- What a call refuses with: the fault itself.
function support.refusal(call, ...)
  local ok, fault = pcall(call, ...)
  assert(not ok, "it was not refused")
  return type(fault) == "table" and fault or { message = tostring(fault), exit = 0 }
end

--- That a call is refused with an exit status and words.
function support.refuses(exit, pattern, call, ...)
  local fault = support.refusal(call, ...)
  assert(fault.message:find(pattern), ("it said: %s"):format(fault.message))
  assert(fault.exit == exit, ("status %s, not %d: %s"):format(fault.exit, exit, fault.message))
end

return support
