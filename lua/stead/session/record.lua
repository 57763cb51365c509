--- What was entered and what it gave: results by number, and the statements that led to one of them.
local record = {}

---@class stead.session.Entry
---@field text string the statement
---@field number integer? of its result
---@field last integer? the number that `_` stood for when it ran
---@field sets table<string, boolean> globals that it set, or may have changed
---@field uses table<string, boolean> names that it mentions

---@class stead.session.Record
---@field entries stead.session.Entry[]
---@field results integer how many there are
local methods <const> = {}

--- The names a statement mentions: not those of fields, nor what stands in text or comments.
local function names(text)
  local out = {}
  local plain = text:gsub("%-%-%[(=*)%[.-%]%1%]", " "):gsub('\\"', ""):gsub("\\'", ""):gsub('"[^"\n]*"', '""')
    :gsub("'[^'\n]*'", "''"):gsub("%[(=*)%[.-%]%1%]", " "):gsub("%-%-[^\n]*", " "):gsub("%.%.", " ")
  for before, name in (" " .. plain):gmatch("([^%w_])%s*([%a_][%w_]*)") do
    if before ~= "." and before ~= ":" then
      out[name] = true
    end
  end
  return out
end

local function globals_now()
  local out = {}
  for name, value in next, _G do
    out[name] = value
  end
  return out
end

local function differences(before)
  local out = {}
  for name, value in next, _G do
    if type(name) == "string" and not name:find("^_%d*$") and not rawequal(before[name], value) then
      out[name] = true
    end
  end
  return out
end

--- A statement without a result may have changed the tables that it mentions; but for one that only prints.
local function may_change(text, count, uses, sets)
  if count == 0 and not text:find("^%s*print[%s(]") then
    for name in pairs(uses) do
      if type(rawget(_G, name)) == "table" and package.loaded[name] == nil then
        sets[name] = true
      end
    end
  end
end

--- Adds a statement that ran and what it gave; the first of its values becomes `_` and `_1`, `_2`, ….
---@param text string
---@param count integer how many values
---@param ... any
---@return integer? number of the result
function methods:add(text, count, ...)
  if not text:find("%S") then
    return nil
  end
  local uses = names(text)
  local sets = differences(self.before)
  may_change(text, count, uses, sets)
  local entry = { text = text, uses = uses, sets = sets, last = self.results > 0 and self.results or nil }
  self.entries[#self.entries + 1] = entry
  if count > 0 and (...) ~= nil then
    self.results = self.results + 1
    entry.number = self.results
    local value <const> = (...)
    _G._, _G["_" .. entry.number] = value, value
  end
  self.before = globals_now()
  return entry.number
end

--- A statement failed: what it set before it did is not led to by anything.
function methods:fail()
  self.before = globals_now()
end

local function is_expression(text)
  return load("return " .. text, "=", "t") ~= nil
end

--- An entry as a line of a script, where results that others use have names.
local function line_of(entry, final)
  local text = entry.text
  if entry.uses._ and entry.last then
    text = (" " .. text .. " "):gsub("([^%w_])_([^%w_])", "%1_" .. entry.last .. "%2"):sub(2, -2)
  end
  if final and is_expression(text) then
    return "return " .. text
  end
  return entry.number and is_expression(text) and ("_%d = %s"):format(entry.number, text) or text
end

--- Marks an entry, and all before it on which it rests.
local function mark(entries, i, needed)
  needed[i] = true
  local wanted = {}
  for name in pairs(entries[i].uses) do
    wanted[name == "_" and entries[i].last and "_" .. entries[i].last or name] = true
  end
  for k = i - 1, 1, -1 do
    local entry = entries[k]
    local leads = entry.number and wanted["_" .. entry.number]
    for name in pairs(entry.sets) do
      leads = leads or wanted[name]
    end
    if leads and not needed[k] then
      mark(entries, k, needed)
    end
  end
end

--- A script of only the statements that led to a result.
---@param number integer
---@return string? script
---@return string? message
function methods:script(number)
  local at
  for i, entry in ipairs(self.entries) do
    at = entry.number == number and i or at
  end
  if not at then
    return nil, self.results == 0 and "there is no result yet" or ("no result %d: they are numbered 1 to %d"):format(
      number, self.results)
  end
  local needed, out = {}, {}
  mark(self.entries, at, needed)
  for i, entry in ipairs(self.entries) do
    if needed[i] then
      out[#out + 1] = line_of(entry, i == at)
    end
  end
  return table.concat(out, "\n") .. "\n"
end

--- A script of everything that ran.
---@return string
function methods:whole()
  local out = {}
  for _, entry in ipairs(self.entries) do
    local text = line_of(entry)
    local bare <const> = not entry.number and is_expression(text) and not load(text, "=", "t")
    out[#out + 1] = (bare and "local _ = " or "") .. text
  end
  return table.concat(out, "\n") .. "\n"
end

---@return stead.session.Record
function record.new()
  return setmetatable({ entries = {}, results = 0, before = globals_now() }, { __index = methods })
end

return record
