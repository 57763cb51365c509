--- What is known: published figures by practice and council, and the dated register of bodies and areas. Facts
--- of a book come before the ones that ship with stead.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

---@class stead.Facts
---@field db stead.Database
local facts = {}
facts.__index = facts
facts.__name = "stead.facts"

--- The ten columns of need, in the order that tables show them. The first is people, the rest weighted people.
facts.components = {
  "population", "general_acute", "community", "mental_health", "maternity", "prescribing", "health_inequalities",
  "core", "primary_medical_need", "primary_medical",
}

--- What ships beside the program; without it nothing can be answered.
local function shipped(name)
  local path, message = core.host.share_path(name)
  if not path then
    fault.source("%s: stead is not whole; install it again, or point STEAD_SHARE at its share folder", message)
  end
  return path
end

--- Opens the reference tables, and with them a book's database when there is one.
---@param path string? a book's database
---@param options { readonly: boolean?, create: boolean? }?
---@return stead.Facts
function facts.open(path, options)
  options = options or {}
  local db = fault.try(core.store.open(path or ":memory:", {
    create = options.create or path == nil, readonly = options.readonly, reference = shipped("england.db"),
    -- Without a book there is nothing to keep: no tables of its own are made.
    schema = path and shipped("schema") or nil,
  }))
  return setmetatable({ db = db, cache = {} }, facts)
end

--- The rows of a query as tables. Raises when the query is wrong: these are stead's own.
function facts:rows(query, params)
  local frame = fault.try(self.db:sql(query, params))
  local out = {}
  for row in frame:rows() do
    out[#out + 1] = row
  end
  return out
end

local function kept(self, key, make)
  local value = self.cache[key]
  if value == nil then
    value = make()
    self.cache[key] = value
  end
  return value
end

--- Practice need of a year: a frame with a row per practice, and its source. Raises with the years there are.
---@param year string
---@return stead.Frame, table source
function facts:need(year)
  local both = kept(self, "need " .. year, function()
    local frame, source, code = self.db:need(year)
    if not frame then
      if code ~= "NOTFOUND" then
        fault.try(frame, source, code)
      end
      fault.command("no practice need for %s: there is %s; import it with: stead import need FILE --year %s", year,
        self:held("need"), year)
    end
    return { frame, source }
  end)
  return both[1], both[2]
end

--- The years for which facts of a kind are held.
---@param kind string need, payments, outturn
---@return string[]
function facts:years(kind)
  return self.db:years(kind)
end

--- The same in words.
---@param kind string
---@return string
function facts:held(kind)
  local years = self:years(kind)
  return #years > 0 and words.list(years) or "none"
end

--- What each practice was paid in a year.
---@param year string
---@return { source: table, pence: table<string, integer>, line: table<string, integer>, sub_icb: table }
function facts:payments(year)
  return kept(self, "payments " .. year, function()
    local frame, source = self.db:payments(year)
    if not frame then
      fault.command("no payments to practices for %s: there is %s; import them with: stead import payments FILE "
        .. "--year %s", year, self:held("payments"), year)
    end
    local out = { source = source, pence = {}, line = {}, sub_icb = {} }
    local codes, sums, places = frame:column("practice"), frame:column("pence"), frame:column("sub_icb")
    for i = 1, #frame do
      out.pence[codes[i]] = sums[i] and sums[i]:pence()
      out.line[codes[i]] = frame:line(i)
      out.sub_icb[codes[i]] = places[i]
    end
    return out
  end)
end

--- Names by code: kind is icb, sub_icb, council or pcn.
---@param kind string
---@return table<string, string>
function facts:names(kind)
  return kept(self, "names " .. kind, function()
    local out = {}
    local name = kind == "icb" and "short_name" or "name"
    for _, row in ipairs(self:rows(("select code, %s as name from %s"):format(name, kind))) do
      out[row.code] = row.name
    end
    return out
  end)
end

--- The first candidate that a word is part of.
local function containing(word, candidates)
  for _, each in ipairs(candidates) do
    if #word > 3 and each:find(word, 1, true) then
      return each
    end
  end
end

--- The ICB that a user means, by code or by name; raises with the nearest when there is none.
---@param word string
---@return string code
function facts:icb(word)
  local names = self:names("icb")
  if names[word] then
    return word
  end
  local upper, lower = word:upper(), words.slug(word)
  if names[upper] then
    return upper
  end
  local candidates = {}
  for _, code in ipairs(words.keys(names)) do
    local slug = words.slug(names[code])
    if slug == lower or "nhs-" .. slug == lower then
      return code
    end
    candidates[#candidates + 1] = code
    candidates[#candidates + 1] = slug
  end
  local near = core.text.nearest(upper, words.keys(names)) or core.text.nearest(lower, candidates)
    or containing(lower, candidates)
  local hint = ""
  if near then
    local code = names[near] and near or nil
    for each, name in pairs(names) do
      code = code or words.slug(name) == near and each
    end
    hint = ("; did you mean %s (%s)?"):format(code, names[code])
  end
  fault.command("no ICB '%s'%s", word, hint)
end

--- Codes that `code` took over from, directly or not: practice files keep a district's old code for years.
---@param code string
---@return string[]
function facts:earlier(code)
  local before = kept(self, "earlier", function()
    local out = {}
    for _, row in ipairs(self:rows("select code, successor from council where successor is not null order by code")) do
      for successor in row.successor:gmatch("%S+") do
        out[successor] = out[successor] or {}
        table.insert(out[successor], row.code)
      end
    end
    return out
  end)
  local found, queue = {}, { code }
  while #queue > 0 do
    for _, each in ipairs(before[table.remove(queue)] or {}) do
      found[#found + 1] = each
      queue[#queue + 1] = each
    end
  end
  return found
end

--- The tier, dates and county of a council.
---@param code string
---@return table?
function facts:council(code)
  return kept(self, "councils", function()
    local out = {}
    for _, row in ipairs(self:rows("select * from council")) do
      out[row.code] = row
    end
    return out
  end)[code]
end

function facts:close()
  self.db:close()
end

return facts
