--- What a page needs, gathered from a book: each allocation it declares, the practices behind it, the streams in
--- view, what was left out, the sources and the standing of every assumption.
local core <const> = require("stead.core")
local figure <const> = require("stead.figure")
local streams <const> = require("stead.streams")
local terms <const> = require("stead.terms")
local view <const> = require("stead.allocation_view")

local data = {}

local function pence(m)
  return m and m:pence() or nil
end

local function number(r)
  return r and r:number() or nil
end

local function steps_of(made, line)
  local out = {}
  local function add(node, depth)
    out[#out + 1] = { depth = depth, amount = node.text, label = node.label, operation = node.operation,
      source = node.note }
    for _, child in ipairs(node.children) do
      add(child, depth + 1)
    end
  end
  local found = made:explain(line.icb .. "/" .. line.code)
  add(found.root, 0)
  return out, found.words
end

--- The bound that a line stands at.
local function held(made, line)
  local t = made.terms
  if not line.growth then
    return nil
  end
  for _, bound in ipairs({ "floor", "ceiling" }) do
    if t[bound] and line.growth == t[bound] then
      return bound
    end
  end
end

local function budget_of(made)
  local t, rows = made.terms, {}
  for _, line in ipairs(made.place) do
    local steps, words = steps_of(made, line)
    rows[#rows + 1] = {
      name = line.name, code = line.code, practices = line.practices, baseline = pence(line.baseline),
      target = pence(line.target), allocation = pence(line.allocation), growth = number(line.growth),
      opening_distance = number(line.opening_distance), closing_distance = number(line.closing_distance),
      held = held(made, line), reference = figure.of_line(made, line), words = words, steps = steps,
    }
  end
  local _, envelope = made:total()
  return {
    stream = streams.titles[t.stream]:lower(), year = t.year, baseline_year = made.base.year,
    envelope = envelope:pence(), rows = rows, foots = made:foots(),
    closing = number(t.closing), floor = number(t.floor),
    ceiling = number(t.ceiling), status = t.status, note = t.note,
    baseline_label = made.base.year and "Paid " .. made.base.year, target_label = "Target share",
  }
end

local function place_name(book, cover, row)
  local index = cover.place[row]
  return index and book.places[index].name or nil
end

local function practices_of(book, made)
  local out, need = {}, made.need
  for _, row in ipairs(made.cover.inside) do
    local at = need:row(row)
    out[#out + 1] = { code = at.practice, name = at.name, place = place_name(book, made.cover, row),
      latitude = at.latitude, longitude = at.longitude, patients = at.population }
  end
  return out
end

local function left_out_of(book, made)
  local out, unpaid, needless = {}, {}, {}
  for i, each in ipairs(view.unpaid(made)) do
    unpaid[i] = { code = each.practice, name = each.name, people = each.weight,
      place = place_name(book, made.cover, each.row) }
  end
  for i, each in ipairs(view.needless(made)) do
    needless[i] = { code = each.practice, money = each.pence }
  end
  if #unpaid > 0 then
    out[#out + 1] = { title = ("%d of %d practices have need but no payment in %s"):format(#unpaid, #made.cover.inside,
      made.base.year), from = "the baselines", of = #made.cover.inside, practices = unpaid,
      says = "They count towards targets and not towards baselines." }
  end
  if #needless > 0 then
    out[#out + 1] = { title = ("%d practices were paid in %s and have no need in %s"):format(#needless, made.base.year,
      made.terms.year), from = "the baselines", practices = needless,
      says = "What they were paid is in no baseline." }
  end
  local excluded = {}
  for i, each in ipairs(made.cover.excluded) do
    excluded[i] = { code = each.practice, name = each.name .. ": " .. each.reason, people = each.weight }
  end
  if #excluded > 0 then
    out[#out + 1] = { title = "Left out of every place by name", from = "everything", practices = excluded }
  end
  return out
end

local function streams_of(book)
  local out, titles = {}, {}
  for _, each in ipairs(book.system.streams or {}) do
    titles[each.id] = each
  end
  for row in book:in_view():rows() do
    local declared = titles[row.stream]
    out[#out + 1] = { stream = (declared.title or row.stream):lower(), holder = row.council_name, place = row.name,
      amount = pence(row.amount), why = row.note,
      period = declared.year .. " " .. declared.source, note = declared.note }
  end
  return out
end

local function source_of(source, used_for)
  return { title = source.title, publisher = source.publisher, edition = source.year or source.edition,
    licence = source.licence, rows = source.rows, sha256 = source.sha256, retrieved = source.retrieved,
    used_for = used_for }
end

local function sources_of(list)
  local out, seen = {}, {}
  for _, made in ipairs(list) do
    for used_for, source in pairs({ targets = made.source, baselines = made.base.source }) do
      if source.sha256 and not seen[source.sha256] then
        seen[source.sha256] = true
        out[#out + 1] = source_of(source, used_for)
      end
    end
  end
  table.sort(out, function(a, b)
    return a.title < b.title
  end)
  return out
end

local function assumptions_of(list)
  local out = {}
  for _, made in ipairs(list) do
    local t = made.terms
    for _, key in ipairs({ "growth", "envelope", "closing", "floor", "ceiling", "cap" }) do
      if t[key] then
        local status, where = terms.standing(t, key)
        local resolved = not t.given[key] and t.resolved[key]
        out[#out + 1] = { name = ("%s %s"):format(t.stream, resolved and resolved.parameter.id or key),
          value = terms.text(t[key]), status = status, set_in = where }
      end
    end
  end
  return out
end

--- Everything that stead.report.page.make takes.
---@param book stead.Book
---@param year string? one year; else all that the book declares
---@return stead.report.Data
function data.of(book, year)
  local list, budgets = {}, {}
  for _, each in ipairs(book.system.allocations or {}) do
    if not year or each.year == year then
      list[#list + 1] = book:allocate({ stream = each.id, year = each.year, explain = true })
    end
  end
  if #list == 0 then
    require("stead.fault").command("%s declares no allocation%s; system.lua says what is to be shared",
      book.system.name, year and " for " .. year or "")
  end
  for i, made in ipairs(list) do
    budgets[i] = budget_of(made)
  end
  local first <const> = list[1]
  return {
    system = book.system.name, title = "Place budgets", covers = first.terms.year, made_by = "stead " .. core.version,
    made_on = core.text.words(core.host.now():sub(1, 10)), budgets = budgets, left_out = left_out_of(book, first),
    practices = practices_of(book, first), streams = streams_of(book), sources = sources_of(list),
    assumptions = assumptions_of(list),
    checks = { { command = "stead check", says = "footprints, dates, codes, envelopes" },
      { command = "stead explain " .. first.place[1].code, says = "how a figure was made, down to the rows" } },
  }
end

return data
