--- The tables of a page: the budget that foots, and the practices that were left out.
local tables = {}

local budget <const> = require("stead.report.budget")
local html <const> = require("stead.html")
local label <const> = require("stead.label")

local h <const> = html.tags

---@param reading stead.report.Reading
---@return string
function tables.allocation_label(reading)
  return reading.given.allocation_label or "Allocation " .. reading.year
end

---@param reading stead.report.Reading
---@return string
function tables.target_label(reading)
  return reading.given.target_label or "Target share"
end

--- A table in a region that scrolls by itself when the screen is narrower than the table.
---@param id string
---@param caption string
---@param head any
---@param body any
---@param class string?
---@return stead.Markup
function tables.region(id, caption, head, body, class)
  return h.div {
    class = "scroll", role = "region", tabindex = 0, aria_labelledby = id .. "-caption",
    h.table {
      class = class or false,
      h.caption { id = id .. "-caption", caption },
      h.thead(h.tr(head)),
      body,
    },
  }
end

local function money(pence)
  return pence and label.pounds(pence) or ""
end

local function signed(fraction)
  return fraction and label.percent(fraction, 2, true) or ""
end

-- The figure leads to its making when the page carries it.
local function allocation_cell(row, id, index)
  local text <const> = money(row.allocation)
  if row.steps and #row.steps > 0 then
    return h.td { class = "main", h.a { href = "#" .. tables.how_id(id, index), text } }
  end
  return h.td { class = "main", text }
end

--- The fragment at which a figure's making stands.
---@param id string the budget's
---@param index integer the row's
---@return string
function tables.how_id(id, index)
  return "how-" .. id .. "-" .. index
end

-- Columns that no row fills are not shown.
local function columns_of(reading)
  local function any(field)
    return #budget.where(reading.rows, function(row)
      return row[field]
    end) > 0
  end
  local given <const> = reading.given
  return {
    { any("baseline"), given.baseline_label or "Baseline", function(row)
      return h.td(money(row.baseline))
    end },
    { any("target"), tables.target_label(reading), function(row)
      return h.td(money(row.target))
    end },
    { true, tables.allocation_label(reading), function(row, index, id)
      return index and allocation_cell(row, id, index) or h.td(money(row.allocation))
    end },
    { any("growth"), "Growth", function(row)
      return h.td { signed(row.growth),
        row.held and h.span { class = "held", "at the " .. row.held } or false }
    end },
    { any("opening"), "From target, before", function(row)
      return h.td(signed(row.opening))
    end },
    { any("closing"), "From target, after", function(row)
      return h.td(signed(row.closing))
    end },
    { any("practices"), "Practices", function(row)
      return h.td(row.practices and label.count(row.practices) or "")
    end },
  }
end

local function total_row(reading)
  local totals <const> = reading.totals
  local practices = 0
  for _, row in ipairs(reading.rows) do
    practices = practices + (row.practices or 0)
  end
  local whole <const> = totals.target and totals.target > 0 and totals.allocation
    and totals.allocation / totals.target - 1 or nil
  return {
    practices = practices, baseline = totals.baseline, target = totals.target,
    allocation = totals.allocation, growth = totals.baseline and totals.baseline > 0
      and totals.allocation and totals.allocation / totals.baseline - 1 or nil,
    opening = totals.baseline and totals.target and totals.target > 0
      and totals.envelope / totals.target - 1 or nil,
    closing = whole,
  }
end

-- Shares of one envelope that are each rounded by themselves miss it by some pence, no more.
local function adrift(reading)
  local pence <const> = reading.totals.target and reading.totals.target - reading.totals.envelope
  if not pence or pence == 0 then
    return ""
  end
  return "; the target shares" .. (math.abs(pence) <= #reading.rows
    and ", each rounded by itself," or "") .. " come to £" .. money(math.abs(pence))
    .. (pence > 0 and " more" or " less")
end

