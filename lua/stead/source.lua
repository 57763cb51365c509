--- The text of a declaration file: read with care, since anybody may have written it, and shown where it is not Lua.
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local source = {}

--- The longest file that is read; the largest that is shipped has a hundredth of it.
source.LONGEST = 256 * 1024

local WIDTH <const> = 96 -- of a line that is shown

local function line_of(text, at)
  local _, breaks = text:sub(1, at - 1):gsub("\n", "")
  return breaks + 1
end

local function text_fault(text)
  if text:find("^\27") then
    return "is compiled Lua; a declaration is a text that people can read"
  elseif text:find("^\255\254") or text:find("^\254\255") then
    return "is UTF-16; save it as UTF-8"
  elseif text:find("^#") then
    return "begins with '#'; a declaration is not run by itself, take that line out", 1
  end
  local zero = text:find("\0", 1, true)
  if zero then
    return "holds a byte 0, which no text has", line_of(text, zero)
  end
  local good, at = utf8.len(text)
  if not good then
    return ("is not UTF-8: byte 0x%02X; save it as UTF-8"):format(text:byte(at)), line_of(text, at)
  end
end

--- The text of a file of declarations, without a byte order mark. Refuses what is no text.
---@param path string
---@param name string the file, as messages name it
---@return string
function source.read(path, name)
  local file, message = io.open(path, "rb")
  if not file then
    fault.command("%s", message)
  end
  local text, why = file:read(source.LONGEST + 1)
  file:close()
  if not text and why then
    fault.script("%s: cannot be read: %s", name, why)
  end
  text = text or ""
  if #text > source.LONGEST then
    fault.script("%s: is longer than %d kB, the most that a declaration may have; split it", name,
      source.LONGEST // 1024)
  end
  local wrong, line = text_fault(text)
  if wrong then
    fault.script("%s%s: %s", name, line and ":" .. line or "", wrong)
  end
  return (text:gsub("^\239\187\191", ""))
end

--- Where line `number` begins and ends.
local function bounds(text, number)
  local first = 1
  for _ = 2, number do
    local break_at = text:find("\n", first, true)
    if not break_at then
      break
    end
    first = break_at + 1
  end
  local after = text:find("\r?\n", first)
  return first, after and after - 1 or #text
end

--- The column of the token that Lua stopped at. It may stand in the line more than once: it is the one after which
--- a text cut short has the same fault.
local function column_of(text, first, last, token, message, name)
  local found, from = nil, first
  for _ = 1, 100 do
    local a, b = text:find(token, from, true)
    if not a or b > last then
      return found
    end
    found = found or a
    local _, again = load(text:sub(1, b), "@" .. name, "t", {})
    if again == message then
      return a
    end
    from = a + 1
  end
  return found
end

--- The last place with something on it at or before `at`: where a file that ends too early ends.
local function last_word(text)
  local at = #text:gsub("%s+$", "")
  return line_of(text, at), at + 1
end

--- Lines that are too long are shown around the column.
local function shown(line, column)
  local before, from = line:sub(1, column - 1), 1
  local cells = utf8.len(before) or #before
  if cells >= WIDTH - 20 then
    from = utf8.offset(before, -(WIDTH // 2)) or 1
    cells = WIDTH // 2
  end
  local rest = line:sub(from)
  local width = utf8.len(rest) or #rest
  if width > WIDTH then
    rest = rest:sub(1, (utf8.offset(rest, WIDTH + 1) or WIDTH + 1) - 1) .. " …"
  end
  local mark = from > 1 and "… " or ""
  return mark .. rest:gsub("%c", " "), (" "):rep(cells + (from > 1 and 2 or 0)) .. "^"
end

--- What Lua says of a text that it could not read, with the line and a caret under the place.
---@param text string
---@param name string the file, as messages name it
---@param message string Lua's own
---@return string
function source.explain(text, name, message)
  if message:find("C stack overflow", 1, true) or message:find("too many C levels", 1, true) then
    return name .. ": nests deeper than Lua reads (about 190 levels); write it flatter"
  end
  local number = math.tointeger(message:match(" at line (%d+)$") or message:match(":(%d+): "))
  local token, column = message:match(" near '?(.-)'?$"), nil
  if not number then
    return message
  elseif token == "<eof>" then
    number, column = last_word(text)
  end
  local first, last = bounds(text, number)
  if token and not column then
    column = column_of(text, first, last, token, message, name)
  end
  message = message:gsub(":%d+: ", (":%d: "):format(number), 1)
  if token and #token > 60 then
    message = message:sub(1, #message - #token - 1) .. words.short(token) .. "'"
  end
  local line, caret = shown(text:sub(first, last), (column or first) - first + 1)
  return ("%s\n  %s%s"):format(message, line, column and "\n  " .. caret or "")
end

return source
