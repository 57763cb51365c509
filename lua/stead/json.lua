--- JSON both ways without losing a digit: whole numbers stay whole, other numbers take the shortest text that
--- reads back the same, keys come in order.
local core <const> = require("stead.core")

local json = {
  --- A missing value; `nil` would leave its key out.
  null = core.sheet.null,
  --- Money becomes pounds with two decimals, a rate its plain decimal.
  encode = core.sheet.tojson,
  --- The value of a JSON text, or nil, message, code.
  decode = core.sheet.json,
}

--- An object whose keys keep the order given; values that are not there are null.
---@param keys string[]
---@param values table<string, any>
function json.ordered(keys, values)
  return { json_keys = keys, values = values }
end

return json
