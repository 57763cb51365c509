--- The parameters that a book rests on: those of the rules of its allocations, of the checks, and its own.
local dates <const> = require("stead.dates")
local order <const> = require("stead.order")
local parameter <const> = require("stead.policy.parameter")
local variation <const> = require("stead.policy.variation")
local words <const> = require("stead.words")

local in_use = {}

---@class stead.ParameterInUse
---@field id string
---@field title string
---@field value string as people read it
---@field status string
---@field stream string?
---@field at string? the place that varies it
---@field by string[] what uses it
---@field where string file and line of the parameter, or of the variation that gives the value

--- Calls `use(name, ask, by)` for each parameter that something declared uses.
local function each_of(item, by, ask, use)
  for _, group in ipairs({ "uses", "may_use" }) do
    for _, key in ipairs(words.keys(item[group] or {})) do
      if not (ask.told and ask.told[key] ~= nil) then
        use(item[group][key].id, ask, by)
      end
    end
  end
end

--- Those of an allocation's rule, but for what the allocation says itself, and of the rule's variations.
local function of_allocations(book, policy, use)
  for _, each in ipairs(book.system.allocations or {}) do
    local id, on = order.rule(each.method), dates.start_of(each.year)
    local by = ("%s %s"):format(each.id, each.year)
    each_of(policy:rule(id), by, { on = on, stream = each.id, told = each }, use)
    for _, v in ipairs(variation.in_force(policy, id, on, nil, each.id)) do
      each_of(v, by, { on = on, stream = each.id }, use)
    end
  end
end

--- The book's own parameters, and those that it varies.
local function of_the_book(policy, on, use)
  for _, id in ipairs(words.keys(policy.parameters)) do
    if policy.parameters[id].layer == "book" then
      for _, stream in ipairs(words.keys(policy.parameters[id].lines)) do
        use(id, { on = on, stream = stream ~= "" and stream or nil })
      end
    end
  end
  for _, v in ipairs(policy.variations) do
    if v.is ~= nil then
      use(v.id, { on = on, stream = v.stream })
    end
  end
end

local function add(self, id, found, by)
  local v = found.variation
  local stream = (v or found.entry or {}).stream
  local item = v or found.parameter
  local at = v and v.at
  local key = table.concat({ id, stream or "", at or "", item.file, item.line, parameter.text(found.value) }, "\0")
  local entry = self.seen[key]
  if not entry then
    entry = { id = id, title = found.parameter.title, value = parameter.text(found.value), status = found.status,
      stream = stream, at = at, by = {}, where = ("%s:%d"):format(item.file, item.line) }
    self.seen[key] = entry
    table.insert(self.list, entry)
  end
  if by and not self.seen[key .. "\0" .. by] then
    self.seen[key .. "\0" .. by] = true
    table.insert(entry.by, by)
  end
end

--- What is in use, with its status.
---@param book stead.Book
---@param policy stead.Policy
---@param on string
---@return stead.ParameterInUse[]
function in_use.list(book, policy, on)
  local self = { list = {}, seen = {} }
  local function use(id, ask, by)
    local found = policy:resolve(id, ask)
    if found then
      add(self, id, found, by)
    end
    for _, place in ipairs(variation.at_places(policy, id) and book.places or {}) do
      local here = policy:resolve(id, { on = ask.on, stream = ask.stream, at = place.id })
      if here and here.variation and here.variation.at == place.id then
        add(self, id, here, by)
      end
    end
  end
  of_allocations(book, policy, use)
  for _, id in ipairs(words.keys(policy.checks)) do
    each_of(policy.checks[id], "check " .. id, { on = on }, use)
  end
  of_the_book(policy, on, use)
  return self.list
end

return in_use
