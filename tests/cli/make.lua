--- Writes a file as its publisher would, from the tables that ship: stead run make.lua KIND YEAR OUT [TABLE'S YEAR]
local published <const> = require("stead.published")
local core <const> = require("stead.core")

local kind <const>, year <const>, out <const>, of <const> = table.unpack(arg)
local tables <const> = assert(os.getenv("STEAD_SOURCE")) .. "/share/england"
local recipe <const> = published.recipe(kind, year)
local fillers <const> = { region = "Y63", region_name = "A region", pcn_name = "A network", closed = "" }

local function cell(text)
  return text:find('[,"\n]') and '"' .. text:gsub('"', '""') .. '"' or text
end

local file <close> = assert(io.open(out, "wb"))
local function line(cells)
  file:write(table.concat(cells, ","), "\r\n")
end

local heads, from = {}, nil
-- The heading row is known by its first cell, which need not be a field's.
local fields <const> = { { name = "", headings = recipe.header } }
for _, field in ipairs(recipe.fields) do
  local heading <const> = type(field.headings) == "table" and field.headings[1] or field.headings
  fields[heading == recipe.header and 1 or #fields + 1] = { name = field.name, headings = heading }
end
for i, field in ipairs(fields) do
  heads[i] = cell(field.headings)
end
file:write("\u{FEFF}")
line(heads)
for row in core.sheet.rows(("%s/%s_%s.csv"):format(tables, kind, ((of or year):gsub("/", "_")))) do
  if not from then
    from = {}
    for i, name in ipairs(row) do
      from[name] = i
    end
  else
    local cells = {}
    for i, field in ipairs(fields) do
      local text = from[field.name] and row[from[field.name]] or fillers[field.name] or "x"
      cells[i] = cell(text == "" and field.name == "pcn" and "U" or text)
    end
    line(cells)
  end
end
