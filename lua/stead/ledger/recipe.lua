--- Recipes of ledgers: how a file of plans, actuals and forecasts is read, what every row of it has, and what it must
--- come to.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local recipe <const> = require("stead.recipe")
local words <const> = require("stead.words")

local ledger_recipe = {}

--- What an entry says, and whether every one must.
local fields <const> = {
  year = true, month = true, place = true, stream = true, service = false, funder = false, holder = true, kind = true,
  recurrent = true, status = true, level = false, basis = false, amount = true, corrects = false,
}

--- What a control may select by.
local selects <const> = {
  year = true, month = true, place = true, stream = true, service = true, funder = true, holder = true, kind = true,
  recurrent = true, status = true, level = true, basis = true,
}

---@class stead.LedgerControl
---@field where table<string, string|integer>
---@field total stead.Money?
---@field rows integer?
---@field name string its selection in words

local function name_of(where)
  local parts = {}
  for _, key in ipairs(words.keys(where)) do
    parts[#parts + 1] = ("%s '%s'"):format(key, where[key])
  end
  return #parts > 0 and table.concat(parts, ", ") or "the whole file"
end

local function month_of(value)
  local month = math.tointeger(tonumber((tostring(value):gsub("^[Mm]", ""))))
  return month and month >= 1 and month <= 12 and month or nil
end

local function control_of(path, at, given)
  local where, total = {}, nil
  local function refuse(text, ...)
    fault.command("%s: control %d: " .. text, path, at, ...)
  end
  if type(given) ~= "table" then
    refuse("write { kind = \"actual\", total = \"1,234.56\" }")
  end
  for _, key in ipairs(words.keys(given)) do
    if selects[key] then
      where[key] = key == "month" and (month_of(given[key])
        or refuse("month '%s' is not M1 (April) to M12 (March)", tostring(given[key]))) or given[key]
    elseif key ~= "total" and key ~= "rows" then
      refuse("no key '%s'%s", key, words.did_you_mean(key, words.keys(selects)))
    end
  end
  if given.total ~= nil then
    local ok, value = pcall(core.money.gbp, given.total)
    total = ok and value or refuse("total: '%s' is not money; write total = \"1,234.56\"", tostring(given.total))
  end
  if not total and not math.tointeger(given.rows) then
    refuse("says neither a total nor how many rows")
  end
  return { where = where, total = total, rows = given.rows, name = name_of(where) }
end

--- The control totals that the recipe declares; two for the same rows are refused.
local function controls_of(path, list)
  local out, seen = {}, {}
  for i, given in ipairs(list or {}) do
    local control = control_of(path, i, given)
    local twin = seen[control.name]
    if twin then
      fault.command("%s: control %d: %s has a control total already, control %d; declare one", path, i, control.name,
        twin)
    end
    seen[control.name] = i
    out[i] = control
  end
  return out
end

local function check_fields(path, declared)
  local constants, given = declared.constants or {}, {}
  for _, field in ipairs(declared.fields or {}) do
    if fields[field.name] == nil then
      fault.command("%s: a ledger has no field '%s'%s (fields: %s)", path, tostring(field.name),
        words.did_you_mean(tostring(field.name), words.keys(fields)), words.list(words.keys(fields)))
    end
    given[field.name] = true
  end
  for _, name in ipairs(words.keys(constants)) do
    if fields[name] == nil or name == "amount" or name == "corrects" then
      fault.command("%s: constants: '%s' cannot be the same on every row", path, name)
    elseif given[name] then
      fault.command("%s: '%s' is both a field and a constant; leave one out", path, name)
    end
  end
  for _, name in ipairs(words.keys(fields)) do
    if fields[name] and not given[name] and constants[name] == nil then
      fault.command("%s: neither a field nor a constant says the %s of a row", path, name)
    end
  end
end

--- The recipe in a file, or of that name in the book's folder `recipes`, checked.
---@param book stead.Book
---@param name string
---@return table declared, stead.LedgerControl[] controls
function ledger_recipe.load(book, name)
  local path = core.host.exists(name) and name or ("%s/recipes/%s.lua"):format(book.root, name)
  if not core.host.exists(path) then
    fault.command("no recipe '%s': neither a file nor recipes/%s.lua of the book", name, name)
  end
  local declared, message, code = recipe.load(path)
  if not declared then
    fault.try(declared, message, code)
  end
  for _, key in ipairs({ "title", "publisher", "licence" }) do
    if type(declared[key]) ~= "string" then
      fault.command("%s: says no %s, which an entry is traced by", path, key)
    end
  end
  check_fields(path, declared)
  return declared, controls_of(path, declared.controls)
end

return ledger_recipe
