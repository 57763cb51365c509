--- What Tab offers: names in Lua; in quotes, what may be named there; after a dot at the margin, the session's own
--- commands; after a question mark, what there is help on.
local core <const> = require("stead.core")
local globals <const> = require("stead.globals")
local members <const> = require("stead.session.members")
local words <const> = require("stead.words")

local complete = {}

local MOST_LISTED <const> = 60

--- Names of files that begin so.
local function files(word)
  local dir, rest = word:match("^(.*/)([^/]*)$")
  local out = {}
  for _, name in ipairs(core.host.list(dir or ".") or {}) do
    if name:sub(1, 1) ~= "." or rest and rest:sub(1, 1) == "." then
      local path = (dir or "") .. name
      out[#out + 1] = core.host.is_dir(path) and path .. "/" or path
    end
  end
  return out
end

local function book()
  local ok, found = pcall(globals.lookup, "book")
  return ok and found or nil
end

local function add_ids(out, list)
  for _, each in ipairs(list or {}) do
    out[#out + 1] = each.id
  end
end

--- Practices of the system whose code or name begins so: a name is completed to its code.
local function practices(here, word, out)
  local lower = word:lower()
  if #word < 2 or not here.system then
    return
  end
  local cover = here:cover(here.facts:years("need")[#here.facts:years("need")])
  local codes, names = cover.need:column("practice"), cover.need:column("name")
  for _, row in ipairs(cover.inside) do
    local name = names[row] and names[row]:lower() or ""
    if codes[row]:lower():find(lower, 1, true) == 1 or name:find(lower, 1, true) == 1 then
      out[#out + 1] = { text = codes[row], shown = codes[row] .. "  " .. (names[row] or "") }
    end
  end
end

--- Those that begin with the word, in order and once each; letters' case is not asked about.
local function matching(word, candidates)
  local out, seen, lower = {}, {}, word:lower()
  for _, each in ipairs(candidates) do
    local item = type(each) == "table" and each or { text = each, shown = each }
    if not seen[item.text] and (type(each) == "table" or item.text:lower():find(lower, 1, true) == 1) then
      seen[item.text], out[#out + 1] = true, item
    end
  end
  table.sort(out, function(a, b)
    return a.text < b.text
  end)
  return out
end

--- What may be named inside quotes: places, bodies, years, streams, parameters, rules, files; else
--- a practice.
local function named(word)
  local out, here = {}, book()
  if here then
    add_ids(out, here.places)
    add_ids(out, here.system and here.system.bodies)
    for _, year in ipairs(here.facts:years("need")) do
      out[#out + 1] = year
    end
    local ok, policy = pcall(here.policy, here)
    for _, kind in ipairs(ok and { "parameters", "rules", "checks" } or {}) do
      for id in pairs(policy[kind]) do
        out[#out + 1] = id
      end
    end
    for _, stream in ipairs(words.keys(require("stead.streams").titles)) do
      out[#out + 1] = stream
    end
  end
  table.move(files(word), 1, #files(word), #out + 1, out)
  if here and #matching(word, out) == 0 then
    pcall(practices, here, word, out)
  end
  return out
end

--- What all of them begin with.
local function shared(list)
  local prefix = list[1].text
  for i = 2, #list do
    local n = 0
    while n < #prefix and prefix:byte(n + 1) == list[i].text:byte(n + 1) do
      n = n + 1
    end
    prefix = prefix:sub(1, n)
  end
  return prefix
end

--- Names in columns, as wide as the window.
local function listed(list)
  local width, out, line = 0, {}, ""
  for _, item in ipairs(list) do
    width = math.max(width, utf8.len(item.shown) or #item.shown)
  end
  local room <const> = core.host.terminal_width()
  for i, item in ipairs(list) do
    if i > MOST_LISTED then
      break
    end
    if line ~= "" and (utf8.len(line) or #line) + width + 2 > room then
      out[#out + 1], line = line, ""
    end
    line = line .. item.shown .. (" "):rep(width + 2 - (utf8.len(item.shown) or #item.shown))
  end
  out[#out + 1] = line
  if #list > MOST_LISTED then
    out[#out + 1] = ("… and %d more"):format(#list - MOST_LISTED)
  end
  for i, each in ipairs(out) do
    out[i] = each:gsub("%s+$", "")
  end
  return table.concat(out, "\n")
end

--- The word at the end of a line, and what it may become.
---@param before string
---@return string word
---@return (string|table)[] candidates
local function candidates(before)
  local argument = before:match("^%.%a+%s+(.*)$")
  if argument then
    local commands <const> = require("stead.session.commands")
    return argument, commands.arguments(before:match("^%.(%a+)")) or files(argument)
  elseif before:find("^%.%a*$") then
    return before:sub(2), require("stead.session.commands").names()
  elseif before:find("^%?") then
    return before:sub(2), require("stead.session.about").names()
  end
  local _, quotes = before:gsub('"', "")
  if quotes % 2 == 1 then
    local quoted <const> = before:match('[^"]*$')
    return quoted, named(quoted)
  end
  local word = before:match("[%a_][%w_]*$") or ""
  local lead = before:sub(1, -#word - 1)
  local owner = lead:find("[%.:]$") and members.owner(lead)
  if lead:find("[%.:]$") then
    return word, owner ~= nil and owner and members.of(owner) or {}
  end
  return word, members.globals()
end

--- What Tab does to a line.
---@param before string what stands before the cursor
---@return { back: integer?, text: string?, list: string? }
function complete.at(before)
  local line = before:match(".*\u{23ce}(.*)$") or before
  local word, all = candidates(line)
  local list = matching(word, all)
  if #list == 0 then
    return {}
  end
  local text = shared(list)
  if #list > 1 and #text <= #word or text == word then
    return #list > 1 and { list = listed(list) } or {}
  end
  return { back = utf8.len(word), text = text }
end

return complete
