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
  local headings, fields = core.sheet.rows(path)(), {}
  if not headings then
    fault.source("%s: is empty", path)
  end
  for i, heading in ipairs(headings) do
    fields[i] = { name = heading, headings = { heading }, is = kinds[heading] or "text", blank = "allow" }
  end
  return (fault.try(core.sheet.read(path, { header = headings[1], fields = fields })))
end

return read
