--- A session at the prompt: what was entered and what it gave, kept while it lasts; the parts that answer are beside
--- this file.
local core <const> = require("stead.core")
local globals <const> = require("stead.globals")

local session = {}

---@class stead.Session
---@field terminal boolean people are at the other end
---@field mode string how tables are shown: box, md, csv, json, lua, html
---@field timing boolean every answer says how long it took
---@field on string the as-at date
---@field record stead.session.Record
---@field read stead.host.Session

--- Answers taking at least so many seconds say so.
local SLOW <const> = 0.1

--- The line under an answer: its number, when it fills several lines; its time, when it took any.
local function below(self, number, text, seconds)
  local out = {}
  if number and text:find("\n", 1, true) then
    out[1] = "_" .. number
  end
  if self.timing or seconds >= SLOW then
    out[#out + 1] = ("%.3g s"):format(seconds)
  end
  if #out > 0 and (self.terminal or self.timing) then
    print("  " .. table.concat(out, " · "))
  end
end

--- Shows what a statement gave and numbers it.
---@param self stead.Session
---@param text string the statement
---@param seconds number
---@param ... any
function session.answer(self, text, seconds, ...)
  local given <const> = table.pack(...)
  local number = self.record:add(text, given.n, ...)
  if given.n == 0 then
    below(self, nil, "", seconds)
    return
  end
  local shown = require("stead.session.modes").text(self.mode, ...)
  print(shown)
  if given.n == 1 and given[1] == nil then
    require("stead.session.tell").nothing(text)
  end
  below(self, number, shown, seconds)
end

--- A session in the book found from here.
---@return stead.Session
function session.new()
  return { mode = "box", timing = false, on = core.host.now():sub(1, 10),
    record = require("stead.session.record").new(),
    terminal = core.host.is_terminal(0) and core.host.is_terminal(1) }
end

--- Reads and answers until the input ends.
function session.run()
  local self <const> = session.new()
  local read <const> = {
    answer = function(...)
      session.answer(self, ...)
    end,
    failed = function(problem, text)
      self.record:fail()
      require("stead.session.tell").failed(problem, text)
    end,
  }
  self.read = read
  function read.command(text)
    require("stead.session.commands").run(self, text)
  end
  if self.terminal then
    local book <const> = require("stead.session.banner").print(self)
    local kept <const> = require("stead.session.history").of(book and book.root)
    read.history, read.remember = kept.list, kept.keep
    read.complete = require("stead.session.complete").at
  end
  require("stead.reach")()
  core.host.repl(read)
end

--- The book of the session, when it can be opened.
---@return stead.Book?
function session.book()
  local ok, book = pcall(globals.lookup, "book")
  return ok and book or nil
end

return session
