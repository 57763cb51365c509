--- A book: one system's arrangements, read from its folder, and the questions that can be asked of it.
local core <const> = require("stead.core")
local facts <const> = require("stead.facts")
local fault <const> = require("stead.fault")
local files <const> = require("stead.files")
local vocabulary <const> = require("stead.vocabulary")
local words <const> = require("stead.words")

---@class stead.Book
---@field root string? the folder; nil without a book
---@field facts stead.Facts
---@field system stead.Declared?
---@field places stead.Declared[] in byte order of their ids
---@field place table<string, stead.Declared> by id; a wrong id raises with the nearest
local book = {}
book.__index = book
book.__name = "stead.book"

function book.__tostring(self)
  if not self.system then
    return "no book · England's reference tables"
  end
  return ("%s book · %s"):format(self.system.name, words.count(#self.places, "place"))
end

--- Looks things up by id, so that a misspelt one names its neighbour.
local function by_id(what, list, system)
  local index = {}
  for _, each in ipairs(list) do
    local twin = index[each.id]
    if twin then
      fault.script("%s:%d: %s '%s' is declared twice; the other is at %s:%d", each.file, each.line, what, each.id,
        twin.file, twin.line)
    end
    index[each.id] = each
  end
  return setmetatable({}, {
    __index = function(_, id)
      local found = index[id]
      if not found then
        fault.command("no %s called '%s' in %s%s", what, tostring(id), system,
          words.did_you_mean(tostring(id), words.keys(index)))
      end
      return found
    end,
    __pairs = function()
      return pairs(index)
    end,
  })
end

--- What the other rooms of the book declare: book.declared.pool is a list, book.pool["x"] one of them.
local function read_rooms(self)
  self.declared = {}
  for _, room in ipairs(vocabulary.rooms()) do
    for _, folder in ipairs(words.keys(room.folders or {})) do
      for kind in pairs(room.folders[folder]) do
        self.declared[kind] = self.declared[kind] or {}
      end
      for _, path in ipairs(files.files(self.root, folder)) do
        local list, digest = files.file(self.root, path, room.folders[folder])
        self.digests[path] = digest
        for _, item in ipairs(list) do
          local complete = room.complete and room.complete[item.what]
          table.insert(self.declared[item.what], complete and complete(item) or item)
        end
      end
    end
  end
  self.system.bodies = table.move(self.declared.body or {}, 1, #(self.declared.body or {}),
    #(self.system.bodies or {}) + 1, self.system.bodies or {})
  for kind, list in pairs(self.declared) do
    self[kind] = by_id(kind, list, self.system.name)
  end
end

local function read(self)
  local digests = {}
  local list, digest = files.file(self.root, "system.lua", { system = true })
  digests["system.lua"] = digest
  self.system, self.places = list[1], {}
  for _, path in ipairs(files.files(self.root, "places")) do
    list, digest = files.file(self.root, path, { place = true })
    digests[path] = digest
    table.move(list, 1, #list, #self.places + 1, self.places)
  end
  table.sort(self.places, function(a, b)
    return a.id < b.id or a.id == b.id and a.file < b.file
  end)
  self.digests = digests
  read_rooms(self)
  self.place = by_id("place", self.places, self.system.name)
  self.places_by_id = {}
  for _, place in ipairs(self.places) do
    self.places_by_id[place.id] = place
  end
  self.body = by_id("body", self.system.bodies or {}, self.system.name)
end

--- A place is not a legal person (law 7): a body may not share its id, and only bodies are partners.
local function agree(self)
  local bodies = {}
  for id in pairs(self.body) do
    bodies[id] = true
  end
  for _, place in ipairs(self.places) do
    local where = ("%s:%d: place '%s'"):format(place.file, place.line, place.id)
    if bodies[place.id] then
      fault.script("%s is also declared as a body; a place is not a legal person: a body acts on its behalf", where)
    end
    for _, partner in ipairs(place.partners or {}) do
      if not bodies[partner] then
        fault.script("%s: partner '%s' is not a body that system.lua declares%s", where, partner,
          words.did_you_mean(partner, words.keys(bodies)))
      end
    end
  end
  for _, envelope in ipairs(self.system.envelopes or {}) do
    if envelope.holder and not bodies[envelope.holder] then
      fault.script("%s:%d: envelope '%s': holder '%s' is not a body that system.lua declares%s; a place or a system "
        .. "holds no money, a body does", envelope.file, envelope.line, envelope.id, envelope.holder,
        words.did_you_mean(envelope.holder, words.keys(bodies)))
    end
  end
end

--- The ICB that the system is of: what system.lua says wrongly is its fault and not the command's.
local function own_icb(self)
  local ok, found = pcall(self.facts.icb, self.facts, self.system.id)
  if not ok then
    fault.script("%s:%d: system '%s': %s", self.system.file, self.system.line, self.system.id, tostring(found))
  end
  return found
end

--- Opens the book in a folder, or in the nearest one above it.
---@param folder string
---@return stead.Book
function book.open(folder)
  local start = core.host.realpath(folder)
  local root = start and files.find(start)
  if not root then
    fault.command("%s: no book here: no system.lua in this folder or above it (stead new DIR --icb QWO lays one down)",
      folder)
  end
  local self = setmetatable({ root = root }, book)
  read(self)
  agree(self)
  self.facts = facts.open(root .. "/book.db", { create = true })
  self.icb = own_icb(self)
  for _, room in ipairs(vocabulary.rooms()) do
    if room.agree then
      room.agree(self)
    end
  end
  require("stead.mirror").write(self)
  return self
end

--- Without a book: England's reference tables alone.
---@return stead.Book
function book.none()
  return setmetatable({ facts = facts.open(), places = {} }, book)
end

--- The book found from the working folder, or none.
---@param folder string? asked for by name
---@return stead.Book
function book.here(folder)
  if folder then
    return book.open(folder)
  end
  local root = files.find(core.host.cwd())
  return root and book.open(root) or book.none()
end

--- Parameters, rules, checks and variations: England's and, over them, the book's own.
---@return stead.Policy
function book:policy()
  if not self.loaded_policy then
    self.loaded_policy = require("stead.policy").load(self)
    if self.root then
      require("stead.mirror").rules(self, self.loaded_policy)
    end
  end
  return self.loaded_policy
end

--- Which place each practice of a year is in. Cached by year.
---@param year string
---@return stead.Cover
function book:cover(year)
  self.covers = self.covers or {}
  self.covers[year] = self.covers[year] or require("stead.cover").of(self, year)
  return self.covers[year]
end

--- The need of places, PCNs, districts, councils, sub-ICB locations or ICBs, as a frame.
---@param options { year: string, by: string, icb: string?, from: string? }
---@return stead.Frame
function book:need(options)
  return require("stead.need").frame(self, options)
end

--- A budget for each place: see stead.allocation.
---@param options table
---@return stead.Allocation
function book:allocate(options)
  return require("stead.allocation").make(self, options)
end

--- What does not hold on a day, as findings: `on`, else the last day of the book's years.
---@param options { on: string? }?
---@return stead.Findings
function book:check(options)
  return require("stead.check").run(self, options or {})
end

--- Who decides: { func, place, amount, on }. See stead.decisions.who.
---@param question { func: string, place: string?, amount: stead.Money, on: string }
---@return stead.Who
function book:who_decides(question)
  return require("stead.decisions.who").decides(self, question)
end

--- Streams in view: money seen beside the allocations and not shared here.
---@return stead.Frame
function book:in_view()
  return require("stead.view").frame(self)
end

--- Brings a file into the ledger by a recipe: a file, or its name in the book's folder `recipes`.
---@param path string
---@param recipe string
---@return { rows: integer, resumed: integer, sha256: string, fresh: boolean }
function book:import_ledger(path, recipe)
  return require("stead.ledger.import").run(self, path, require("stead.ledger.recipe").load(self, recipe))
end

--- Totals of the ledger's entries in force.
---@param asked { year: string?, by: string[]? }?
---@return stead.Frame
function book:ledger(asked)
  return require("stead.ledger.outturn").totals(self, asked or {})
end

--- Plan, actual and each forecast of a year, to the end of a month.
---@param asked { year: string, month: integer, by: string?, apart: stead.Rate? }
---@return stead.Frame
function book:outturn(asked)
  return require("stead.ledger.outturn").frame(self, asked)
end

--- A question in SQL over the book's facts and the reference tables.
---@param query string
---@param params table?
---@return stead.Frame
function book:sql(query, params)
  return (fault.try(self.facts.db:sql(query, params)))
end

function book:close()
  self.facts:close()
end

return book
