--- A file of 1,000,000 practices that never were, the same each time: code, system, district and ten columns.
local synthetic = {}

synthetic.path = "build/bench/practices.csv"
synthetic.columns = { "c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09", "c10" }
synthetic.rows = 1000000

--- Writes the file if it is not there. Returns its size in megabytes.
---@return number
function synthetic.make()
  local there <close> = io.open(synthetic.path, "rb")
  if there then
    return there:seek("end") / 1e6
  end
  local out <close> = assert(io.open(synthetic.path .. ".part", "wb"))
  out:setvbuf("full", 1 << 20)
  out:write("practice,system,district,", table.concat(synthetic.columns, ","), "\n")
  local seed, cells = 1, {}
  for row = 1, synthetic.rows do
    for i = 1, #synthetic.columns do
      seed = seed * 1103515245 + 12345 & 0x7fffffff
      cells[i] = (seed >> 16) % 900 / 10
    end
    out:write(("P%07d,Q%02d,D%03d,"):format(row, row % 42, row % 342), table.concat(cells, ","), "\n")
  end
  local size <const> = out:seek("end")
  assert(os.rename(synthetic.path .. ".part", synthetic.path))
  return size / 1e6
end

--- The fields as a recipe names them.
function synthetic.fields()
  local fields = {}
  for _, name in ipairs({ "practice", "system", "district" }) do
    fields[#fields + 1] = { name = name, headings = { name }, is = "text" }
  end
  for _, name in ipairs(synthetic.columns) do
    fields[#fields + 1] = { name = name, headings = { name }, is = "quantity" }
  end
  return { header = "practice", fields = fields }
end

return synthetic
