--- How a figure was made: what adds up to it, what each of those was made from, down to the rows of the published
--- files; the rule, its parameters and variations; and one paragraph in plain English.
local core <const> = require("stead.core")
local figure <const> = require("stead.figure")
local format <const> = require("stead.format")
local leaf <const> = require("stead.explain.leaf")
local render <const> = require("stead.explain.render")
local streams <const> = require("stead.streams")
local terms <const> = require("stead.terms")
local tree <const> = require("stead.explain.tree")
local words <const> = require("stead.words")

local explain = {}

---@class stead.Explanation
---@field title string
---@field reference string
---@field root stead.Node
---@field rests_on string[][] what, and what it is: sources, rule, parameters, variations, footprint
---@field words string a paragraph in plain English
local methods = {}
local meta <const> = { __name = "stead.explanation", __index = methods }

local function distance(rate)
  local text = format.rate(rate, 1):gsub("^\u{2212}", "")
  return text .. (rate:parts() < 0 and " below" or " above")
end

local function change(line)
  local rise = line.allocation - line.baseline
  local less = rise:pence() < 0
  return ("%s receives %s, %s %s (%s) than it had."):format(line.name, format.rough(line.allocation),
    format.rough(less and -rise or rise), less and "less" or "more", format.rate(line.growth, 1, true))
end

--- The bound that holds a line, in words.
local function bound(t, line)
  for key, word in pairs({ floor = "floor", ceiling = "ceiling" }) do
    if core.money.kind(t[key]) == "rate" and line.growth == t[key] then
      return ("It stands at the %s of %s."):format(word, tostring(t[key]))
    end
  end
end

--- One paragraph for the paper.
local function paragraph(allocation, line)
  local t = allocation.terms
  local out = { line.growth and change(line) or ("%s receives %s."):format(line.name, format.rough(line.allocation)) }
  if line.opening_distance then
    out[#out + 1] = ("Its share of the baseline was %s its share of need; it is now %s target."):format(
      distance(line.opening_distance), distance(line.closing_distance))
  end
  if t.method == "pace" and core.money.kind(t.closing) == "rate" then
    out[#out + 1] = ("The terms close %s of the distance in the year%s."):format(tostring(t.closing),
      core.money.kind(t.floor) == "rate" and (", and let nobody grow by less than %s"):format(tostring(t.floor)) or "")
  end
  out[#out + 1] = line.growth and bound(t, line)
  return table.concat(out, " ")
end

local function cited(c)
  return c and (" · %s%s"):format(c.source, c.paragraph and ", " .. c.paragraph or "") or ""
end

local function add_terms(allocation, out)
  local t = allocation.terms
  for _, key in ipairs({ "method", "growth", "envelope", "closing", "floor", "ceiling", "cap", "mix", "weights" }) do
    if t[key] then
      local status, where = terms.standing(t, key)
      local resolved = not t.given[key] and t.resolved[key] or nil
      local name = resolved and resolved.parameter.id or key
      local entry = resolved and (resolved.variation and resolved.variation.authority.under
        or resolved.entry and resolved.entry.cites)
      out[#out + 1] = { "term", ("%s %s · %s%s%s"):format(name, terms.text(t[key]), status, where and " · " .. where
        or "", cited(entry)) }
    end
  end
end

