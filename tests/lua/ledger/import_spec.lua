--- Ledger files: what is taken, what is refused and where, corrections, control totals, killed imports.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/support.lua")
local row <const> = support.row

describe("The ledger", function()
  local book

  before_each(function()
    book = support.open(support.west_yorkshire())
  end)

  after_each(function()
    book:close()
    support.clear()
  end)

  local function number(query)
    local found = book:sql(query)
    return found:cell(1, found:names()[1])
  end

  --- That a file is refused with those words, at its line and column, and leaves nothing behind.
  local function refuses(pattern, rows, more, exit)
    support.refuses(exit or 3, pattern, support.enter, book, rows, more)
    for _, name in ipairs({ "ledger_entry", "ledger_line", "ledger_import", "source" }) do
      assert.are.equal(0, number("select count(*) from " .. name), name)
    end
  end

  it("[R44] [R102] takes each row with its source and line, and money to the penny", function()
    local report = support.enter(book, { row(), row({ month = "12", amount = '"1,234,567.89"', place = "system-held" }),
      row({ kind = "adjustment", amount = "-0.01", service = "", level = "", recurrent = "non-recurrent" }) })
    assert.are.equal(3, report.rows)
    assert.is_true(report.fresh)
    local found = book:sql("select l.*, s.sha256 from ledger l join sources s on s.kind = 'ledger' order by id")
    assert.are.equal(3, #found)
    assert.are.equal("gbp \"1234567.89\"", ("gbp %q"):format(found:cell(2, "pence"):plain()))
    assert.are.equal("system-held", found:cell(2, "place"))
    assert.are.equal(12, found:cell(2, "month"))
    assert.are.equal(4, found:cell(3, "row"))
    assert.is_nil(found:cell(3, "service"))
    assert.are.equal(report.sha256, found:cell(1, "sha256"))
  end)

  it("[R44] says once what every row has, in the recipe", function()
    local folder = support.folder()
    local recipe = support.recipe(folder, [[constants = { year = "2023/24", month = "M3", place = "leeds",
      stream = "core", holder = "QWO", kind = "plan", recurrent = "recurrent", status = "aligned" },]],
      "service,amount")
    local path = support.write(folder .. "/gl.csv", "service,amount\nbeds,10.00\nnurses,20.50\n")
    support.import(book, path, recipe)
    assert.are.equal(3050, number("select sum(pence) as n from ledger where holder = 'QWO' and month = 3"))
  end)

  it("the same file again changes nothing, also under another name", function()
    local folder = support.folder()
    local recipe = support.recipe(folder)
    support.import(book, support.file(folder, "a.csv", { row() }), recipe)
    assert.is_false(support.import(book, folder .. "/a.csv", recipe).fresh)
    assert.is_false(support.import(book, support.file(folder, "b.csv", { row() }), recipe).fresh)
    assert.are.equal(1, number("select count(*) from ledger_entry"))
    assert.are.equal(1, number("select count(*) from ledger_import"))
  end)

  it("[R44] is append-only: a correction is an entry that names the one it corrects", function()
    support.enter(book, { row(), row({ month = "M2", amount = "50.00" }) })
    local folder = support.folder()
    local head = support.HEAD .. ",corrects"
    local recipe = support.recipe(folder, nil, head)
    support.import(book, support.file(folder, "fix.csv", { row({ amount = "90.00", corrects = "1" }) }, head), recipe)
    assert.are.equal(14000, number("select sum(pence) as n from ledger where in_force"))
    assert.are.equal(3, number("select count(*) from ledger"))
    support.refuses(3, "fix2.csv:2: column 'corrects': entry 1 is corrected already; correct the correction",
      support.import, book, support.file(folder, "fix2.csv", { row({ corrects = "1" }) }, head), recipe)
    support.refuses(3, "fix3.csv:3: column 'corrects': there is no entry 77 to correct", support.import, book,
      support.file(folder, "fix3.csv", { row({ corrects = "" }), row({ corrects = "77" }) }, head), recipe)
    support.refuses(3, "fix4.csv:3: column 'corrects': entry 2 is corrected already", support.import, book,
      support.file(folder, "fix4.csv", { row({ corrects = "2" }), row({ corrects = "2", amount = "1.00" }) }, head),
      recipe)
    for _, change in ipairs({ "delete from ledger_entry", "update ledger_entry set pence = 1",
      "update ledger_line set place = 'leeds'" }) do
      local done, message = book.facts.db:sql(change, nil, { write = true })
      assert.is_nil(done)
      assert.truthy(message:find("the ledger is append-only; enter a correction that names", 1, true), message)
    end
    assert.are.equal(3, number("select count(*) from ledger"))
  end)

  describe("refuses, with the line and the column, and stores nothing of", function()
    local good <const> = row()

    it("[R44] a place that the book does not have", function()
      refuses("gl.csv:3: column 'place': 'leedz' is not a place of this book; money that no place has is system%-held "
        .. "or unallocated", { good, row({ place = "leedz" }) })
    end)

    it("[R44] a year that the book is not about", function()
      refuses("gl.csv:3: column 'year': '2031/32' is not a year of this book, which is about 2022/23, 2023/24",
        { good, row({ year = "2031/32" }) })
    end)

    it("month 13, month nought and no month", function()
      for _, month in ipairs({ "13", "M13", "0", "July", "M", "1.5" }) do
        refuses("gl.csv:3: column 'month': '" .. month:gsub("%.", "%%.") .. "' is not a month: M1 is April and M12 is "
          .. "March", { good, row({ month = month }) })
      end
    end)

    it("[R44] a holder that is a place: a legal body holds money", function()
      refuses("gl.csv:3: column 'holder': 'leeds' is a place, and a place holds no money: a legal body holds it on its "
        .. "behalf", { good, row({ holder = "leeds" }) })
      refuses("gl.csv:2: column 'holder': 'RR8' is not a body that system.lua declares", { row({ holder = "RR8" }) })
    end)

    it("a plan below nil, unless the recipe allows it", function()
      refuses("gl.csv:3: column 'amount': a plan of %-500 pence is below nil; where income is planned, the recipe says "
        .. "negative_plan = true", { good, row({ kind = "plan", amount = "-5.00" }) })
      support.enter(book, { row({ kind = "plan", amount = "-5.00" }) }, "negative_plan = true,")
      assert.are.equal(-500, number("select sum(pence) as n from ledger"))
    end)

    it("words that are none of a field's", function()
      refuses("gl.csv:3: column 'kind': 'budget' must be plan, actual, forecast or adjustment",
        { good, row({ kind = "budget" }) })
      refuses("gl.csv:2: column 'status': 'joint' must be pooled, aligned, in view or out",
        { row({ status = "joint" }) })
      refuses("gl.csv:2: column 'recurrent': 'R' must be recurrent or non%-recurrent", { row({ recurrent = "R" }) })
      refuses("gl.csv:2: column 'basis': 'guess' must be historic", { row({ basis = "guess" }) })
      refuses("gl.csv:2: column 'stream' is blank", { row({ stream = "" }) })
    end)

    it("amounts that are not money", function()
      refuses("gl.csv:3: column 'amount': '12.345' ", { good, row({ amount = "12.345" }) })
      refuses("gl.csv:2: column 'amount' is blank", { row({ amount = "" }) })
      refuses("gl.csv:3: the row has 12 cells, where 13 must be", { good, (good:gsub(",[^,]*$", "")) })
    end)

    it("control totals that the file does not come to", function()
      refuses("gl.csv: kind 'actual' comes to £200.00, where the control says £200.01: −£0.01 apart; nothing was "
        .. "stored", { good, good }, 'controls = { { kind = "actual", total = "200.01" } },')
      refuses("gl.csv: the whole file: 2 rows, where the control says 3; nothing was stored", { good, good },
        "controls = { { rows = 3 } },")
      support.enter(book, { good, row({ month = "M2" }) }, [[controls = { { rows = 2, total = "200.00" },
        { month = "M2", total = "100.00", rows = 1 } }, ]])
    end)

    it("duplicate control totals, and ones that say nothing", function()
      refuses("control 2: kind 'actual' has a control total already, control 1; declare one", { good },
        'controls = { { kind = "actual", total = "1.00" }, { total = "2.00", kind = "actual" } },', 2)
      refuses("control 1: says neither a total nor how many rows", { good }, 'controls = { { kind = "plan" } },', 2)
      refuses("control 1: month '13' is not M1", { good }, 'controls = { { month = 13, rows = 1 } },', 2)
      refuses("control 1: no key 'plce'; did you mean 'place'%?", { good },
        'controls = { { plce = "x", rows = 1 } },', 2)
      refuses("control 1: total: 'lots' is not money", { good }, 'controls = { { total = "lots" } },', 2)
    end)

    it("recipes that leave a row unsaid", function()
      local folder = support.folder()
      support.refuses(2, "neither a field nor a constant says the holder of a row", function()
        support.import(book, support.file(folder, "gl.csv", { good }), support.recipe(folder, nil,
          "year,month,place,stream,kind,recurrent,status,amount"))
      end)
      support.refuses(2, "'holder' is both a field and a constant", support.enter, book, { good },
        'constants = { holder = "QWO" },')
      support.refuses(2, "constants: 'amount' cannot be the same on every row", support.enter, book, { good },
        'constants = { amount = "1" },')
      support.refuses(2, "a ledger has no field 'colour'", function()
        support.import(book, "none", support.recipe(folder, nil, support.HEAD .. ",colour"))
      end)
      support.refuses(2, "no recipe 'nowhere': neither a file nor recipes/nowhere.lua of the book", support.import,
        book, "none", "nowhere")
    end)

    it("a constant that is no body, far into a file", function()
      local rows = {}
      for i = 1, 70000 do
        rows[i] = good
      end
      rows[#rows + 1] = row({ place = "nowhere" })
      refuses("gl.csv:70002: column 'place': 'nowhere'", rows)
    end)
  end)

  it("[R44] killed at any moment, an import goes on with nothing lost or doubled", function()
    local folder, rows = support.folder(), {}
    for i = 1, 150000 do
      rows[i] = row({ amount = i .. ".01", month = "M" .. i % 12 + 1, service = "line " .. i % 40 })
    end
    local recipe = support.recipe(folder, 'controls = { { rows = 150000, total = "11250076500.00" } },')
    local path = support.file(folder, "gl.csv", rows)
    local program = os.getenv("STEAD_PROGRAM")
    for _, wait in ipairs({ "0.05", "0.3", "0.5" }) do
      os.execute(("%s import ledger %s --recipe %s --book %s >/dev/null 2>&1 & pid=$!; sleep %s; kill -9 $pid "
        .. "2>/dev/null; wait $pid 2>/dev/null"):format(program, path, recipe, book.root, wait))
      assert.are.equal(0, number("select coalesce(sum(i.rows - (select count(*) from ledger_entry e where e.import = "
        .. "i.id)), 0) as n from ledger_import i"))
    end
    support.import(book, path, recipe)
    assert.are.equal(150000, number("select count(*) from ledger"))
    assert.are.equal(150000, number("select count(distinct row) from ledger"))
    assert.are.equal(1125007650000, number("select sum(pence) as n from ledger"))
  end)

  it("a file that changed while its import was stopped begins afresh", function()
    local folder = support.folder()
    local recipe = support.recipe(folder)
    support.import(book, support.file(folder, "other.csv", { row() }), recipe)
    local path = support.file(folder, "gl.csv", { row({ amount = "300.00" }), row({ amount = "400.00" }) })
    book.facts.db:exec([[insert into ledger_import (name, recipe, bytes, rows, chain) select 'gl.csv', 'gl', ]]
      .. #support.bytes(path) .. [[, 1, 42 from (select 1);
      insert into ledger_entry (import, row, line, month, pence) select max(i.id), 2, 1, 1, 5 from ledger_import i]])
    local report = support.import(book, path, recipe)
    assert.are.equal(0, report.resumed)
    assert.are.equal(80000, number("select sum(pence) as n from ledger"))
  end)
end)
