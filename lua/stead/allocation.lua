--- A budget for each place of one system, or of every system: what it has, what its need would give it, what it
--- gets. The arithmetic is C's; here the terms are gathered, names put on, and what was left out kept.
local baseline <const> = require("stead.baseline")
local cover <const> = require("stead.cover")
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local need <const> = require("stead.need")
local order <const> = require("stead.order")
local streams <const> = require("stead.streams")
local terms <const> = require("stead.terms")
local words <const> = require("stead.words")
local core <const> = require("stead.core")
local components <const> = require("stead.facts").components

---@class stead.Allocation
---@field book stead.Book
---@field terms stead.Terms
---@field by string
---@field icb string? one system; nil for all
---@field result stead.Frame as the calculation gave it
---@field place table<string, stead.Line> lines by code, or by name made into an identifier
local allocation = {}
local methods = {}

allocation.__name = "stead.allocation"

--- The allocation that the book declares for a stream and year, as terms.
local function declared(book, options)
  local out = { stream = options.stream, year = options.year }
  for _, each in ipairs(book.system and book.system.allocations or {}) do
    if each.id == options.stream and each.year == options.year then
      for _, key in ipairs({ "method", "baseline", "growth", "closing", "floor", "ceiling", "cap", "mix", "bids" }) do
        out[key] = each[key]
      end
      out.status, out.declared, out.note = each.status, ("%s:%d"):format(each.file, each.line), each.note
    end
  end
  for _, each in ipairs(book.system and book.system.envelopes or {}) do
    if each.id == options.stream and each.year == options.year then
      out.declared_envelope = each
    end
  end
  return out
end

local given_keys <const> = terms.keys

--- Terms that nobody has given are looked up in policy, on the first day of the year.
local function look_up(book, t)
  local policy, on = book:policy(), dates.start_of(t.year)
  local rule = policy:rule(order.rule(t.method))
  for _, group in ipairs({ rule.uses or {}, rule.may_use or {} }) do
    for key, named in pairs(group) do
      if t[key] == nil then
        t.resolved[key] = policy:resolve(named.id, { on = on, stream = t.stream })
        t[key] = t.resolved[key] and t.resolved[key].value
      end
    end
  end
end

--- What was asked for, over what the book declares.
local function gather(book, options)
  local t = declared(book, options)
  t.given, t.resolved, t.status = {}, {}, t.status or "user"
  for _, key in ipairs(given_keys) do
    if options[key] ~= nil then
      t[key], t.given[key] = options[key], true
    end
  end
  if options.method then
    terms.suit(t)
  end
  if options.envelope and not options.growth then
    t.growth = nil
  elseif not t.growth and t.declared_envelope then
    t.envelope = t.declared_envelope.amount
  end
  t.method = t.method or (t.closing and "pace") or (t.baseline and "uniform") or "need"
  terms.check_method(t.method)
  look_up(book, t)
  return terms.check(t)
end

--- How many practices out of place are named before the rest are counted.
local MOST_ASTRAY <const> = 20