--- Variations that wrapped the rule, or changed a parameter it used at this place.
local function add_variations(allocation, line, out)
  local found = {}
  for _, v in ipairs(allocation.trace.variations) do
    found[#found + 1] = v
  end
  for _, key in ipairs(words.keys(allocation.trace.parameters)) do
    local resolved = allocation.trace.parameters[key]
    local here = resolved.places and resolved.places[line.code] or resolved
    found[#found + 1] = here.variation
  end
  for _, v in ipairs(found) do
    out[#out + 1] = { "variation", ("%s at %s · agreed by %s, %s, %s · %s:%d"):format(v.id, v.at or "the system",
      v.authority.agreed_by, core.text.words(v.authority.on), v.authority.minute, v.file, v.line) }
  end
  if #found == 0 then
    out[#out + 1] = { "variation", "none in force" }
  end
end

local function add_sources(allocation, column, out)
  local list = { column ~= "baseline" and allocation.source or nil }
  if column ~= "target" or allocation.terms.growth then
    list[#list + 1] = allocation.base.source
  end
  for _, source in ipairs(list) do
    out[#out + 1] = { "source", ("%s · %s · %s"):format(source.title, source.licence or "your file", source.sha256) }
  end
  if allocation.bids_sha256 and column == "allocation" then
    out[#out + 1] = { "source", ("bids in %s · your file · %s"):format(allocation.terms.bids, allocation.bids_sha256) }
  end
end

local function rests_on(allocation, line, column)
  local out, rule = {}, allocation.trace.rule
  add_sources(allocation, column, out)
  if column == "allocation" then
    out[#out + 1] = { "rule", ("%s · %s:%d%s · version %s"):format(rule.id, rule.file, rule.line, cited(rule.cites),
      rule.digest:sub(1, 12)) }
    add_terms(allocation, out)
    add_variations(allocation, line, out)
  end
  if allocation.by == "place" then
    local place = allocation.book.place[line.code]
    out[#out + 1] = { "footprint", ("%s:%d"):format(place.file, place.line) }
  end
  return out
end

--- What a rate of the tree is called: the parameter that has that value.
local function namer(allocation)
  return function(rate)
    for _, key in ipairs(words.keys(allocation.trace.parameters)) do
      local found = allocation.trace.parameters[key]
      if core.money.kind(found.value) == "rate" and found.value == rate then
        local status, where = terms.standing(allocation.terms, key)
        local name = allocation.terms.resolved[key] and ("%s: %s"):format(key, found.parameter.id) or key
        return name, where and ("%s · %s"):format(status, where) or status
      end
    end
  end
end

--- Which value of an allocation stands in a column of it.
local function value_of(allocation, column)
  return column == "allocation" and allocation.answer or allocation.given[column]
end

local said <const> = {
  baseline = "%s starts from %s.",
  target = "%s would have %s if what there is to share followed need alone.",
}

--- How one line of an allocation was made.
---@param allocation stead.Allocation
---@param code string
---@param column "allocation"|"baseline"|"target"|nil the allocation itself, or what it started from
---@return stead.Explanation
function explain.line(allocation, code, column)
  local line = allocation.place[code]
  local rows = leaf.rows(allocation, line)
  column = column or "allocation"
  local root = tree.of(value_of(allocation, column), {
    icb = line.icb, code = line.code, named = namer(allocation),
    leaf = function(value)
      return leaf.of(allocation, line, rows, value)
    end,
    envelope = function()
      return leaf.envelope(allocation, line.icb)
    end,
  }, column ~= "allocation" and core.parts.amount(line[column]):text() or nil)
  return setmetatable({
    title = ("%s, %s, %s %s"):format(line.name, streams.titles[allocation.terms.stream]:lower(), allocation.terms.year,
      column), reference = figure.of_line(allocation, line, column), root = root, line = line,
    rests_on = rests_on(allocation, line, column),
    words = said[column] and said[column]:format(line.name, format.rough(line[column])) or paragraph(allocation, line),
  }, meta)
end

for _, way in ipairs({ "text", "md", "html", "json" }) do
  methods[way] = render[way]
end

function meta.__tostring(self)
  return render.text(self)
end

--- What made a value: money that came from an allocation.
---@param value any
---@return stead.Explanation
function explain.value(value)
  local origin = core.money.kind(value) == "money" and value:origin() or nil
  if not origin then
    require("stead.fault").command("nothing is known of how this value was made: explain a figure of a result, such "
      .. "as explain(w.place.wakefield.allocation)")
  end
  return origin.of:explain(origin.icb .. "/" .. origin.code, origin.column)
end

return explain
