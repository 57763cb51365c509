--- `stead params`: parameters, their dated values, where each comes from.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local output <const> = require("stead.cli.output")
local parameter <const> = require("stead.policy.parameter")
local policy <const> = require("stead.policy")
local variation <const> = require("stead.policy.variation")
local words <const> = require("stead.words")

local columns <const> = {
  { "name", "text" }, { "stream", "text" }, { "from", "text" }, { "to", "text" }, { "value", "text" },
  { "status", "text" }, { "layer", "text" }, { "cites", "text" }, { "declared", "text" },
}

local function cited(c)
  return c and (c.source .. (c.paragraph and ", " .. c.paragraph or "")) or nil
end

--- Long tables are counted in the list and written out for one parameter.
local function value_text(value, whole)
  local text = parameter.text(value)
  if type(value) == "table" and not whole and #text > 40 then
    return "table of " .. #words.keys(value)
  end
  return text
end

local function add_parameter(rows, p, whole)
  local where = ("%s:%d"):format(p.file, p.line)
  if #p.values == 0 then
    rows[#rows + 1] = { p.id, nil, nil, nil, "UNKNOWN", nil, p.layer, p.unknown, where }
  end
  for _, stream in ipairs(words.keys(p.lines)) do
    for _, value in ipairs(p.lines[stream]) do
      rows[#rows + 1] = { p.id, stream ~= "" and stream or nil, value.from, value.until_ or value.to,
        value_text(value.is, whole), value.status, p.layer, cited(value.cites or p.cites), where }
    end
  end
end

local function add_variation(rows, v)
  local span = variation.span(v)
  rows[#rows + 1] = { v.id, v.stream, span.from, span.to, parameter.text(v.is), v.status or "user",
    "variation at " .. (v.at or "the system"), cited(v.authority.under), ("%s:%d"):format(v.file, v.line) }
end

local function frame_of(loaded, only)
  local rows = {}
  for _, id in ipairs(words.keys(loaded.parameters)) do
    if not only or id == only then
      add_parameter(rows, loaded.parameters[id], only ~= nil)
      for _, v in ipairs(loaded.variations) do
        if v.id == id and v.is ~= nil then
          add_variation(rows, v)
        end
      end
    end
  end
  local frame = core.frame.new(columns, rows)
  frame:about().keys = { "name" }
  return frame
end

local function describe(p)
  local vary = p.vary or "none"
  print(("%s   %s"):format(p.id, p.unit))
  print("  " .. p.title)
  print("  may vary locally: " .. (type(vary) == "table" and ("between %s and %s"):format(
    parameter.text(vary.between[1]), parameter.text(vary.between[2])) or vary))
  for _, note in ipairs({ p.note, p.unknown }) do
    print("  " .. note)
  end
  print()
end

return {
  summary = "parameters: values with dates, status, citation and layer",
  usage = "[NAME] [--on DATE]",
  example = "stead params bcf.uplift",
  options = { on = { takes = "DATE", is = "date", help = "only the values that count on that day" } },
  positional = { { name = "NAME" } },
  run = function(given)
    local book = output.book(given)
    local loaded = book.root and book:policy() or policy.load()
    if given[1] and not (given.json or given.csv) then
      describe(loaded:parameter(given[1]))
    end
    local frame = frame_of(loaded, given[1] and loaded:parameter(given[1]).id)
    if given.on then
      local rows = {}
      for row in frame:rows() do
        if row.from and dates.within(given.on, row) then
          local cells = {}
          for i, column in ipairs(columns) do
            cells[i] = row[column[1]]
          end
          rows[#rows + 1] = cells
        end
      end
      frame = core.frame.new(columns, rows)
    end
    frame:about().hidden = { cites = not given[1], declared = not given[1], name = given[1] ~= nil,
      stream = next(frame:column("stream")) == nil }
    output.frame(given, frame)
  end,
}
