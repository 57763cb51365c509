--- How fast a large CSV is read into typed columns, whole process, beside sqlite3's .import and pandas.
local synthetic <const> = require("synthetic")
local tools <const> = require("tools")

return function(note)
  local size <const> = synthetic.make()
  local table_ <const> = "create table t(practice text, system text, district text, "
    .. table.concat(synthetic.columns, " real, ") .. " real);"
  local commands, names = { { tools.stead, "run", "scripts/bench.d/read.lua" } }, {}
  if tools.has("sqlite3") then
    commands[2] = { "sqlite3", ":memory:", table_, ".mode csv", ".import --skip 1 " .. synthetic.path .. " t",
      "select count(*) from t" }
    names[2] = "sqlite3 .import"
  end
  if tools.python then
    commands[#commands + 1] = { tools.python, "-c", "import sys, pandas; print(len(pandas.read_csv(sys.argv[1])))",
      synthetic.path }
    names[#commands] = "pandas.read_csv"
  end
  local took <const> = tools.run(3, commands)
  local ours <const> = size / took[1].ms * 1e3
  local what <const> = ("reading a CSV of %d MB, digest and checks included"):format(size // 1)
  if #commands == 1 then
    note { what = what, unit = "MB/s", stead = ours, beside = "sqlite3 .import" }
  end
  for i = 2, #commands do
    local theirs <const> = size / took[i].ms * 1e3
    note { what = what, unit = "MB/s", stead = ours, beside = names[i], other = theirs, ratio = ours / theirs,
      budget = names[i]:find("sqlite3") and { at_least = 1 } or nil }
  end
end
