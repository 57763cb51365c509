--- Reads a book's declarations: each file runs on its own in the sandbox and gives back one declared thing, or a
--- list of them.
local core <const> = require("stead.core")
local declare <const> = require("stead.declare")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local files = {}

--- What one file may use: far more than an honest one needs.
local LIMITS <const> = { instructions = 50000000, memory = 64 * 1024 * 1024 }

local function read(path)
  local file, message = io.open(path, "rb")
  if not file then
    fault.command("%s", message)
  end
  local text = file:read("a")
  file:close()
  return text
end

--- What a file declares.
---@param root string the book's folder
---@param relative string the file, relative to it
---@param wanted table<string, boolean> which kinds of thing may stand there
---@return stead.Declared[], string digest, string text
function files.file(root, relative, wanted)
  local text = read(root .. "/" .. relative)
  local value, message, code = core.host.load_declaration(text, "@" .. relative, declare.environment(), LIMITS)
  if value == nil and message then
    local placed = message:sub(1, #relative) == relative
    error(fault.new(4, placed and message or ("%s: %s"):format(relative, message), code), 0)
  end
  if type(value) ~= "table" then
    fault.script("%s: must return what it declares: return %s \"…\" { … }", relative, words.keys(wanted)[1])
  end
  local list = rawget(value, "what") and { value } or value
  for i, each in ipairs(list) do
    local what = type(each) == "table" and rawget(each, "what")
    if not what or not wanted[what] then
      fault.script("%s: item %d is %s; this file declares %s", relative, i, what and "a " .. what or "not declared",
        words.list(words.keys(wanted)))
    end
  end
  if #list == 0 then
    fault.script("%s: declares nothing", relative)
  end
  return list, core.text.digest(text), text
end

--- The Lua files of a folder of the book, in byte order.
---@param root string
---@param folder string
---@return string[]
function files.files(root, folder)
  local out = {}
  if core.host.is_dir(root .. "/" .. folder) then
    for _, name in ipairs(core.host.list(root .. "/" .. folder)) do
      if name:match("%.lua$") then
        out[#out + 1] = folder .. "/" .. name
      end
    end
  end
  table.sort(out)
  return out
end

--- The folder, from `start` upwards, that holds a system.lua.
---@param start string
---@return string?
function files.find(start)
  local at = start
  while true do
    if core.host.exists(at .. "/system.lua") then
      return at
    end
    local above = at:match("^(.*)/[^/]*$")
    if not above or at == "" then
      return nil
    end
    at = above
  end
end

return files
