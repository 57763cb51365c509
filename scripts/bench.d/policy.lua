--- Policy: what a variation costs, a thousand worked examples, and explanations that are always there.
local core <const> = require("stead.core")
local examples <const> = require("stead.policy.examples")
local tools <const> = require("tools")

local FOLDER <const> = "build/bench/policy"

--- A copy of the West Yorkshire book with a parameter varied at the system, or without any variation.
local function book_of(name, variation)
  local folder <const> = FOLDER .. "-" .. name
  tools.shell("rm -rf '" .. folder .. "' && cp -r share/books/west-yorkshire '" .. folder .. "'")
  tools.shell("rm -f '" .. folder .. "'/book.db* '" .. folder .. "'/policy/variations/*")
  if variation then
    assert(core.host.write_file(folder .. "/policy/variations/bench.lua", variation))
  end
  tools.shell("mkdir -p '" .. folder .. "/policy/rules'")
  assert(core.host.write_file(folder .. "/policy/rules/pool.lua", [[
return rule "pool.overspend" {
  title = "Meeting an overspend", takes = { overspend = money, reserve = money, contributions = parts_of(money) },
  steps = function (given)
    return given.overspend:met_from("the reserve", given.reserve):share(given.contributions)
  end,
  worked_example = {
    given = { overspend = gbp "1,137,421.19", reserve = gbp "762,300.00",
      contributions = { icb = gbp "24,860,000", council = gbp "13,940,000" } },
    gives = { icb = gbp "240,348.27", council = gbp "134,772.92" },
  },
}]]))
  return open(folder)
end

local RAISED <const> = [[
return variation "allocation.floor_growth" {
  at = "kirklees", stream = "primary-medical", is = pct "3", in_force = between("2023-04-01", "2024-03-31"),
  authority = { agreed_by = "A board", on = "2023-03-01", minute = "1", under = cite("terms", "1") }, reason = "Bench.",
}]]

return function(note)
  local plain <const>, varied <const> = book_of("plain"), book_of("varied", RAISED)
  local question <const> = { stream = "primary-medical", year = "2023/24" }
  local policy <const> = plain:policy()
  local made <const> = plain:allocate(question)
  local ran <const> = examples.run(policy)
  for _, each in ipairs(ran) do
    assert(each.passes, each.message)
  end
  local floors <const> = {}
  for i = 0, 200 do
    floors[i] = { floor = pct(("2.%03d"):format(i)) }
  end
  -- A hundred at a time: the clock of processes is coarse.
  local function many(work)
    return function(run)
      for i = 0, 99 do
        work(floors[(run * 7 + i) % 200])
      end
    end
  end
  local took <const> = tools.time(5, {
    many(function() return plain:allocate(question).result end),
    many(function() return varied:allocate(question).result end),
    many(function(changes) return made:with(changes).result end),
    many(function(changes) return made:with(changes):explain("leeds") end),
  })
  for i in ipairs(took) do
    took[i] = took[i] / 100
  end
  note { what = "a budget with a parameter varied at a place", unit = "ms", stead = took[2],
    beside = "without", other = took[1], ratio = took[2] / took[1], budget = { at_most = 1.2 } }
  note { what = "a what-if of one ICB against its base, asked afresh", unit = "ms", stead = took[3], beside = "base",
    other = took[1], ratio = took[3] / took[1], budget = { at_most = 1.2 } }
  note { what = "a budget asked afresh, with one figure explained to the rows", unit = "ms", stead = took[1] + took[4]
    - took[3], beside = "plain", other = took[1], ratio = (took[1] + took[4] - took[3]) / took[1],
    budget = { at_most = 2 } }
  local thousand <const> = tools.time(3, { function()
    for _ = 1, 1000 // #ran do
      examples.run(policy)
    end
  end })
  note { what = "1,000 worked examples", unit = "ms", stead = thousand[1] * 1000 / (1000 // #ran * #ran),
    budget = { under = 1000 } }
  plain:close()
  varied:close()
end
