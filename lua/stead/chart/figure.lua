--- What every picture is: a drawing at two widths, a caption, a key, and its figures as a table.
local figure = {}

local core <const> = require("stead.core")
local html <const> = require("stead.html")

local h <const> = html.tags

--- Widths a picture is drawn for: a page, and a telephone held upright.
figure.WIDE = 880
figure.NARROW = 350

---@class stead.Chart
---@field id string unique on its page
---@field title string what the picture shows, in a few words
---@field desc string the same in sentences with the figures, for those who do not see it
---@field caption string? how to read it
---@field key stead.Markup? what the marks mean
---@field notes string[]? what could not be drawn
---@field table { head: string[], rows: string[][] } the figures drawn, as text
---@field plain fun(width: integer): string the picture in letters
---@field draw fun(width: number, id: string, class: string?): stead.Markup
local Chart <const> = {}
Chart.__index = Chart
Chart.__name = "chart"

--- The picture in letters, as a terminal shows it; with its notes.
---@param width integer? the window's unless said
---@return string
function Chart:text(width)
  local terminal <const> = core.host.is_terminal(1)
  local out <const> = { "  " .. self.title, "",
    self.plain(width or terminal and core.host.terminal_width() or 100) }
  for _, note in ipairs(self.notes or {}) do
    out[#out + 1] = "  " .. note
  end
  return table.concat(out, "\n")
end

function Chart:__tostring()
  return self:text()
end

---@param chart table the fields of stead.Chart
---@return stead.Chart
function figure.new(chart)
  return setmetatable(chart, Chart)
end

--- The rows of a frame, or the list itself. A frame's money becomes pounds to draw with.
---@param source any
---@return table[]
function figure.rows(source)
  if type(source) ~= "table" and type(source) ~= "userdata" then
    error("rows must be a frame or a list of tables, not " .. type(source), 3)
  end
  if type(source) == "table" and not getmetatable(source) then
    return source
  end
  local list <const> = {}
  for row in source:rows() do
    list[#list + 1] = row
  end
  return list
end

--- A number to draw with, from a number, a money (pounds) or a rate; nil stays nil.
---@param value any
---@param where string what the value is, for the refusal
---@return number?
function figure.number(value, where)
  if value == nil or type(value) == "number" then
    if value and (value ~= value or value == math.huge or value == -math.huge) then
      error(where .. " must be a finite number, not " .. tostring(value), 0)
    end
    return value
  end
  local text = tostring(value):gsub("[£,]", ""):gsub("\u{2212}", "-")
  local share <const> = text:match("^(.*)%%$")
  local number <const> = tonumber(share or text)
  if not number then
    error(where .. " must be a number, not '" .. tostring(value) .. "'", 0)
  end
  return share and number / 100 or number
end

local function save(path, text)
  local file <close>, message, code = io.open(path, "wb")
  if not file then
    return nil, message, code
  end
  local written, why, number = file:write(text)
  if not written then
    return nil, why, number
  end
  return path
end

local function data_table(chart)
  local head <const>, rows <const> = {}, {}
  for i, name in ipairs(chart.table.head) do
    head[i] = h.th { scope = "col", name }
  end
  for i, row in ipairs(chart.table.rows) do
    local cells <const> = { h.th { scope = "row", row[1] } }
    for column = 2, #chart.table.head do
      cells[column] = h.td(row[column] or "")
    end
    rows[i] = h.tr(cells)
  end
  local caption <const> = chart.id .. "-figures"
  return h.details {
    class = "figures",
    h.summary("The figures in this picture"),
    h.div {
      class = "scroll", role = "region", tabindex = 0, aria_labelledby = caption,
      h.table {
        h.caption { id = caption, chart.title },
        h.thead(h.tr(head)),
        h.tbody(rows),
      },
    },
  }
end

--- The picture as it stands on a page: drawn for wide and for narrow screens, with caption, key,
--- notes and its figures.
---@return stead.Markup
function Chart:figure()
  local notes <const> = {}
  for i, note in ipairs(self.notes or {}) do
    notes[i] = h.p { class = "aside", note }
  end
  return h.figure {
    id = self.id,
    self.draw(figure.WIDE, self.id .. "-wide", "wide"),
    self.draw(figure.NARROW, self.id .. "-narrow", "narrow"),
    self.key or false,
    notes,
    self.caption and h.figcaption(self.caption) or false,
    data_table(self),
  }
end

--- The picture alone; written to a file when a path is given.
---@param path string?
---@return string? text_or_path
---@return string? message
---@return integer? code
function Chart:svg(path)
  local text <const> = tostring(self.draw(figure.WIDE, self.id))
  if path then
    return save(path, text .. "\n")
  end
  return text
end

--- A page with the picture and its figures; written to a file when a path is given.
---@param path string?
---@return string? text_or_path
---@return string? message
---@return integer? code
function Chart:html(path)
  local shell <const> = require("stead.report.shell")
  local text <const> = shell.page {
    title = self.title,
    body = h.main { id = "main", h.h1(self.title), self:figure() },
  }
  if path then
    return save(path, text)
  end
  return text
end

return figure
