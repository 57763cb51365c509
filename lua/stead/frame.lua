--- How frames are shown and written: ruled table, Markdown, JSON, CSV. A frame's `about` says what is worth
--- knowing beside its cells: title, decimals by column, which columns say what a row is, totals, notes.
local core <const> = require("stead.core")
local format <const> = require("stead.format")
local json <const> = require("stead.json")
local ruled <const> = require("stead.ruled")

---@class stead.About
---@field title string?
---@field headings table<string, string>? column name to what is printed above it
---@field decimals table<string, integer>? column name to decimals shown on a terminal
---@field signed table<string, boolean>? rates shown with a plus
---@field keys string[]? the columns that say what a row is
---@field hidden table<string, boolean>? columns left out of printed tables; files have them
---@field totals table<string, any>? column name to the value under the rule
---@field notes string[]? lines below the table

local frames = {}

local shown <const> = {
  text = function(v) return v end,
  integer = function(v) return format.decimal(tostring(v)) end,
  quantity = function(v, places) return format.number(v, places or 0) end,
  real = function(v, places) return format.number(v, places or 3) end,
  money = function(v) return format.money(v) end,
  rate = function(v, places, signed) return format.rate(v, places or 2, signed) end,
}

local function show(value, kind, places, signed)
  if value == nil then
    return ""
  end
  return type(value) == "string" and value or shown[kind](value, places, signed)
end

local function plain_name(name)
  return (name:gsub("_", " "))
end

---@param f stead.Frame
---@param options { width: integer?, most: integer?, heading: boolean? }?
---@return stead.RuledColumn[], integer rows shown
local function columns_of(f, options)
  local about <const> = f:about()
  local kinds <const>, names <const> = f:kinds(), f:names()
  local rows = math.min(#f, options.most or #f)
  local keys = {}
  for _, name in ipairs(about.keys or { "code", "name" }) do
    keys[name] = true
  end
  local columns = {}
  for i, name in ipairs(names) do
    if not (about.hidden and about.hidden[name]) then
      local kind, cells = kinds[i], {}
      local places, signed = about.decimals and about.decimals[name], about.signed and about.signed[name]
      for r = 1, rows do
        cells[r] = show(f:cell(r, name), kind, places, signed)
      end
      local total
      if about.totals then
        total = show(about.totals[name], kind, places, signed)
      end
      columns[#columns + 1] = {
        title = about.headings and about.headings[name] or plain_name(name),
        cells = cells, total = total, left = kind == "text", key = keys[name],
      }
    end
  end
  return columns, rows
end

--- How wide a table may be: the window's width, or plenty where there is none.
---@return integer
function frames.window()
  return core.host.is_terminal(1) and core.host.terminal_width() or 160
end

--- The frame as a ruled table.
---@param f stead.Frame
---@param options { width: integer?, most: integer? }?
---@return string
function frames.text(f, options)
  options = options or {}
  local about <const> = f:about()
  local columns, rows = columns_of(f, options)
  local notes = table.move(about.notes or {}, 1, #(about.notes or {}), 1, {})
  if rows < #f then
    table.insert(notes, 1, ("%d of %d rows; :csv(path) has them all"):format(rows, #f))
  elseif #f == 0 then
    table.insert(notes, 1, "no rows")
  end
  return ruled.text({ title = about.title, columns = columns, rows = rows, notes = notes, width = options.width
    or frames.window() })
end

local function escape_bar(cell)
  return (cell:gsub("|", "\\|"):gsub("\n", " "))
end

--- The frame as a Markdown table, for a paper or a message.
---@param f stead.Frame
---@return string
function frames.markdown(f)
  local columns, rows = columns_of(f, {})
  local out, heads, rules = {}, {}, {}
  for i, c in ipairs(columns) do
    heads[i] = escape_bar(c.title)
    rules[i] = c.left and ":---" or "---:"
  end
  local function line(cells)
    out[#out + 1] = "| " .. table.concat(cells, " | ") .. " |"
  end
  line(heads)
  line(rules)
  for r = 1, rows do
    local cells = {}
    for i, c in ipairs(columns) do
      cells[i] = escape_bar(c.cells[r])
    end
    line(cells)
  end
  if columns[1] and columns[1].total then
    local cells = {}
    for i, c in ipairs(columns) do
      cells[i] = c.total ~= "" and "**" .. escape_bar(c.total) .. "**" or ""
    end
    line(cells)
  end
  return table.concat(out, "\n")
end

--- The rows as JSON objects whose keys stand in column order; a missing cell is null.
---@param f stead.Frame
---@return string
function frames.json(f)
  local names <const>, list = f:names(), {}
  for r = 1, #f do
    local values = {}
    for _, name in ipairs(names) do
      values[name] = f:cell(r, name)
    end
    list[r] = json.ordered(names, values)
  end
  return json.encode(list)
end

--- CSV text, or written to a file: all columns, full precision.
---@param f stead.Frame
---@param path string?
---@return string|boolean|nil, string?, string?
function frames.csv(f, path)
  return core.sheet.csv(f, path)
end

--- The totals of `about` as a frame of one row; nil when there are none.
local function totals_of(f, about)
  if not about.totals then
    return nil
  end
  local columns <const>, row <const>, kinds <const> = {}, {}, f:kinds()
  for i, name in ipairs(f:names()) do
    columns[i], row[i] = { name, kinds[i] }, about.totals[name]
  end
  return core.frame.new(columns, { row })
end

-- A workbook of the frame: what `options` leave out, its `about` says. A misspelt option is core's to name.
local function workbook(f, options)
  local about <const>, headings <const>, book <const> = f:about(), {}, {}
  for key, value in pairs(options or {}) do
    book[key] = value
  end
  for i, name in ipairs(f:names()) do
    headings[i] = (about.headings and about.headings[name] or plain_name(name)):gsub("\n", " ")
  end
  book.title = book.title or about.title or "Table"
  book.notes = book.notes or about.notes
  book.tables = { {
    name = book.sheet or "Table", title = book.title, frame = f, headings = headings,
    decimals = about.decimals, totals = totals_of(f, about),
  } }
  book.sheet = nil
  return book
end

---@class stead.WorkbookOptions
---@field title string? of the workbook and its table (default: the frame's own)
---@field notes string[]? on the cover sheet (default: the frame's own)
---@field sources string[]? on the cover sheet
---@field sheet string? the name of the table's sheet (default "Table")

--- An Excel workbook: a cover sheet, then all columns with all their digits.
---@param f stead.Frame
---@param path string
---@param options stead.WorkbookOptions?
---@return boolean?, string?, string?
function frames.xlsx(f, path, options)
  return core.sheet.xlsx(path, workbook(f, options))
end

--- The same as an OpenDocument spreadsheet.
---@param f stead.Frame
---@param path string
---@param options stead.WorkbookOptions?
---@return boolean?, string?, string?
function frames.ods(f, path, options)
  return core.sheet.ods(path, workbook(f, options))
end

for _, name in ipairs({ "text", "markdown", "json", "csv", "xlsx", "ods" }) do
  core.frame.methods[name] = frames[name]
end

return frames
