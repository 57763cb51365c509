--- The question asked backwards: everything that rests on a source, a paragraph of guidance, a parameter or a rule.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local figure <const> = require("stead.figure")
local format <const> = require("stead.format")
local json <const> = require("stead.json")
local words <const> = require("stead.words")

local cites = {}

---@class stead.Cited
---@field asked string
---@field declared { what: string, id: string, where: string, says: string? }[]
---@field figures { reference: string, name: string, amount: stead.Money, stream: string, year: string }[]
---@field total stead.Money

local function plain(text)
  return (text:lower():gsub("[%s,]+", " "):gsub("^ ", ""):gsub(" $", ""))
end

--- Every name by which a thing may be asked for.
local function names_of_citation(c)
  if not c then
    return {}
  end
  return { plain(c.source), c.paragraph and plain(c.source .. " " .. c.paragraph) or nil }
end

local function names_of_source(source)
  local out = {}
  for _, key in ipairs({ "name", "recipe", "title", "sha256" }) do
    out[#out + 1] = source[key] and plain(source[key]) or nil
  end
  out[#out + 1] = source.sha256 and source.sha256:sub(1, 12) or nil
  return out
end

local function asks_for(names, asked, known)
  local found = false
  for _, name in ipairs(names) do
    known[name] = true
    found = found or name == asked
  end
  return found
end

local function add_declared(out, item, says)
  out.declared[#out.declared + 1] = { what = item.what, id = item.id, where = ("%s:%d"):format(item.file, item.line),
    says = says }
end

--- Parameters, rules, checks and variations that are, or cite, what is asked for.
local function declarations(policy, asked, known, out)
  for _, kind in ipairs({ "parameters", "rules", "checks" }) do
    for _, id in ipairs(words.keys(policy[kind])) do
      local item = policy[kind][id]
      local hit = asks_for({ plain(id) }, asked, known) or asks_for(names_of_citation(item.cites), asked, known)
      for _, value in ipairs(item.values or {}) do
        hit = asks_for(names_of_citation(value.cites), asked, known) or hit
      end
      if hit then
        add_declared(out, item, item.title)
      end
    end
  end
  for _, v in ipairs(policy.variations) do
    local hit = asks_for({ plain(v.id) }, asked, known)
    if asks_for(names_of_citation(v.authority.under), asked, known) or hit then
      add_declared(out, v, v.reason)
    end
  end
end

--- Whether an allocation rests on it: its sources, its rule, its parameters and their variations.
local function rests(made, asked, known)
  local hit = false
  local function try(names)
    hit = asks_for(names, asked, known) or hit
  end
  for _, source in ipairs({ made.source, made.base.source }) do
    try(names_of_source(source))
  end
  try({ plain(made.trace.rule.id) })
  try(names_of_citation(made.trace.rule.cites))
  for _, v in ipairs(made.trace.variations) do
    try(names_of_citation(v.authority.under))
  end
  for _, key in ipairs(words.keys(made.trace.parameters)) do
    local found = made.terms.resolved[key] or made.trace.parameters[key]
    try({ plain(found.parameter.id) })
    try(names_of_citation(found.entry and found.entry.cites))
    try(names_of_citation(found.variation and found.variation.authority.under))
  end
  return hit
end

local function add_figures(made, out)
  for _, line in ipairs(made.place) do
    out.figures[#out.figures + 1] = { reference = figure.of_line(made, line), name = line.name,
      amount = line.allocation, stream = made.terms.stream, year = made.terms.year }
    out.total = out.total + line.allocation
  end
end

--- Everything in a book that rests on what is asked for; raises with the nearest name when nothing is called that.
---@param book stead.Book
---@param asked string
---@return stead.Cited
function cites.of(book, asked)
  local word, known = plain(asked), {}
  local out = { asked = asked, declared = {}, figures = {}, total = core.money.pence(0) }
  declarations(book:policy(), word, known, out)
  for _, each in ipairs(book.system and book.system.allocations or {}) do
    local made = book:allocate({ stream = each.id, year = each.year })
    if rests(made, word, known) then
      add_figures(made, out)
    end
  end
  if #out.declared == 0 and #out.figures == 0 then
    fault.command("nothing here rests on '%s'%s (ask for a source, a paragraph, a parameter or a rule)", asked,
      words.did_you_mean(word, words.keys(known)))
  end
  return out
end

--- What was found, as text.
---@param found stead.Cited
---@return string
function cites.text(found)
  local out = {}
  for _, each in ipairs(found.declared) do
    out[#out + 1] = ("  %-10s %-34s %s"):format(each.what, each.id, each.where)
    out[#out + 1] = each.says and "             " .. each.says or nil
  end
  for _, each in ipairs(found.figures) do
    out[#out + 1] = ("  figure     %s  %s, %s %s   £%s"):format(each.reference, each.name, each.stream, each.year,
      format.money(each.amount))
  end
  out[#out + 1] = ("  in all %s, £%s, on %s"):format(words.count(#found.figures, "figure"),
    format.money(found.total), words.count(#found.declared, "declaration"))
  return table.concat(out, "\n")
end

--- What was found, as JSON.
---@param found stead.Cited
---@return string
function cites.json(found)
  return json.encode(found)
end

return cites
