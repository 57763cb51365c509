--- The session's own commands: lines that begin with a dot, or with a question mark.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local globals <const> = require("stead.globals")
local modes <const> = require("stead.session.modes")
local words <const> = require("stead.words")

local commands = {}

---@type table<string, { [1]: string, [2]: string, [3]: fun(self: stead.Session, word: string) }>
local table_of <const> = {}

local function show(self, text, ...)
  require("stead.session").answer(self, text, 0, ...)
end

table_of.mode = { "[box|md|csv|json|lua|html]", "how answers are shown", function(self, word)
  if word == "" then
    print(self.mode)
    return
  end
  for _, name in ipairs(modes.names) do
    if name == word then
      self.mode = name
      return
    end
  end
  fault.command("no mode '%s'%s (%s)", word, words.did_you_mean(word, modes.names), words.list(modes.names))
end }

table_of.time = { "", "every answer says how long it took, or no longer", function(self)
  self.timing = not self.timing
  print(self.timing and "times are shown" or "times are shown when they matter")
end }

table_of.quit = { "", "leave; so does Ctrl-D", function(self)
  self.read.done = true
end }

table_of.on = { "[DATE]", "the as-at date, as 2026-04-01", function(self, word)
  if word ~= "" then
    local ok, day = pcall(core.text.date, word)
    if not ok or not day then
      fault.command("'%s' is not a date; write it as 2026-04-01", word)
    end
    self.on = word
    local book = require("stead.session").book()
    if book then
      book.as_at = word
    end
  end
  print("as at " .. core.text.words(self.on))
end }

table_of.book = { "[FOLDER]", "the book that is open, or another one", function(self, word)
  if word ~= "" then
    globals.set("book", require("stead.book").open(word))
  end
  local book = globals.lookup("book")
  book.as_at = self.on ~= core.host.now():sub(1, 10) and self.on or nil
  print(require("stead.session.banner").line(book, self.on))
end }

table_of.sql = { "QUERY", "a question in SQL", function(self, word)
  if word == "" then
    fault.command("no question; write it as .sql select code, name from icb")
  end
  show(self, ("sql %q"):format(word), globals.lookup("sql")(word))
end }

local function write(path, text)
  if core.host.exists(path) then
    fault.command("%s is already there; name another file", path)
  end
  fault.try(core.host.write_file(path, text))
  print("Saved as " .. path)
end

table_of.script = { "[N] [FILE]", "the lines that led to result N, to read or as a file", function(self, word)
  local number, path = word:match("^_?(%d*)%s*(.-)$")
  number = tonumber(number) or self.record.results
  local text = fault.try(self.record:script(number))
  if path ~= "" then
    write(path, text)
  else
    print((text:gsub("\n$", "")))
  end
end }

local function html_of(value)
  if type(value) == "table" and type(value.html) == "function" then
    return value:html()
  end
  return modes.text("html", value) .. "\n"
end

table_of.save = { "FILE", "the session's lines as .lua; the last result as .csv, .json, .md, .html, .svg or .txt",
  function(self, word)
    local kind = word:match("%.(%a+)$")
    local value <const> = rawget(_G, "_")
    if kind == "lua" then
      write(word, self.record:whole())
    elseif value == nil then
      fault.command("there is no result to save; write .save FILE after one, or .save FILE.lua for the session")
    elseif kind == "html" then
      write(word, html_of(value))
    elseif kind == "svg" and type(value) == "table" and type(value.svg) == "function" then
      write(word, value:svg())
    elseif kind == "csv" or kind == "json" or kind == "md" or kind == "txt" then
      write(word, modes.text(kind == "txt" and "box" or kind, value) .. "\n")
    else
      fault.command("%s: name a file that ends in .lua, .csv, .json, .md, .html, .txt, or .svg for a picture",
        word == "" and "no file" or word)
    end
  end }

table_of.load = { "FILE", "run a script here; what it sets stays", function(self, word)
  local file <close>, why = io.open(word, "rb")
  if not file then
    fault.command("the script cannot be opened: %s", word == "" and "no file is named" or why)
  end
  local text <const> = (file:read("a") or ""):gsub("^#[^\n]*", "")
  local chunk, message = load(text, "@" .. word, "t")
  if not chunk then
    fault.script("%s", message)
  end
  show(self, ("dofile %q"):format(word), chunk())
end }

table_of.help = { "", "these commands", function()
  print(commands.list())
end }

--- The commands by name.
---@return string[]
function commands.names()
  return words.keys(table_of)
end

--- What may follow a command, where that is a list; else files may.
---@param name string
---@return string[]?
function commands.arguments(name)
  return name == "mode" and modes.names or nil
end

--- What the session understands beside Lua.
---@return string
function commands.list()
  local out = {}
  for _, name in ipairs(commands.names()) do
    local each = table_of[name]
    out[#out + 1] = ("  %-34s %s"):format("." .. name .. " " .. each[1], each[2])
  end
  out[#out + 1] = ("  %-34s %s"):format("?name", "what a name means; ? alone lists them")
  out[#out + 1] = ("  %-34s %s"):format("_, _1, _2", "the last result, and each by its number")
  return table.concat(out, "\n")
end

--- Does what a line asks.
---@param self stead.Session
---@param text string
function commands.run(self, text)
  local asked = text:match("^%?%s*(.-)%s*$")
  if asked then
    require("stead.manual").print(asked ~= "" and asked:gsub('^"(.*)"$', "%1") or nil)
    if asked == "" then
      print("\nThe session's own commands:\n\n" .. commands.list())
    end
    return
  end
  local name, word = text:match("^%.(%a+)%s*(.-)%s*$")
  local command = table_of[name]
  if not command then
    fault.command("no command '.%s'%s (.help lists them)", name, words.did_you_mean(name, commands.names()))
  end
  command[3](self, word)
end

return commands
