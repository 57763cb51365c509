--- The need table of every ICB × council from the published CSV, whole process, beside the pandas route.
local tools <const> = require("tools")

local columns <const> = { "population", "general_acute", "community", "mental_health", "maternity", "prescribing",
  "health_inequalities", "core", "primary_medical_need", "primary_medical" }

-- Headings of the published file, each with the column of the reference table that holds it.
local published <const> = {
  { "Practice_Code", "practice" }, { "GP_Practice_Name", "name" }, { "Practice_Postcode", "postcode" },
  { "Latitude", "latitude" }, { "Longitude", "longitude" }, { "CCG21", "sub_icb" }, { "ICS22", "icb" },
  { "LAD21", "district" }, { "LA21", "council" }, { "pop 2022/23", "population" }, { "G&A WP", "general_acute" },
  { "CS WP", "community" }, { "MH WP", "mental_health" }, { "Mat WP", "maternity" },
  { "Health Ineq WP", "health_inequalities" }, { "Prescr WP", "prescribing" }, { "Final WP", "core" },
  { "Primary Medical Care WP", "primary_medical_need" }, { "Final PMC WP", "primary_medical" },
}

--- The published file, or one made from the reference table under the published headings.
local function file()
  local path <const> = os.getenv("STEAD_DATA") .. "/need/gp_weighted_pop_2023_24.csv"
  local given = io.open(path)
  if given then
    given:close()
    return path
  end
  local held, made, column <const> = csv("share/england/need_2023_24.csv"), {}, {}
  for i, pair in ipairs(published) do
    made[i], column[i] = { pair[1], "text" }, held:column(pair[2])
  end
  local rows = {}
  for row = 1, #held do
    rows[row] = {}
    for i = 1, #published do
      rows[row][i] = column[i][row]
    end
  end
  local out <close> = assert(io.open("build/bench/need.csv", "wb"))
  out:write((frame(made, rows):csv()))
  return "build/bench/need.csv"
end

local function by_place(path)
  local kinds, out = {}, {}
  for i, name in ipairs(columns) do
    kinds[name] = "real"
    kinds[name .. "_index"] = i > 1 and "real" or nil
  end
  local made <const> = csv(path, kinds)
  for row in made:rows() do
    out[row.icb .. " " .. row.code] = row
  end
  return out, #made, kinds
end

local function agree(ours, theirs)
  local a, a_count, kinds = by_place(ours)
  local b, b_count = by_place(theirs)
  if a_count ~= b_count then
    tools.differ("need tables", a_count, "and", b_count, "rows")
  end
  for place, row in pairs(a) do
    for name in pairs(kinds) do
      local x, y = row[name], b[place] and b[place][name]
      if x ~= y and (not x or not y or math.abs(x - y) > 1e-9 * math.abs(x)) then
        tools.differ("need tables", place, name, tostring(x), tostring(y))
      end
    end
  end
end

return function(note)
  local path <const> = file()
  local commands <const> = { { tools.stead, "need", "--year", "2023/24", "--icb", "all", "--by", "council", "--from",
    path, "--csv", out = "build/bench/need.stead.csv" } }
  if tools.python then
    commands[2] = { tools.python, "scripts/bench.d/need.py", path, out = "build/bench/need.pandas.csv" }
  end
  local took <const> = tools.run(15, commands)
  if took[2] then
    agree(commands[1].out, commands[2].out)
  end
  note { what = "need of every ICB × council from the published CSV, whole process", unit = "ms", stead = took[1].ms,
    beside = "pandas", other = took[2] and took[2].ms, budget = { at_least = 20 } }
  local held <const> = tools.run(15, { { tools.stead, "need", "--year", "2023/24", "--icb", "all", "--by", "council",
    "--csv" } })
  note { what = "the same from the reference tables", unit = "ms", stead = held[1].ms }
end
