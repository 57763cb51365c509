--- Errors at the prompt: what is wrong, the line with a caret under the place, and the nearest name.
local core <const> = require("stead.core")
local members <const> = require("stead.session.members")
local words <const> = require("stead.words")

local tell = {}

--- Where a name stands in a statement: its line, the column, and what leads up to it.
local function find(text, name, from)
  local number = 0
  local whole = "%f[%w_]" .. name:gsub("%p", "%%%0") .. "%f[^%w_]"
  if not name:find("^[%w_]") or not name:find("[%w_]$") then
    whole = name:gsub("%p", "%%%0")
  end
  for line in (text .. "\n"):gmatch("(.-)\n") do
    number = number + 1
    local at = number >= from and line:find(whole)
    if at then
      return line, at, number
    end
  end
end

local function line_at(text, wanted)
  local number = 0
  for line in (text .. "\n"):gmatch("(.-)\n") do
    number = number + 1
    if number == wanted then
      return line
    end
  end
end

--- The line at fault, and a caret under what the message names.
local function pointed(message, text)
  local number = tonumber(message:match("stdin:(%d+):"))
  local named = message:match("%(%l+ '([^']+)'%)") or message:match("near '([^']+)'") or message:match("'([^']+)'")
  local line, at = nil, nil
  if named and named ~= "<eof>" then
    line, at = find(text, named, number or 1)
  end
  if not line and number then
    line = line_at(text, number)
    at = message:find("<eof>", 1, true) and line and utf8.len(line) and #line + 1 or nil
  end
  if not line then
    return nil
  end
  local before = at and (utf8.len(line:sub(1, at - 1)) or at - 1)
  return "  " .. line .. (before and "\n  " .. (" "):rep(before) .. "^" or "")
end

--- A name that may stand alone and is near; or a method of books, which cannot.
local function nearest_global(name)
  local near = core.text.nearest(name, members.globals(true))
  local session <const> = require("stead.session")
  local book = not near and session.book()
  local method = book and core.text.nearest(name, members.of(book))
  return near or method and "book:" .. method
end

--- What a name that means nothing was probably meant to be.
local function nearest(message, text)
  local kind, name = message:match("%((%l+) '([^']+)'%)$")
  if kind == "global" then
    local near = nearest_global(name)
    return near and ("; did you mean '%s'?"):format(near) or ""
  elseif kind == "field" or kind == "method" then
    local line, at = find(text, name, 1)
    local owner = line and members.owner(line:sub(1, at - 1))
    return owner ~= nil and words.did_you_mean(name, members.of(owner)) or ""
  end
  return ""
end

--- The message of an error, and where it was called from.
local function said(problem)
  if type(problem) == "table" and not (getmetatable(problem) or {}).__tostring then
    return tostring(problem.message or "(the error is a table value)"), problem.trace or ""
  end
  return type(problem) == "string" and problem or problem == nil and "(the error is nil)" or tostring(problem), ""
end

--- Tells of an error that a statement raised.
---@param problem any
---@param text string the statement
function tell.failed(problem, text)
  local message, trace = said(problem)
  message = message .. nearest(message, text)
  local command = text:find("^[?.]%a?")  and not text:find("^%.%d")
  local shown = not command and pointed(message, text)
  io.stderr:write("stead: ", message, shown and "\n" .. shown or "", trace:gsub("\n  called from stdin:1$", ""), "\n")
end

--- A name that gave nothing, when another is near.
---@param text string the statement
function tell.nothing(text)
  local owner_text, name = text:match("^%s*(.-)([%a_][%w_]*)%s*$")
  if not name or not owner_text then
    return
  end
  local near
  if owner_text == "" then
    near = rawget(_G, name) == nil and nearest_global(name)
  elseif owner_text:find("%.$") then
    local owner = members.owner(owner_text)
    near = owner ~= nil and core.text.nearest(name, members.of(owner))
  end
  if near and near ~= name then
    io.stderr:write(("stead: nothing is called '%s'; did you mean '%s'?\n"):format(name, near))
  end
end

return tell
