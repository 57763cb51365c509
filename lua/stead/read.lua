--- Files of one's own, read into frames: every column is text unless declared.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")

local read = {}

--- Reads a CSV. Columns are text (codes keep their zeros) unless `kinds` says otherwise.
---@param path string
---@param kinds table<string, string>? heading to "money", "quantity", "integer", "rate" or "real"
---@return stead.Frame
function read.csv(path, kinds)
  kinds = kinds or {}
  local fields, header
  for row in fault.try(core.sheet.rows(path)) do
    fields, header = {}, row[1]
    for i, heading in ipairs(row) do
      fields[i] = { name = heading, headings = { heading }, is = kinds[heading] or "text", blank = "allow" }
    end
    break
  end
  if not header then
    fault.source("%s: is empty", path)
  end
  return (fault.try(core.sheet.read(path, { header = header, fields = fields })))
end

return read
