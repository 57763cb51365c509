--- How fast a published workbook is read row by row, whole process, beside pandas with openpyxl.
local tools <const> = require("tools")

return function(note)
  local path <const> = os.getenv("STEAD_DATA") .. "/need/GP_Practice_WP_2022_23_run9_v3_PMC.xlsx"
  local probe <const> = io.open(path)
  if not probe then
    return
  end
  probe:close()
  local commands <const> = { { tools.stead, "run", "scripts/bench.d/read_workbook.lua", path } }
  if tools.python then
    commands[2] = { tools.python, "-c",
      "import sys, pandas; print(len(pandas.read_excel(sys.argv[1], sheet_name='GP_wp', engine='openpyxl')))", path }
  end
  local took <const> = tools.run(3, commands)
  note { what = "reading a sheet of an XLSX of 4 MB", unit = "ms", stead = took[1].ms, beside = "pandas.read_excel",
    other = took[2] and took[2].ms, budget = { at_least = 5 } }
  note { what = "memory of reading it", unit = "MiB", stead = took[1].mib, beside = "pandas.read_excel",
    other = took[2] and took[2].mib, budget = { under = 20 } }
end
