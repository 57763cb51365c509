--- Rows of a picture, one for each place: where its name stands and where its mark runs. On a page
--- the name stands left of the mark; on a telephone above it.
local track = {}

local svg <const> = require("stead.svg")

local GAP <const> = 14

---@class stead.chart.Track
---@field narrow boolean
---@field size number type size
---@field gutter number where the marks may begin
---@field left number first coordinate of the scale
---@field right number last coordinate of the scale
---@field top number
---@field bottom number
---@field rows { names: string[], y: number, text: number, height: number, mark: number }[]

local function place_rows(rows, plan, mark)
  local y = plan.top
  for i, row in ipairs(rows) do
    local names <const> = svg.wrap(row.name, plan.name_room, plan.size)
    local text <const> = (#names + (row.note and 0.9 or 0)) * plan.size * 1.25
    local height <const> = plan.narrow and text + mark + 28 or math.max(mark + 22, text + 16)
    plan.rows[i] = {
      names = names, y = y, text = text, height = height,
      mark = plan.narrow and y + text + 15 or y + (height - mark) / 2,
    }
    y = y + height
  end
  plan.bottom = y
end

--- Plans rows for a width.
---@param rows { name: string, note: string? }[]
---@param spec { width: number, mark: number, room: fun(rows: table[], size: number): number }
---@return stead.chart.Track
function track.plan(rows, spec)
  local width <const> = spec.width
  local narrow <const> = width < 500
  local size <const> = narrow and 13.5 or 14
  local longest = 0
  for _, row in ipairs(rows) do
    -- A pixel to spare: sums of widths are not exact, and a name that fits must not be broken.
    longest = math.max(longest, svg.text_width(row.name, size) + 1,
      svg.text_width(row.note or "", size - 2))
  end
  local room <const> = spec.room(rows, size)
  local gutter <const> = narrow and GAP or math.min(longest, width * 0.29) + GAP
  local plan <const> = {
    narrow = narrow, size = size, top = 30, rows = {}, gutter = gutter,
    name_room = narrow and width - room - 12 or gutter - GAP,
    left = narrow and 1 or gutter,
    right = narrow and width - 22 or width - room - 20,
  }
  place_rows(rows, plan, spec.mark)
  return plan
end

--- The name of a row, in as many lines as it needs, and the note under it.
---@param row { name: string, note: string? }
---@param place table the row's entry in the plan
---@param plan stead.chart.Track
---@return stead.Markup
function track.name(row, place, plan)
  local leading <const> = plan.size * 1.25
  local x <const> = plan.narrow and 0 or plan.gutter - GAP
  local y <const> = plan.narrow and place.y + leading
    or place.y + (place.height - place.text) / 2 + plan.size * 0.97
  local anchor <const> = plan.narrow and "start" or "end"
  local note <const> = row.note and svg.tags.text {
    x = x, y = y + (#place.names - 0.05) * leading, font_size = plan.size - 2, fill = svg.SOFT,
    text_anchor = anchor, row.note,
  }
  return svg.tags.g {
    -- Words over a grid line stay readable.
    stroke = "#fff", stroke_width = 3, stroke_linejoin = "round", paint_order = "stroke",
    svg.lines(place.names, {
      x = x, y = y, font_size = plan.size, fill = svg.INK, text_anchor = anchor,
    }, leading),
    note or false,
  }
end

return track
