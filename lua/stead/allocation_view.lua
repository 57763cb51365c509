--- An allocation as people see it: lines by code and name, a frame with totals, differences, what was left out.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")
local streams <const> = require("stead.streams")
local terms <const> = require("stead.terms")
local words <const> = require("stead.words")

local view = {}

local columns <const> = {
  { "icb", "text" }, { "code", "text" }, { "name", "text" }, { "baseline", "money" }, { "target", "money" },
  { "allocation", "money" }, { "growth", "rate" }, { "opening_distance", "rate" }, { "closing_distance", "rate" },
}

--- What a place is called.
---@param self stead.Allocation
---@return fun(code: string): string
function view.namer(self)
  if self.by == "place" then
    return function(code)
      return self.book.place[code].name
    end
  end
  local names = self.book.facts:names((self.by == "icb" or self.by == "sub_icb") and self.by or "council")
  return function(code)
    return names[code] or code
  end
end

local function totals_of(self)
  local baseline, target, sum = core.money.pence(0), core.money.pence(0), core.money.pence(0)
  for row in self.result:rows() do
    if row.baseline then
      baseline = baseline + row.baseline
    end
    target, sum = target + row.target, sum + row.allocation
  end
  local out = { name = self.icb and self.book.facts:names("icb")[self.icb] or "England", target = target,
    allocation = sum }
  if baseline:pence() ~= 0 then
    out.baseline = baseline
    out.growth = (sum - baseline):percent_of(baseline)
  end
  return out
end

