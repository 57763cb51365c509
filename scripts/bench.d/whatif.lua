--- A what-if over the whole of England from Lua: two parameters changed, every ICB × district, to the penny.
local core <const> = require("stead.core")
local columns <const> = require("stead.facts").components
local tools <const> = require("tools")

local rates <const>, weights <const> = {}, {}
for i = 0, 499 do
  rates[i] = { growth = pct(("3.%03d"):format(i)), closing = pct(("25.%03d"):format(i)) }
end
for _, name in ipairs(columns) do
  weights[name] = pct "10"
end

--- The practices as numpy wants them: keys, pence, ten numbers.
local function export(base, path)
  local need <const>, pence <const> = base.need, base.base.pence
  local out <close> = assert(io.open(path, "wb"))
  out:write("icb,district,baseline,", table.concat(columns, ","), "\n")
  for row in need:rows() do
    local line = { row.icb, row.district, pence[row.practice] or 0 }
    for _, name in ipairs(columns) do
      line[#line + 1] = ("%.17g"):format(row[name] or 0)
    end
    out:write(table.concat(line, ","), "\n")
  end
end

--- numpy's times, and its budgets by place: a list of pence for ten columns and the mix.
local function numpy(base)
  if not tools.python then
    return {}
  end
  export(base, "build/bench/places.csv")
  tools.run(1, { { tools.python, "scripts/bench.d/whatif.py", "build/bench/places.csv",
    out = "build/bench/whatif.csv" } })
  local times, budgets = nil, {}
  for cells in core.sheet.rows("build/bench/whatif.csv") do
    if times then
      budgets[cells[1] .. " " .. cells[2]] = cells
    else
      times = { tonumber(cells[1]), tonumber(cells[2]) }
    end
  end
  return times, budgets
end

--- numpy works in doubles, so a penny may fall to a neighbour; no more than that.
local function agree(result, budgets, at)
  local off = 0
  for row in result:rows() do
    local column = row.stream and at[row.stream] or #columns + 1
    local theirs = math.tointeger(tonumber(budgets[row.icb .. " " .. row.code][column + 2]))
    if math.abs(row.allocation:pence() - theirs) > 1 then
      tools.differ("budgets", row.icb, row.code, tostring(row.allocation), tostring(theirs), "pence")
    end
    off = off + row.allocation:pence() - theirs
  end
  if off ~= 0 then
    tools.differ("totals", off, "pence")
  end
end

local question <const> = { stream = "primary-medical", year = "2023/24", icb = "all", by = "district",
  baseline = "payments:2022/23", growth = pct "3.6", closing = pct "25", floor = pct "2" }

local function asked(run, more)
  local rate = rates[run] or rates[0]
  more.method, more.growth, more.closing, more.floor = "pace", rate.growth, rate.closing, question.floor
  return more
end

--- What was made is given back at once, so that no run pays for the memory of another.
local function close(result, working)
  local _ <close> = working
  result:close()
end

return function(note)
  local base <const> = england:allocate(question)
  local plan <const> = base.plan
  local times, budgets = numpy(base)
  if budgets then
    local at = {}
    for i, name in ipairs(columns) do
      at[name] = i
    end
    local same <const> = { method = "pace", growth = question.growth, closing = question.closing,
      floor = question.floor, columns = columns }
    agree(plan:streams(same), budgets, at)
    same.columns, same.weights = nil, weights
    agree(plan:run(same), budgets, at)
  end
  local took <const> = tools.time(400, {
    function(run) plan:streams(asked(run, { columns = columns })) end,
    function(run) plan:run(asked(run, { weights = weights })) end,
    function(run) close(plan:run(asked(run, { column = "primary_medical" }))) end,
    function(run) close(plan:run(asked(run, { column = "primary_medical", explain = true }))) end,
    function(run) close(base:with({ growth = rates[run].growth, closing = rates[run].closing }).result) end,
    function() close(england:allocate(question).result) end,
  })
  note { what = "what-if over England: ten columns, each budgeted by ICB × district", unit = "ms", stead = took[1],
    beside = "numpy", other = times[1], budget = { under = 1 } }
  note { what = "what-if over England: ten columns re-weighted into one budget", unit = "ms", stead = took[2],
    beside = "numpy", other = times[2], budget = { under = 1 } }
  note { what = "the same question as an analyst asks it: allocation:with { growth, closing }", unit = "ms",
    stead = took[5], budget = { under = 1 } }
  note { what = "that what-if against its base, asked afresh with the facts in hand", unit = "ms", stead = took[5],
    beside = "base", other = took[6], ratio = took[5] / took[6], budget = { at_most = 1.2 } }
  note { what = "with every step of the working kept", unit = "ms", stead = took[4], beside = "plain", other = took[3],
    ratio = took[4] / took[3], budget = { at_most = 2 } }
  local whole <const> = tools.run(15, { { tools.stead, "allocate", "--stream", "primary-medical", "--year", "2023/24",
    "--icb", "QWO", "--by", "district", "--baseline", "payments:2022/23", "--growth", "3.6%", "--closing", "25%",
    "--floor", "2%" } })
  note { what = "stead allocate for one ICB by district, whole process", unit = "ms", stead = whole[1].ms }
end
