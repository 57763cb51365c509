--- A ledger of a million rows (STEAD_BENCH_ROWS says how many) into a book, beside the shell of SQLite reading the same
--- file into a bare table.
local core <const> = require("stead.core")
local tools <const> = require("tools")

local rows <const> = math.tointeger(tonumber(os.getenv("STEAD_BENCH_ROWS") or "1000000"))
local folder <const> = "build/bench/ledger"
local file <const> = folder .. "/gl.csv"
local HEAD <const> = "year,month,place,stream,service,funder,holder,kind,recurrent,status,level,basis,amount"

local places <const> = { "bradford-district-and-craven", "calderdale", "kirklees", "leeds", "wakefield", "system-held" }
local streams <const> = { "core", "primary-medical", "community", "mental-health", "prescribing", "adult-social-care" }
local holders <const> = { "QWO", "E08000032", "E08000033", "E08000034", "E08000035", "E08000036" }
local kinds <const> = { "plan", "actual", "forecast" }

--- Rows by a fixed generator: some 26,000 lines, each met many times.
local function write()
  local out <close> = assert(io.open(file, "wb"))
  local seed = 12345
  out:write(HEAD, "\n")
  for i = 1, rows do
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    local r = seed >> 8
    out:write("2023/24,M", i % 12 + 1, ",", places[r % 6 + 1], ",", streams[r // 6 % 6 + 1], ",line ", r // 36 % 20,
      ",NHS England,", holders[r // 7 % 6 + 1], ",", kinds[i % 3 + 1], ",",
      r % 10 == 0 and "non-recurrent" or "recurrent", ",in view,place,historic,", r % 1000000,
      (".%02d\n"):format(r % 100))
  end
end

local function recipe()
  local fields = {}
  for name in HEAD:gmatch("[^,]+") do
    fields[#fields + 1] = ("{ name = %q%s }"):format(name, name == "amount" and ', is = "money"' or "")
  end
  assert(core.host.write_file(folder .. "/gl.lua", ([[return recipe "gl" { kind = "ledger", title = "General ledger",
    publisher = "The bench", licence = "MIT", header = "year", fields = { %s } }]]):format(table.concat(fields, ", "))))
end

return function(note)
  tools.shell(("rm -rf %s && mkdir -p %s && cp -r share/books/west-yorkshire %s/book && rm -f %s/book/book.db*")
    :format(folder, folder, folder, folder))
  write()
  recipe()
  -- A book that has been opened before; what it keeps of itself is not the ledger's.
  tools.shell(("%s ledger --book %s/book >/dev/null 2>&1 || cp %s/book/book.db %s/ready.db"):format(tools.stead, folder,
    folder, folder))
  local commands <const> = { { "sh", "-c", ("rm -f %s/book/book.db* && cp %s/ready.db %s/book/book.db && %s import "
    .. "ledger %s --recipe %s/gl.lua --book %s/book"):format(folder, folder, folder, tools.stead, file, folder,
    folder) } }
  if tools.has("sqlite3") then
    commands[2] = { "sh", "-c", ("rm -f %s/t.db && sqlite3 %s/t.db -cmd '.mode csv' '.import %s t'")
      :format(folder, folder, file) }
  end
  local took <const> = tools.run(3, commands)
  note { what = ("ledger of %d rows into a book, checked and traced"):format(rows), unit = "ms", stead = took[1].ms,
    beside = "sqlite3 .import", other = took[2] and took[2].ms, budget = { at_least = 1.5 } }
  tools.shell("rm -rf " .. folder)
end