local function check_cover(self)
  if self.by ~= "place" then
    return
  end
  need.places(self.book)
  local found = self.book:cover(self.terms.year)
  if #found.astray > 0 then
    local lines = cover.lines(self.book, found, self.column)
    local shown = table.concat(lines, "\n  ", 1, math.min(#lines, MOST_ASTRAY))
    if #lines > MOST_ASTRAY then
      shown = ("%s\n  … and %d more; stead check lists them all"):format(shown, #lines - MOST_ASTRAY)
    end
    fault.check("%s not in just one place in %s; nothing is allocated\n  %s\n  add them to a footprint, or leave them "
      .. "out by name with a reason:  exclude \"%s\" { reason = \"…\" }",
      words.count(#lines, "practice is", "practices are"), self.terms.year, shown, found.astray[1].practice)
  end
  self.cover = found
end

local function run(self)
  self.given = self.given or order.given(self)
  self.result, self.answer, self.trace = order.put(self, self.given)
  return self
end

local function read_bids(self)
  local path = self.terms.bids
  if not path then
    return
  end
  local root = not self.terms.given.bids and self.book.root or nil
  self.bids, self.committed = {}, {}
  self.bids_sha256 = core.text.digest_file(baseline.path(path, root))
  for code, row in pairs(baseline.read(baseline.path(path, root), { "bid", "committed" })) do
    self.bids[code], self.committed[code] = row.bid, row.committed
  end
end

local function plan_of(self, practices)
  local grouping = need.grouping(self.book, practices, self.by, self.terms.year)
  return core.calc.plan({ need = practices, columns = components, group = grouping, baseline = self.base.frame })
end

--- Works out an allocation. Raises when the terms are wrong, when a practice is in two places or none, or when no
--- sum can meet the bounds.
---@param book stead.Book
---@param options table stream, year, by, icb, and terms
---@return stead.Allocation
function allocation.make(book, options)
  terms.asked(options)
  local self = { book = book, by = options.by or (book.root and "place") or "council", icb = options.icb or book.icb }
  if options.icb == "all" then
    self.icb = nil
  elseif self.icb then
    self.icb = book.facts:icb(self.icb)
  end
  self.column = streams.column(options.stream)
  self.terms = gather(book, options)
  local practices, source = book.facts:need(self.terms.year)
  self.need, self.source = practices, source
  check_cover(self)
  local root = not self.terms.given.baseline and book.root or nil
  self.base = baseline.of(book.facts, practices, self.terms.baseline, root)
  read_bids(self)
  self.plan = plan_of(self, practices)
  self.codes = {}
  for i, place in ipairs(book.places) do
    self.codes[i] = place.id
  end
  return run(setmetatable(self, allocation))
end

local shared <const> = { "book", "by", "icb", "column", "need", "source", "cover", "base", "bids", "bids_sha256",
  "committed", "plan", "codes" }

--- Another allocation of the same places; the one it is made from is left as it is.
local function copy(self)
  local other = {}
  for _, key in ipairs(shared) do
    other[key] = rawget(self, key)
  end
  other.terms, other.changed_from = self.terms, self
  return setmetatable(other, allocation)
end

--- The same allocation with some terms changed: a what-if. The base is left as it is.
---@param changes table<string, any> by short name ("floor") or long ("primary-medical.floor_growth")
---@return stead.Allocation
function methods:with(changes)
  local other = copy(self)
  other.terms = terms.check(terms.overlay(self.terms, changes))
  local same = true
  for _, key in ipairs({ "growth", "envelope", "weights" }) do
    same = same and other.terms[key] == self.terms[key]
  end
  other.given = same and self.given or nil
  return run(other)
end

--- The same allocation as if one variation had not been agreed; nil when that cannot be worked out.
---@param v stead.Declared
---@return stead.Allocation?
function methods:without(v)
  local other = copy(self)
  other.leave_out, other.given = v, self.given
  local ok = pcall(run, other)
  return ok and other or nil
end

--- The frame that people see and files hold: codes and names with the figures.
---@return stead.Frame
function methods:frame()
  return require("stead.allocation_view").frame(self)
end

--- Line by line, this allocation less another of the same places.
---@param other stead.Allocation
---@return stead.Frame
function methods:against(other)
  return require("stead.allocation_view").against(self, other)
end

--- This year and those that follow: each year's baseline is the last one's allocation, each envelope the last one
--- grown.
---@param years integer
---@return stead.Frame
function methods:path(years)
  if not self.terms.growth then
    fault.command("several years need --growth: how much each envelope grows over the last")
  end
  local list, last = { self.result }, self.result
  for i = 2, years do
    local baselines = {}
    for row in last:rows() do
      baselines[row.icb] = baselines[row.icb] or {}
      baselines[row.icb][row.code] = row.allocation
    end
    last = order.put(self, order.given(self, baselines))
    list[i] = last
  end
  return require("stead.allocation_view").path(self, list)
end

--- How a line was made.
---@param code string of a place
---@param column "allocation"|"baseline"|"target"|nil
---@return stead.Explanation
function methods:explain(code, column)
  return require("stead.explain").line(self, code, column)
end

--- Σ allocation, and what was to be shared: the envelope given, or each ICB's baseline grown.
---@return stead.Money total
---@return stead.Money envelope
function methods:total()
  local sum, base = core.money.pence(0), {}
  for row in self.result:rows() do
    sum = sum + row.allocation
    base[row.icb] = (base[row.icb] or core.money.pence(0)) + (row.baseline or core.money.pence(0))
  end
  if self.terms.envelope then
    return sum, self.terms.envelope
  end
  local envelope = core.money.pence(0)
  for _, icb in ipairs(words.keys(base)) do
    envelope = envelope + base[icb]:times(core.money.pct("100") + self.terms.growth)
  end
  return sum, envelope
end

--- Whether the parts are the whole, to the penny.
---@return boolean
function methods:foots()
  local sum, envelope = self:total()
  return sum == envelope
end

for _, name in ipairs({ "csv", "json", "markdown", "rows", "text" }) do
  methods[name] = function(self, ...)
    local frame = self:frame()
    return frame[name](frame, ...)
  end
end

function allocation.__index(self, key)
  local method = methods[key]
  if method then
    return method
  elseif key == "place" then
    local places = require("stead.allocation_view").places(self)
    rawset(self, "place", places)
    return places
  end
end

function allocation.__tostring(self)
  return self:text()
end

function allocation.__len(self)
  return #self.result
end

return allocation
