--- How each figure was made: in words, and as a tree whose steps add up.
local explain = {}

local html <const> = require("stead.html")
local label <const> = require("stead.label")
local tables <const> = require("stead.report.tables")
local words <const> = require("stead.report.words")

local h <const> = html.tags

local function line(step)
  return h.div {
    class = "step",
    h.b(step.amount or ""),
    h.span {
      step.label or "",
      step.operation and step.operation ~= "" and h.i(step.operation) or false,
      step.source and h.small(step.source) or false,
    },
  }
end

-- The steps from `from` that stand at `depth` or deeper, as a list; and the first that does not.
-- A step deeper than the one above it by more than one stands under it all the same.
local function branch(steps, from, depth)
  local items <const>, i = {}, from
  while i <= #steps and steps[i].depth >= depth do
    local step <const> = steps[i]
    local below = false
    i = i + 1
    if i <= #steps and steps[i].depth > step.depth then
      below, i = branch(steps, i, step.depth + 1)
    end
    items[#items + 1] = h.li { line(step), below }
  end
  return h.ul(items), i
end

--- The tree of a figure's steps.
---@param steps stead.report.Step[]
---@return stead.Markup
function explain.tree(steps)
  for i, step in ipairs(steps) do
    if math.type(step.depth) ~= "integer" or step.depth < 0 then
      error("steps[" .. i .. "].depth must be a whole number from 0, not "
        .. tostring(step.depth), 0)
    end
  end
  local top = steps[1] and steps[1].depth or 0
  for _, step in ipairs(steps) do
    top = math.min(top, step.depth)
  end
  return h.div { class = "tree", (branch(steps, 1, top)) }
end

local function figure(reading, row, id)
  return h.details {
    class = "how",
    h.summary {
      h.b(row.name), " £" .. label.pounds(row.allocation),
      row.reference and h.span { class = "reference", row.reference } or false,
    },
    h.div {
      id = id,
      h.p(row.words or words.place(row, reading)),
      explain.tree(row.steps),
    },
  }
end

--- The part of the page that opens each figure.
---@param readings stead.report.Reading[]
---@return { id: string, title: string, content: any }|false
function explain.part(readings)
  local content <const> = {}
  for number, reading in ipairs(readings) do
    local list <const> = {}
    for i, row in ipairs(reading.rows) do
      if row.steps and #row.steps > 0 then
        list[#list + 1] = figure(reading, row, tables.how_id("budget-" .. number, i))
      end
    end
    if #list > 0 and #readings > 1 then
      table.insert(list, 1, h.h3(reading.stream:sub(1, 1):upper() .. reading.stream:sub(2)))
    end
    content[#content + 1] = #list > 0 and list or nil
  end
  if #content == 0 then
    return false
  end
  return {
    id = "how", title = "How each figure was made",
    content = {
      h.p { class = "under", "Open a place to see the steps. Each amount is made from those set "
        .. "in beneath it; those one step in add up to the figure." },
      content,
    },
  }
end

return explain
