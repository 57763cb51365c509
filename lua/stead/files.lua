--- Reads a book's declarations: each file runs on its own in the sandbox and gives back one declared thing, or a
--- list of them.
local core <const> = require("stead.core")
local declare <const> = require("stead.declare")
local fault <const> = require("stead.fault")
local sandbox <const> = require("stead.sandbox")
local sealed <const> = require("stead.sealed")
local source <const> = require("stead.source")
local words <const> = require("stead.words")

local files = {}

--- What stands at `key` of what a file returned: something declared, of a wanted kind.
local function item(relative, key, value, wanted)
  local each = sealed.open(value)
  local what = type(each) == "table" and rawget(each, "what")
  if what == "reference" and sealed.is(each, what) then
    fault.script("%s%s: %s '%s' has no fields: write %s \"%s\" { … }", relative,
      each.line > 0 and ":" .. each.line or "", each.of, each.id, each.of, each.id)
  elseif not (what and sealed.is(each, what) and wanted[what]) then
    fault.script("%s: item %s is %s; this file declares %s", relative, words.short(tostring(key)),
      sealed.is(each, what) and "a " .. what or "not declared", words.list(words.keys(wanted)))
  end
  return each
end

--- What a file declares.
---@param root string the book's folder
---@param relative string the file, relative to it
---@param wanted table<string, boolean> which kinds of thing may stand there
---@return stead.Declared[], string digest, string text
function files.file(root, relative, wanted)
  local text = source.read(root .. "/" .. relative, relative)
  local value = sandbox.run(text, relative, declare.environment())
  if type(value) ~= "table" then
    fault.script("%s: must return what it declares: return %s \"…\" { … }", relative, words.keys(wanted)[1])
  end
  local list = {}
  if not rawequal(sealed.open(value), value) then
    list[1] = item(relative, 1, value, wanted)
  else
    for position, key in ipairs((sealed.keys(value))) do
      if key ~= position then
        fault.script("%s: returns a list with the key '%s'; a list has items 1, 2, 3, … and no other", relative,
          words.short(tostring(key)))
      end
      list[position] = item(relative, key, value[key], wanted)
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
