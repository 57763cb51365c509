--- What was entered in a book's sessions, kept from one to the next: a line of a file for each statement, however
--- many lines it had. It is kept with the user's own state, not in the book, which is shared.
local core <const> = require("stead.core")

local history = {}

local MOST <const> = 1000
local BREAK <const> = "\u{23ce}"

local function folder()
  local state = os.getenv("XDG_STATE_HOME")
  if state and state ~= "" then
    return state .. "/stead"
  end
  local home = os.getenv("HOME")
  return home and home ~= "" and home .. "/.local/state/stead" or nil
end

local function read(path)
  local list = {}
  local file <close> = io.open(path, "rb")
  for line in file and file:lines() or function() end do
    list[#list + 1] = line
  end
  return list
end

--- Keeps the file from growing for ever.
local function trim(path, list)
  if #list <= 2 * MOST then
    return list
  end
  local last = table.move(list, #list - MOST + 1, #list, 1, {})
  core.host.write_file(path, table.concat(last, "\n") .. "\n")
  return last
end

--- The statements of a book, oldest first, and what keeps another. Where there is nowhere to keep them they last as
--- long as the session.
---@param root string? the book's folder
---@return { list: string[], keep: fun(text: string), path: string? }
function history.of(root)
  local dir <const> = folder()
  if not dir or not core.host.is_dir(dir) and not core.host.mkdir(dir) then
    return { list = {}, keep = function() end }
  end
  local name <const> = root and core.text.digest(root):sub(1, 16) or "england"
  local path <const> = ("%s/history-%s"):format(dir, name)
  local list = trim(path, read(path))
  for i, line in ipairs(list) do
    list[i] = line:gsub(BREAK, "\n")
  end
  return { list = list, path = path, keep = function(text)
    local file <close> = io.open(path, "ab")
    if file then
      file:write((text:gsub("\n", BREAK)), "\n")
    end
  end }
end

return history
