--- Books for the specs of policy: one system, three places, whatever else a spec puts in.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local core <const> = require("stead.core")
local words <const> = require("stead.words")

local PLACE <const> = [[
return place "%s" { name = "%s", purpose = "To be one partnership.", footprint = practices { district = "%s" } }
]]

local base <const> = {
  ["system.lua"] = [[return system "QWO" { name = "West Yorkshire", years = {} }]],
  ["places/calderdale.lua"] = PLACE:format("calderdale", "Calderdale", "E08000033"),
  ["places/kirklees.lua"] = PLACE:format("kirklees", "Kirklees", "E08000034"),
  ["places/leeds.lua"] = PLACE:format("leeds", "Leeds", "E08000035"),
}

--- A book's folder: the base with `files` over it.
---@param files table<string, string>
---@return string
function support.folder_of(files)
  local folder, all = support.folder(), {}
  for _, from in ipairs({ base, files }) do
    for name, text in pairs(from) do
      all[name] = text
    end
  end
  for _, name in ipairs(words.keys(all)) do
    local path = folder
    for part in name:gmatch("([^/]+)/") do
      path = path .. "/" .. part
      if not core.host.exists(path) then
        assert(core.host.mkdir(path))
      end
    end
    support.write(folder .. "/" .. name, all[name])
  end
  return folder
end

--- A book and its policy.
---@param files table<string, string>
---@return stead.Policy policy, stead.Book book
function support.policy(files)
  local book = support.open(support.folder_of(files))
  return book:policy(), book
end

--- That a book's policy does not load, with those words.
function support.unloadable(pattern, files)
  local book = support.open(support.folder_of(files))
  local fault = support.refusal(book.policy, book)
  book:close()
  assert(fault.message:find(pattern, 1, true), "it said: " .. fault.message)
  assert(fault.exit == 4, "status " .. tostring(fault.exit))
  return fault.message
end

--- VISION 2.3: an overspend on a pooled fund.
support.RULE = [[
return rule "pool.overspend" {
  title = "Meeting an overspend on the pooled fund",
  cites = cite("model-s75-schedule", "cl. 12.3"),
  takes = { overspend = money, underspends = money, risk_pool = money,
            uncommitted = money, contributions = parts_of(money) },
  steps = function (g)
    local left = g.overspend
    left = left:met_from("underspends elsewhere in the pool", g.underspends)
    left = left:met_from("the risk pool",                     g.risk_pool)
    left = left:met_from("schemes not yet committed",         g.uncommitted)
    return left:share(g.contributions, "in proportion to contributions")
  end,
}]]

support.GIVEN = [[overspend = gbp "1,137,421.19", underspends = gbp "212,300.00", risk_pool = gbp "400,000.00",
    uncommitted = gbp "150,000.00", contributions = { icb = gbp "24,860,000", council = gbp "13,940,000" } ]]

local VARIATION <const> = [[
return variation "pool.overspend" {
  at = "calderdale", in_force = between("2025-04-01", "2026-03-31"),
  authority = { agreed_by = "Calderdale place committee", on = "2025-03-12", minute = "item 7",
    under = cite("calderdale-s75", "cl. 12.4") },
  reason = "The council's exposure in the year is limited to £100,000; the ICB carries the rest.",
  steps = function (given, p, base) return base(given):cap { council = gbp "100,000.00", excess_to = "icb" } end,
  worked_example = { given = { ]] .. support.GIVEN .. [[},
    gives = { icb = gbp "275,121.19", council = gbp "100,000.00" } },
}]]

--- The variation with one thing put for another, pair by pair.
---@return string
function support.variation(...)
  local text, changes = VARIATION, { ... }
  for i = 1, #changes, 2 do
    local at, last = text:find(changes[i], 1, true)
    assert(at, changes[i] .. " is not there")
    text = text:sub(1, at - 1) .. changes[i + 1] .. text:sub(last + 1)
  end
  return text
end

support.RULES, support.HERE = "policy/rules/pool-overspend.lua", "policy/variations/calderdale-overspend.lua"

--- What VISION's overspend is given, as values.
function support.overspend()
  local gbp <const> = core.money.gbp
  return { overspend = gbp("1,137,421.19"), underspends = gbp("212,300.00"), risk_pool = gbp("400,000.00"),
    uncommitted = gbp("150,000.00"), contributions = { icb = gbp("24,860,000"), council = gbp("13,940,000") } }
end

--- Money by code as plain text.
function support.texts(money)
  local out = {}
  for code, each in pairs(money) do
    out[code] = tostring(each)
  end
  return out
end

return support
