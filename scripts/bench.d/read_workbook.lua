--- What bench times: a sheet with all its columns, through a recipe. Usage: read_workbook.lua FILE
local core <const> = require("stead.core")

local fields <const> = {}
local next_row <const>, _, _, reading <const> = core.sheet.rows(arg[1], { sheet = "GP_wp" })
do
  local _ <close> = reading
  for i, heading in ipairs((next_row())) do
    fields[i] = { name = heading, blank = "allow" }
  end
end
print(#assert(core.sheet.read(arg[1], { header = "Practice_Code", sheet = "GP_wp", fields = fields })))