-- Said only when it is so; when it is not, that is said instead.
local function footing(reading)
  if reading.foots then
    return h.p { class = "foots", "✓ foots to the penny: the allocations"
      .. (reading.targets_foot and ", and the target shares," or "")
      .. " sum to the envelope of £" .. money(reading.totals.envelope) .. adrift(reading) }
  elseif reading.gap and reading.gap ~= 0 then
    return h.p { class = "astray", role = "note", "Does not foot: the allocations sum to £"
      .. money(reading.totals.allocation) .. ", £" .. money(math.abs(reading.gap))
      .. (reading.gap > 0 and " more" or " less") .. " than the envelope of £"
      .. money(reading.totals.envelope) }
  end
  return false
end

--- The budget of one stream, ruled off, with what its pence say about footing.
---@param reading stead.report.Reading
---@param id string
---@return any
function tables.budget(reading, id)
  local columns <const> = {}
  for _, column in ipairs(columns_of(reading)) do
    if column[1] then
      columns[#columns + 1] = column
    end
  end
  local head <const>, rows <const>, foot <const> = { h.th { scope = "col", "Place" } }, {}, {}
  foot[1] = h.th { scope = "row", reading.system or "All places" }
  local total <const> = total_row(reading)
  for _, column in ipairs(columns) do
    head[#head + 1] = h.th { scope = "col", column[2] }
    foot[#foot + 1] = column[3](total)
  end
  for i, row in ipairs(reading.rows) do
    local cells <const> = { h.th { scope = "row", row.name } }
    for _, column in ipairs(columns) do
      cells[#cells + 1] = column[3](row, i, id)
    end
    rows[i] = h.tr(cells)
  end
  local has_steps <const> = #budget.where(reading.rows, function(row)
    return row.steps and #row.steps > 0
  end) > 0
  local caption <const> = "Pounds and pence, " .. reading.stream .. ", " .. reading.year .. "."
    .. (has_steps and " Follow an allocation to see how it was made." or "")
  return {
    tables.region(id, caption, head, { h.tbody(rows), h.tfoot(h.tr(foot)) }, "money"),
    footing(reading),
  }
end

local function by_place(practices)
  local groups <const>, found <const> = {}, {}
  for _, practice in ipairs(practices) do
    local key <const> = practice.place or false
    if not found[key] then
      found[key] = { name = practice.place }
      groups[#groups + 1] = found[key]
    end
    table.insert(found[key], practice)
  end
  return groups
end

local function practice_item(practice)
  return h.li {
    h.b(practice.code), " ", practice.name or "",
    practice.people and h.span(label.count(practice.people)) or false,
    practice.money and h.span("£" .. money(practice.money)) or false,
  }
end

local function sum_of(practices, field)
  local sum = 0
  for _, practice in ipairs(practices) do
    if not practice[field] then
      return nil
    end
    sum = sum + practice[field]
  end
  return sum
end

local function left_out_title(entry)
  return entry.title or label.several(#entry.practices, "practice")
    .. (entry.of and " of " .. label.count(entry.of) or "")
    .. (#entry.practices == 1 and " is" or " are") .. " left out of "
    .. (entry.from or "the figures")
end

local function left_out(entry)
  local items <const> = {}
  for i, group in ipairs(by_place(entry.practices)) do
    local practices <const> = {}
    for j, practice in ipairs(group) do
      practices[j] = practice_item(practice)
    end
    items[i] = h.div { class = "group", group.name and h.h4(group.name) or false, h.ul(practices) }
  end
  local people <const> = sum_of(entry.practices, "people")
  local says = entry.says or ""
  if people and #entry.practices > 1 then
    says = says .. " Weighted people stand beside each, " .. label.count(people) .. " in all."
  elseif people then
    says = says .. " Its weighted people stand beside it."
  end
  return h.div {
    class = "note",
    h.h3(left_out_title(entry)),
    says ~= "" and h.p((says:gsub("^%s+", ""))) or false,
    h.div { class = "groups", items },
  }
end

--- What was left out of which side of the sums, named and weighed.
---@param entries stead.report.LeftOut[]
---@return any
function tables.left_out(entries)
  local notes <const> = {}
  for i, entry in ipairs(entries) do
    notes[i] = left_out(entry)
  end
  return notes
end

return tables
