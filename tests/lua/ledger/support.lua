--- What the specs of the ledger share: a book of West Yorkshire, recipes and files written on the spot.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local core <const> = require("stead.core")

local support <const> = dofile(here .. "/../support.lua")

support.HEAD = "year,month,place,stream,service,funder,holder,kind,recurrent,status,level,basis,amount"

--- A recipe that takes every field under its own name; `more` is what else it says.
function support.recipe(folder, more, fields)
  local list = {}
  for name in (fields or support.HEAD):gmatch("[^,]+") do
    local is = name == "amount" and ', is = "money"' or name == "corrects" and ', is = "integer"' or ""
    local blank = (name == "service" or name == "funder" or name == "level" or name == "basis" or name == "corrects")
      and ', blank = "allow"' or ""
    list[#list + 1] = ("{ name = %q%s%s }"):format(name, is, blank)
  end
  return support.write(folder .. "/gl.lua", ([[
return recipe "gl" { kind = "ledger", title = "General ledger", publisher = "The board", licence = "own",
  header = %q, commas = true, fields = { %s }, %s }]]):format((fields or support.HEAD):match("^[^,]+"),
    table.concat(list, ", "), more or ""))
end

--- A row of the ledger; `changes` sets fields.
function support.row(changes)
  local row = { year = "2023/24", month = "M1", place = "leeds", stream = "core", service = "community beds",
    funder = "NHS England", holder = "QWO", kind = "actual", recurrent = "recurrent", status = "in view",
    level = "place", basis = "historic", amount = "100.00" }
  for key, value in pairs(changes or {}) do
    row[key] = value
  end
  local cells = {}
  for name in support.HEAD:gmatch("[^,]+") do
    cells[#cells + 1] = row[name]
  end
  if row.corrects then
    cells[#cells + 1] = row.corrects
  end
  return table.concat(cells, ",")
end

--- A ledger file of those rows.
function support.file(folder, name, rows, head)
  return support.write(folder .. "/" .. name, (head or support.HEAD) .. "\n" .. table.concat(rows, "\n") .. "\n")
end

--- Imports a file into a book.
function support.import(book, path, recipe_path)
  local declared, controls = require("stead.ledger.recipe").load(book, recipe_path)
  return require("stead.ledger.import").run(book, path, declared, controls)
end

--- Imports rows into a book through a recipe of their own.
function support.enter(book, rows, more)
  local folder = support.folder()
  return support.import(book, support.file(folder, "gl.csv", rows), support.recipe(folder, more))
end

support.core = core
return support
