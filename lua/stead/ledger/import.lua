--- A file into the ledger: all of it with its control totals, or nothing. A killed import goes on where it stood.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")
local recipe <const> = require("stead.recipe")
local words <const> = require("stead.words")

local import = {}

local function write(book, query, params)
  return fault.try(book.facts.db:sql(query, params, { write = true }))
end

--- Takes back what an import brought so far.
local function discard(book, id)
  fault.try(book.facts.db:transaction(function()
    write(book, "delete from ledger_entry where import = ?", { id })
    write(book, "delete from ledger_import where id = ?", { id })
    write(book, "delete from ledger_line where id not in (select line from ledger_entry)")
  end))
end

local function size_of(path)
  local file, message = io.open(path, "rb")
  if not file then
    fault.command("%s", message)
  end
  local bytes = file:seek("end")
  file:close()
  return bytes
end

--- The import of this file that is under way, or a new one.
local function begin(book, name, recipe_name, bytes)
  local key = { name, recipe_name, bytes }
  local found = book:sql("select id from ledger_import where name = ? and recipe = ? and bytes = ? and source is null",
    key)
  if #found == 0 then
    write(book, "insert into ledger_import (name, recipe, bytes) values (?, ?, ?)", key)
    found = book:sql("select max(id) as id from ledger_import")
  end
  return found:cell(1, "id")
end

--- The rows and pence of an import that a control selects.
local function reckon(book, id, control)
  local query, params = { "select count(*) as rows, sum(e.pence) as pence from ledger_entry as e "
    .. "join ledger_line as l on l.id = e.line where e.import = ?" }, { id }
  for _, key in ipairs(words.keys(control.where)) do
    query[#query + 1] = ("and %s.%s = ?"):format(key == "month" and "e" or "l", key)
    params[#params + 1] = control.where[key]
  end
  local found = book:sql(table.concat(query, " "), params)
  return found:cell(1, "rows"), found:cell(1, "pence") or core.money.pence(0)
end

--- What the file does not come to, as a message.
local function wrong(book, id, control)
  local rows, total = reckon(book, id, control)
  if control.rows and control.rows ~= rows then
    return ("%s: %s, where the control says %d"):format(control.name, words.count(rows, "row"), control.rows)
  elseif control.total and control.total ~= total then
    return ("%s comes to %s, where the control says %s: %s apart"):format(control.name, format.pounds(total),
      format.pounds(control.total), format.pounds(total - control.total))
  end
end

local function check(book, id, path, controls)
  for _, control in ipairs(controls) do
    local message = wrong(book, id, control)
    if message then
      discard(book, id)
      fault.source("%s: %s; nothing was stored", path, message)
    end
  end
end

--- Marks an import complete; false when the same file is there already.
local function complete(book, id, source)
  local _, fresh = nil, false
  fault.try(book.facts.db:transaction(function()
    local of
    of, fresh = fault.try(book.facts.db:import(source))
    if fresh then
      write(book, "update ledger_import set source = ? where id = ?", { of, id })
    end
  end))
  if not fresh then
    discard(book, id)
  end
  return fresh
end

local kept <const> = { IO = true, DB = true, NOMEM = true }

--- Reads the file into the ledger; what stands in the way takes everything back, unless it was the machine.
local function append(book, path, declared, id)
  local report, message, code = book.facts.db:ledger(path, recipe.shape(declared), {
    import = id, years = book.system.years, constants = declared.constants, negative_plan = declared.negative_plan,
  })
  if not report and not kept[code] then
    discard(book, id)
  end
  return report, message, code
end

--- The digest of the file when all of it is in the ledger.
local function already(book, path, name, bytes)
  local found = book:sql("select sha256, rows from source where kind = 'ledger' and name = ? and bytes = ?",
    { name, bytes })
  local digest = #found > 0 and fault.try(core.text.digest_file(path))
  for row in found:rows() do
    if row.sha256 == digest then
      return { rows = row.rows, resumed = 0, sha256 = digest, fresh = false }
    end
  end
end

--- Imports a ledger file by its recipe.
---@param book stead.Book
---@param path string
---@param declared table
---@param controls stead.LedgerControl[]
---@return { rows: integer, resumed: integer, sha256: string, fresh: boolean }
function import.run(book, path, declared, controls)
  local bytes, name = size_of(path), path:match("[^/]+$")
  local there = already(book, path, name, bytes)
  if there then
    return there
  end
  local id = begin(book, name, declared.name, bytes)
  local report, message, code = append(book, path, declared, id)
  if not report and code == "MISMATCH" then -- another file of that name and size had begun
    id = begin(book, name, declared.name, bytes)
    report, message = append(book, path, declared, id)
  end
  if not report then
    fault.source("%s", message)
  end
  check(book, id, path, controls)
  report.fresh = complete(book, id, {
    kind = "ledger", name = name, title = declared.title, publisher = declared.publisher, licence = declared.licence,
    edition = declared.edition, sha256 = report.sha256, bytes = report.bytes, rows = report.rows,
    recipe = declared.name, imported_at = core.host.now(),
  })
  return report
end

return import
