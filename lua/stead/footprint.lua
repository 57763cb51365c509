--- Footprints: which practices a place covers. `practices { district = "E08000033" }` names them by what they
--- belong to; several fields narrow one another, a list widens; `+` adds and `-` takes away.
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local footprint = {}

---@class stead.Footprint
---@field what "footprint"
---@field op "named"|"and"|"less"
---@field size integer? how many parts are joined in it

local fields <const> = { "district", "council", "pcn", "sub_icb", "icb", "list" }
local columns <const> = { list = "practice" }
local meta <const> = { __name = "stead.footprint" }
local LARGEST <const> = 1000 -- parts; each is looked at when practices are found

local function combine(op)
  return function(a, b)
    for _, side in ipairs({ a, b }) do
      if getmetatable(side) ~= meta then
        fault.script("a footprint combines only with another: practices { … } + practices { … }")
      end
    end
    local size = (a.size or 1) + (b.size or 1)
    if size > LARGEST then
      fault.script("a footprint has at most %d parts; name larger areas", LARGEST)
    end
    return setmetatable({ what = "footprint", op = op, size = size, a, b }, meta)
  end
end

meta.__add = combine("and")
meta.__sub = combine("less")

local function as_list(value, field)
  if type(value) == "string" then
    return { value }
  end
  local good = type(value) == "table" and #value > 0
  for _, code in ipairs(good and value or {}) do
    good = good and type(code) == "string"
  end
  if not good then
    fault.script("practices: field '%s' must be a code or a list of codes", field)
  end
  return value
end

--- Names practices by district, council, PCN, sub-ICB location, ICB, or one by one.
---@param by table<string, string|string[]>
---@return stead.Footprint
function footprint.practices(by)
  if type(by) ~= "table" then
    fault.script('practices takes a table, such as practices { district = "E08000033" }')
  end
  local named = {}
  for _, key in ipairs(words.keys(by)) do
    if not (" " .. table.concat(fields, " ") .. " "):find(" " .. key .. " ", 1, true) then
      fault.script("practices: no field '%s'%s (it has: %s)", key, words.did_you_mean(key, fields),
        words.list(fields))
    end
    named[key] = as_list(by[key], key)
  end
  if not next(named) then
    fault.script("practices: say which, such as practices { district = \"E08000033\" }")
  end
  return setmetatable({ what = "footprint", op = "named", by = named }, meta)
end

---@class stead.NeedRows practices of one system and year, as columns
---@field count integer
---@field column table<string, string[]>
---@field known fun(field: string, code: string): boolean whether a code exists anywhere in the reference tables
---@field earlier fun(code: string): string[] codes that this one took over from

local function code_set(rows, field, codes, where)
  local present, column = {}, rows.column[columns[field] or field]
  for i = 1, rows.count do
    if column[i] then
      present[column[i]] = true
    end
  end
  local set = {}
  for _, code in ipairs(codes) do
    local found = false
    for _, each in ipairs({ code, table.unpack(rows.earlier(code)) }) do
      if present[each] then
        set[each], found = true, true
      end
    end
    if not found then
      local why = rows.known(field, code) and "has no practice here" or "is not known"
      fault.script("%s: %s '%s' %s in %s%s", where, (columns[field] or field):gsub("_", "-"), code, why,
        rows.title, words.did_you_mean(code, words.keys(present)))
    end
  end
  return set, column
end

local function named(rows, node, where)
  local inside = {}
  for i = 1, rows.count do
    inside[i] = true
  end
  for _, field in ipairs(words.keys(node.by)) do
    local set, column = code_set(rows, field, node.by[field], where)
    for i = 1, rows.count do
      inside[i] = inside[i] and set[column[i] or false] == true
    end
  end
  return inside
end

--- For each row, whether the footprint covers it. Raises on a code that is not there.
---@param rows stead.NeedRows
---@param node stead.Footprint
---@param where string what to say stands at fault
---@return boolean[]
function footprint.resolve(rows, node, where)
  if node.op == "named" then
    return named(rows, node, where)
  end
  local a, b = footprint.resolve(rows, node[1], where), footprint.resolve(rows, node[2], where)
  for i = 1, rows.count do
    if node.op == "and" then
      a[i] = a[i] or b[i]
    else
      a[i] = a[i] and not b[i]
    end
  end
  return a
end

--- The codes that a footprint names under a field, for showing and for the council streams.
---@param node stead.Footprint
---@param field string
---@param into table<string, boolean>?
---@return table<string, boolean>
function footprint.codes(node, field, into)
  into = into or {}
  if node.op == "named" then
    for _, code in ipairs(node.by[field] or {}) do
      into[code] = true
    end
  else
    footprint.codes(node[1], field, into)
    footprint.codes(node[2], field, into)
  end
  return into
end

return footprint