--- Pounds of the practices that have need and no baseline, or the reverse, in the lines shown.
local function unpaid_notes(self)
  local out, names = {}, self.need
  local unpaid = view.unpaid(self)
  if #unpaid > 0 then
    out[#out + 1] = ("%s with need and no payment in %s: in targets, not in baselines"):format(
      words.count(#unpaid, "practice"), self.base.year)
    for i, each in ipairs(unpaid) do
      if i > 20 then
        out[#out + 1] = ("  … and %d more"):format(#unpaid - 20)
        break
      end
      out[#out + 1] = ("  %s  %s  %s weighted people"):format(each.practice, names:cell(each.row, "name"),
        format.number(each.weight, 2))
    end
  end
  local needless = view.needless(self)
  if #needless > 0 then
    local sum = core.money.pence(0)
    for _, each in ipairs(needless) do
      sum = sum + core.money.pence(each.pence)
    end
    out[#out + 1] = ("%s paid in %s with no need in %s: %s, in no baseline"):format(
      words.count(#needless, "practice"), self.base.year, self.terms.year, format.pounds(sum))
    local codes = {}
    for i, each in ipairs(needless) do
      codes[i] = ("%s %s"):format(each.practice, format.pounds(core.money.pence(each.pence)))
    end
    if self.icb and #codes <= 20 then
      out[#out + 1] = "  " .. table.concat(codes, "  ")
    end
  end
  return out
end

--- Practices of the lines shown that have need and no payment.
---@param self stead.Allocation
---@return { practice: string, row: integer, weight: number, name: string }[]
function view.unpaid(self)
  local out = {}
  for _, each in ipairs(self.base.unpaid) do
    local inside = self.by ~= "place" or self.cover.place[each.row]
    if inside and (not self.icb or self.need:cell(each.row, "icb") == self.icb) then
      out[#out + 1] = { practice = each.practice, row = each.row, weight = self.need:cell(each.row, self.column) or 0,
        name = self.need:cell(each.row, "name") }
    end
  end
  return out
end

--- Practices paid in the baseline's year that the need figures do not have.
---@param self stead.Allocation
function view.needless(self)
  if not self.icb then
    return self.base.needless
  end
  local out, icb_of = {}, {}
  for _, row in ipairs(self.book.facts:rows("select code, icb from sub_icb")) do
    icb_of[row.code] = row.icb
  end
  for _, each in ipairs(self.base.needless) do
    if icb_of[each.sub_icb] == self.icb then
      out[#out + 1] = each
    end
  end
  return out
end

local function terms_line(t)
  local parts = { "method " .. t.method }
  for _, key in ipairs({ "growth", "closing", "floor", "ceiling", "cap", "mix", "weights" }) do
    if t[key] then
      parts[#parts + 1] = ("%s %s"):format(key, terms.text(t[key]))
    end
  end
  local own = {}
  for _, key in ipairs(terms.keys) do
    own[#own + 1] = t[key] and t.given[key] and t.status ~= "user" and key or nil
  end
  if t.status ~= "verified" then
    parts[#parts + 1] = "terms: " .. t.status
  end
  if #own > 0 then
    parts[#parts + 1] = words.list(own) .. ": user"
  end
  return table.concat(parts, " · ")
end

--- What the bids come to beside what there is.
local function gap_note(self)
  local sum = core.money.pence(0)
  for _, code in ipairs(words.keys(self.bids)) do
    sum = sum + self.bids[code]
  end
  local _, envelope = self:total()
  local gap = sum - envelope
  local way = gap:pence() < 0 and "less" or "more"
  return ("bids come to %s, %s %s than there is"):format(format.pounds(sum),
    format.pounds(gap:pence() < 0 and -gap or gap), way)
end

--- Said only when true: the parts are the whole.
local function footing(self)
  if not self:foots() then
    local sum, envelope = self:total()
    fault.invariant("the parts come to %s and the envelope is %s", tostring(sum), tostring(envelope))
  end
  return "foots to the penny · " .. terms_line(self.terms)
end

---@param self stead.Allocation
---@return stead.Frame
function view.frame(self)
  local name, rows = view.namer(self), {}
  for row in self.result:rows() do
    rows[#rows + 1] = { row.icb, row.code, name(row.code), row.baseline, row.target, row.allocation, row.growth,
      row.opening_distance, row.closing_distance }
  end
  local frame = core.frame.new(columns, rows)
  local about <const> = frame:about()
  about.title = ("%s %s by %s, £"):format(streams.titles[self.terms.stream], self.terms.year, self.by)
  about.keys = { "icb", "code", "name" }
  about.hidden = { icb = self.icb ~= nil, code = self.by == "place" }
  about.headings = { name = self.by, opening_distance = "from target\nbefore", closing_distance = "from target\nafter" }
  about.signed = { growth = true, opening_distance = true, closing_distance = true }
  about.totals = totals_of(self)
  about.notes = { footing(self), self.bids and gap_note(self) }
  table.move(unpaid_notes(self), 1, 60, #about.notes + 1, about.notes)
  for _, each in ipairs(self.cover and self.cover.excluded or {}) do
    table.insert(about.notes, ("left out by name: %s %s, %s people: %s"):format(each.practice, each.name,
      format.number(each.weight, 0), each.reason))
  end
  return frame
end

---@class stead.Line
---@field icb string
---@field code string
---@field name string
---@field baseline stead.Money?
---@field target stead.Money
---@field allocation stead.Money
---@field growth stead.Rate?
---@field opening_distance stead.Rate?
---@field closing_distance stead.Rate?

local money_columns <const> = { "baseline", "target", "allocation" }

local function line_of(self, row, name)
  for _, key in ipairs(money_columns) do
    if row[key] then
      row[key] = core.money.with_origin(row[key], { what = "allocation", of = self, code = row.code, icb = row.icb,
        column = key })
    end
  end
  row.name = name
  return row
end

--- Lines by code; by name made into an identifier; by "QWO/E08000035" where a council lies in several ICBs.
---@param self stead.Allocation
---@return table<string, stead.Line>
function view.places(self)
  local index, list, name = {}, {}, view.namer(self)
  local function add(key, line)
    index[key] = index[key] == nil and line or index[key] ~= line and "several" or line
  end
  for row in self.result:rows() do
    local line = line_of(self, row, name(row.code))
    list[#list + 1] = line
    add(row.code, line)
    add(row.icb .. "/" .. row.code, line)
    add(words.slug(line.name), line)
  end
  return setmetatable(list, { __index = function(_, key)
    if math.type(key) == "integer" then
      return nil
    end
    local found = index[key]
    if found == "several" then
      fault.command("'%s' lies in several ICBs; write it with its ICB, such as 'QWO/%s'", key, key)
    elseif not found then
      fault.command("no %s called '%s' in this allocation%s", self.by, tostring(key),
        words.did_you_mean(tostring(key), words.keys(index)))
    end
    return found
  end })
end

--- Several years, a line for each place and year.
---@param self stead.Allocation
---@param years stead.Frame[] a year's budgets each
---@return stead.Frame
function view.path(self, years)
  local name, rows, start = view.namer(self), {}, core.text.year(self.terms.year)
  for i, budgets in ipairs(years) do
    for row in budgets:rows() do
      rows[#rows + 1] = { core.text.year_text(start + i - 1), row.icb, row.code, name(row.code), row.baseline,
        row.target, row.allocation, row.growth, row.opening_distance, row.closing_distance }
    end
  end
  local all = table.move(columns, 1, #columns, 2, { { "year", "text" } })
  local frame = core.frame.new(all, rows)
  local about <const> = frame:about()
  about.title = ("%s by %s, %s and on, £"):format(streams.titles[self.terms.stream], self.by, self.terms.year)
  about.keys, about.hidden = { "year", "icb", "code", "name" }, { icb = self.icb ~= nil, code = self.by == "place" }
  about.headings = { name = self.by, opening_distance = "from target\nbefore", closing_distance = "from target\nafter" }
  about.signed = { growth = true, opening_distance = true, closing_distance = true }
  about.notes = { terms_line(self.terms), "each year starts from the last one's allocations; need stays as it is" }
  return frame
end

local changes <const> = {
  { "icb", "text" }, { "code", "text" }, { "name", "text" }, { "before", "money" }, { "after", "money" },
  { "difference", "money" },
}

---@param self stead.Allocation
---@param other stead.Allocation
---@return stead.Frame
function view.against(self, other)
  local before, rows, name = {}, {}, view.namer(self)
  for row in other.result:rows() do
    before[row.icb .. "/" .. row.code] = row.allocation
  end
  local sums = { before = core.money.pence(0), after = core.money.pence(0) }
  for row in self.result:rows() do
    local was = before[row.icb .. "/" .. row.code]
    if not was then
      fault.command("the two allocations are not of the same places: %s is in one only", row.code)
    end
    rows[#rows + 1] = { row.icb, row.code, name(row.code), was, row.allocation, row.allocation - was }
    sums.before, sums.after = sums.before + was, sums.after + row.allocation
  end
  if #rows ~= #other.result then
    fault.command("the two allocations are not of the same places: one has %d, the other %d", #rows, #other.result)
  end
  local frame = core.frame.new(changes, rows)
  local about <const> = frame:about()
  about.keys, about.hidden = { "icb", "code", "name" }, { icb = self.icb ~= nil, code = self.by == "place" }
  about.headings = { name = self.by }
  about.totals = { name = "total", before = sums.before, after = sums.after, difference = sums.after - sums.before }
  about.notes = { terms_line(self.terms), "against: " .. terms_line(other.terms) }
  return frame
end

return view
