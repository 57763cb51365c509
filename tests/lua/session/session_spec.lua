--- A session at the prompt: results by number, the lines that led to one, errors that point, names that complete.
local commands <const> = require("stead.session.commands")
local complete <const> = require("stead.session.complete")
local core <const> = require("stead.core")
local globals <const> = require("stead.globals")
local history <const> = require("stead.session.history")
local modes <const> = require("stead.session.modes")
local session <const> = require("stead.session")
local tell <const> = require("stead.session.tell")
require("stead.frame")

globals.install(_G)
local book <const> = require("stead.book").open(core.host.share_path("books/west-yorkshire"))

--- What is printed, and what is written to standard error, while f runs.
local function said(f, ...)
  local out, printed, stderr = {}, print, io.stderr
  _G.print = function(text) out[#out + 1] = text end
  io.stderr = { write = function(_, ...) out[#out + 1] = table.concat({ ... }) end } -- luacheck: ignore 122
  local ok, problem = pcall(f, ...)
  _G.print, io.stderr = printed, stderr -- luacheck: ignore 122
  assert(ok, tostring(problem))
  return table.concat(out, "\n")
end

--- Runs statements as the prompt does; the session and what it said.
local function entered(...)
  local self <const>, lines = session.new(), { ... }
  self.read = {}
  local text = said(function()
    for _, line in ipairs(lines) do
      if line:find("^[.?]%a") then
        commands.run(self, line)
      else
        session.answer(self, line, 0, core.host.load_statement(line, "=stdin")())
      end
    end
  end)
  return self, text
end

--- What is told of a statement that fails.
local function told(text)
  local chunk, problem = core.host.load_statement(text, "=stdin")
  if chunk then
    local _
    _, problem = pcall(chunk)
  end
  return said(tell.failed, problem, text)
end

describe("a session", function()
  local before

  setup(function()
    before = globals.loaded("book")
    globals.set("book", book)
  end)

  teardown(function()
    globals.set("book", before)
    for _, name in ipairs({ "a", "b", "f", "w", "_", "_1", "_2", "_3" }) do
      _G[name] = nil
    end
  end)

  it("numbers results that are something", function()
    local self = entered("1 + 1", "x_nothing", "_ * 10", "_1 + _2")
    assert.are.equal(3, self.record.results)
    assert.are.equal(22, _G._3)
    assert.are.equal(22, _G._)
  end)

  it("gives only the lines that led to a result, with `_` by its number", function()
    local self = entered("a = 2", "b = 3", "print(b)", "a * 10", "_ + 1", "b")
    assert.are.equal("a = 2\n_1 = a * 10\nreturn _1 + 1\n", self.record:script(2))
    assert.are.equal("b = 3\nreturn b\n", self.record:script(3))
    assert.are.equal(21, load(self.record:script(2))())
  end)

  it("counts a line that changes a table among those that led", function()
    local self = entered("f = {}", "f.x = 4", "a = 7", "f.x")
    assert.are.equal("f = {}\nf.x = 4\nreturn f.x\n", self.record:script(1))
  end)

  it("refuses the script of a result that there is not, and says which there are", function()
    local self = entered("1", "2")
    local script, message = self.record:script(9)
    assert.is_nil(script)
    assert.are.equal("no result 9: they are numbered 1 to 2", message)
  end)

  it("says how long an answer took when asked to", function()
    local _, text = entered(".time", "1 + 1")
    assert.are.equal("times are shown\n2\n  0 s", text)
  end)

  it("points at what a message names, and at the nearest name", function()
    assert.are.equal("stead: stdin:1: attempt to call a nil value (global 'explian'); did you mean 'explain'?\n"
      .. "  1 + explian(2)\n      ^\n", told("1 + explian(2)"))
    assert.are.equal("stead: stdin:1: attempt to call a nil value (global 'alocate'); did you mean 'book:allocate'?\n"
      .. "  alocate {}\n  ^\n", told("alocate {}"))
    assert.are.equal("stead: stdin:1: attempt to index a nil value (field 'plce'); did you mean 'place'?\n"
      .. "  book.plce.leeds\n       ^\n", told("book.plce.leeds"))
    assert.are.equal("stead: stdin:1: attempt to call a nil value (method 'nead'); did you mean 'need'?\n"
      .. "  book:nead {}\n       ^\n", told("book:nead {}"))
    assert.has_match("did you mean 'wakefield'%?\n  book%.place%.wakefeild\n             %^\n$",
      told("book.place.wakefeild"))
  end)

  it("points at the line of several that is at fault", function()
    assert.are.equal("stead: stdin:2: attempt to call a nil value (global 'nosuchthing')\n  nosuchthing()\n  ^\n",
      told("a = 1\nnosuchthing()"))
  end)

  it("goes on reading an expression that is not finished, and says what is wrong with one that cannot be", function()
    local _, _, code = core.host.load_statement("1 +", "=stdin")
    assert.are.equal("INCOMPLETE", code)
    local _, message, wrong = core.host.load_statement("1 + )", "=stdin")
    assert.are.equal("PARSE", wrong)
    assert.has_match("near '%)'$", message)
  end)

  it("says that a bare name is nothing, and which is near", function()
    assert.are.equal("stead: nothing is called 'boook'; did you mean 'book'?\n", said(tell.nothing, "boook"))
    assert.are.equal("", said(tell.nothing, "qqqqqqqq"))
    assert.are.equal("stead: nothing is called 'plaice'; did you mean 'place'?\n", said(tell.nothing, "book.plaice"))
  end)

  it("completes globals, fields, methods, places and commands", function()
    assert.are.same({ back = 4, text = "england" }, complete.at("engl"))
    assert.are.same({ back = 4, text = "wakefield" }, complete.at("book.place.wake"))
    assert.are.same({ back = 4, text = "allocate" }, complete.at("book:allo"))
    assert.are.same({ back = 4, text = "primary-medical" }, complete.at('book:need { stream = "prim'))
    assert.are.same({ back = 4, text = "2023/24" }, complete.at('x "2023'))
    assert.are.same({ back = 4, text = "calderdale" }, complete.at('("cald'))
    assert.are.same({ back = 3, text = "mode" }, complete.at(".mod"))
    assert.are.same({ back = 2, text = "json" }, complete.at(".mode js"))
    assert.are.same({ back = 18, text = "allocation.floor_growth" }, complete.at("?allocation.floor_g"))
    assert.are.same({}, complete.at("nothing.at.all"))
  end)

  it("completes a practice by its code or its name, to its code", function()
    assert.has_match("B83034  Grange Medical Centre", complete.at('"B8303').list, 1, true)
    assert.are.same({ back = 11, text = "B83027" }, complete.at('"haworth med'))
  end)

  it("lists what a word may become", function()
    local found = complete.at("book.place.")
    assert.has_match("calderdale", found.list)
    assert.has_match("wakefield", found.list)
  end)

  it("shows a table in each mode", function()
    local f = core.frame.new({ { "name", "text" }, { "sum", "money" }, { "share", "rate" } },
      { { "Leeds", core.money.gbp "1,200.50", core.money.pct "2.5" } })
    assert.are.equal("| name | sum | share |\n| :--- | ---: | ---: |\n| Leeds | 1,200.50 | 2.50% |",
      modes.text("md", f))
    assert.has_match("^name,sum,share\nLeeds,1200.50,", (modes.text("csv", f):gsub("\r", "")))
    assert.has_match('"sum": 1200.50', modes.text("json", f))
    assert.has_match("<td>£1,200.50</td>", modes.text("html", f))
    local again = load("return " .. modes.text("lua", f))()
    assert.are.equal(modes.text("csv", f), modes.text("csv", again))
  end)

  it("refuses a mode, a command or a date that it does not know", function()
    local self = session.new()
    for line, message in pairs({
      [".mode jsn"] = "no mode 'jsn'; did you mean 'json'?", [".mod"] = "no command '.mod'; did you mean 'mode'?",
      [".on yesterday"] = "'yesterday' is not a date; write it as 2026-04-01", [".save"] = "there is no result",
      ["?flor"] = "no help on 'flor'; did you mean 'floor'?", [".load nowhere.lua"] = "the script cannot be opened",
    }) do
      _G._ = nil
      local ok, problem = pcall(commands.run, self, line)
      assert.is_false(ok)
      assert.has_match(message, tostring(problem), 1, true)
    end
  end)

  it("says what a parameter, a rule, a place, a body and a code mean", function()
    for name, text in pairs({
      ["allocation.floor_growth"] = "The least that any place grows by", ["allocation.need"] = "· rule",
      floor_growth = "allocation.floor_growth · parameter",
      leeds = "· place", QWO = "· ICB", E08000035 = "council\n  Leeds", B83034 = "· practice\n  Grange Medical Centre",
    }) do
      local _, page = entered("?" .. name)
      assert.has_match(text, page, 1, true)
    end
  end)

  it("moves the as-at date, which checks then go by", function()
    local self, text = entered(".on 2024-03-31")
    assert.are.equal("as at 31 March 2024", text)
    assert.are.equal("2024-03-31", self.on)
    assert.are.equal("2024-03-31", book:check().on)
    book.as_at = nil
  end)

  it("asks in SQL and numbers the answer", function()
    local self = entered(".sql select 6 * 7 as answer")
    assert.are.equal(42, _G._:cell(1, "answer"))
    assert.are.equal('return sql "select 6 * 7 as answer"\n', self.record:script(1))
  end)

  it("saves the session and a result, and never over a file that is there", function()
    local path = os.tmpname()
    os.remove(path)
    local self = entered("a = 6", "a * 7", ".save " .. path .. ".lua", ".save " .. path .. ".txt")
    local file <close> = io.open(path .. ".lua")
    assert.are.equal("a = 6\n_1 = a * 7\n", file:read("a"))
    local ok, problem = pcall(commands.run, self, ".save " .. path .. ".txt")
    assert.is_false(ok)
    assert.has_match("is already there; name another file", tostring(problem), 1, true)
    os.remove(path .. ".lua")
    os.remove(path .. ".txt")
  end)

  it("keeps statements of several lines whole from one session to the next", function()
    local kept = history.of("/a book of the test's own")
    if kept.path then
      os.remove(kept.path)
      history.of("/a book of the test's own").keep("for i = 1, 2 do\n  print(i)\nend")
      assert.are.same({ "for i = 1, 2 do\n  print(i)\nend" }, history.of("/a book of the test's own").list)
      os.remove(kept.path)
    end
  end)
end)
