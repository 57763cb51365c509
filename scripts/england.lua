--- Builds the reference tables of share/england from a folder of published files.
--- stead run scripts/england.lua DATA_DIR [OUT_DIR]
--- The same files give the same tables, byte for byte. A file that does not fit its recipe, or
--- disagrees with another, stops the build before anything is written.

local recipe <const> = require("stead.recipe")

local DATA <const>, OUT <const> = arg[1], arg[2] or "share/england"
local RECIPES <const> = debug.getinfo(1, "S").source:match("^@(.-)scripts/[^/]*$")
  .. "share/england/sources"

--- Each recipe, the file of DATA it reads and the table it feeds.
local FILES <const> = {
  { "councils", "geography/england_local_authorities_two_tier.csv", "councils" },
  { "districts-2021", "geography/lookup_ltla21_utla21.csv", "councils" },
  { "districts-2023", "geography/lookup_ltla23_utla23.csv", "councils" },
  { "icbs", "organisations/ons_icb_names_codes_dec2024.csv", "icbs" },
  { "need-2022-23", "need/gp_weighted_pop_2022_23.csv", "need_2022_23" },
  { "need-2023-24", "need/gp_weighted_pop_2023_24.csv", "need_2023_24" },
  { "outturn-2022-23", "council/mhclg_RSX_outturn_2022-23_by_LA.csv", "outturn_2022_23" },
  { "payments-2022-23", "payments/nhs_payments_to_general_practice_2022-23.csv",
    "payments_2022_23" },
  { "residents-census-2021-lower", "geography/ltla24_x_icb24_census2021.csv", "residents" },
  { "residents-census-2021-upper", "geography/utla23_x_icb24_census2021.csv", "residents" },
  { "residents-mid-2020-lower", "geography/ltla22_x_icb22_mid2020.csv", "residents" },
  { "residents-mid-2020-upper", "geography/utla21_x_icb22_mid2020.csv", "residents" },
  { "sub-icbs", "organisations/sub_icb_reference_106.csv", "sub_icbs" },
  { "trusts", "organisations/nhs_trusts_with_icb_273.csv", "trusts" },
}

local NEED <const> = {
  "population", "general_acute", "community", "mental_health", "maternity", "prescribing",
  "health_inequalities", "core", "primary_medical_need", "primary_medical",
}

local function refuse(...) error(string.format(...), 0) end

if not DATA then refuse("no folder of published files: stead run scripts/england.lua DATA_DIR") end

--- What was read: rows[name] as text, each with its line; found[name] what the reading found.
local rows <const>, found <const>, declared <const> = {}, {}, {}

local function read(name, file)
  local path <const> = DATA .. "/" .. file
  declared[name] = assert(recipe.named(RECIPES, name))
  local _ <const>, reading <const> = assert(recipe.read(path, declared[name]))
  local frame <const> = assert(recipe.read(path, recipe.verbatim(declared[name])))
  local list <const> = {}
  for i = 1, #frame do
    list[i] = frame:row(i)
    list[i].line = frame:line(i)
  end
  rows[name], found[name] = list, reading
end

local function by(key, list)
  local index <const> = {}
  for _, row in ipairs(list) do index[row[key]] = row end
  return index
end

local function sorted(list, ...)
  local keys <const> = { ... }
  table.sort(list, function(a, b)
    for _, key in ipairs(keys) do
      if a[key] ~= b[key] then return a[key] < b[key] end
    end
    return false
  end)
  return list
end

--- 20230401 as 2023-04-01.
local function iso(text) return text and (text:gsub("^(%d%d%d%d)(%d%d)", "%1-%2-")) end

local function icbs()
  local region <const> = {}
  for _, row in ipairs(rows["need-2022-23"]) do region[row.icb] = row end
  for _, row in ipairs(rows.icbs) do
    local at <const> = region[row.code] or refuse("no practice is in the ICB '%s'", row.code)
    row.short = row.name:gsub("^NHS ", ""):gsub(" Integrated Care Board$", "")
    row.region, row.region_name, row.from = at.region, at.region_name, "2022-07-01"
  end
  return sorted(rows.icbs, "code")
end

local function sub_icbs()
  for _, row in ipairs(rows["sub-icbs"]) do row.from = "2022-07-01" end
  return sorted(rows["sub-icbs"], "code")
end

local KINDS <const> = {
  CTY = "county", UA = "unitary", MD = "metropolitan", LBO = "london", CC = "london",
  NMD = "district",
}
local TIERS <const> = { county = "upper", district = "lower" }

--- The list gives the last day of councils that ended in 2019 and 2020, and the day after for
--- those of 2021 and 2023.
local LAST <const> = { ["2021-04-01"] = "2021-03-31", ["2023-04-01"] = "2023-03-31" }

--- The list puts Forest Heath in Surrey.
local COUNTY <const> = { FOR = "SFK" }

--- "Bristol, City of" as "Bristol".
local function plain(name) return (name:gsub(", City of$", ""):gsub(", County of$", "")) end

local function ons_names()
  local names <const> = {}
  for _, list in ipairs({ rows["districts-2021"], rows["districts-2023"] }) do
    for _, row in ipairs(list) do
      names[row.code], names[row.council] = plain(row.name), plain(row.council_name)
    end
  end
  return names
end

local function successor(row, letters)
  local codes <const> = {}
  for each in (row.successor or ""):gmatch("%u+") do codes[#codes + 1] = letters[each].code end
  table.sort(codes)
  return codes[1] and table.concat(codes, " ")
end

local function councils()
  local letters <const>, names <const>, list <const> = by("letters", rows.councils), ons_names(), {}
  for _, row in ipairs(rows.councils) do
    local kind <const> = KINDS[row.type]
    if kind then
      local county <const> = letters[COUNTY[row.letters] or row.county]
      list[#list + 1] = {
        code = row.code, name = names[row.code] or row.name, official = row.official:gsub("%s+", " "),
        tier = TIERS[kind] or "both", kind = kind, county = county and county.code,
        from = row.from and row.from > "2019" and row.from or nil,
        to = LAST[row.to] or row.to, successor = successor(row, letters), line = row.line,
      }
    end
  end
  return sorted(list, "code")
end

--- The council table must say what the statistical office says of each district.
local function agree(council)
  for _, year in ipairs({ "2021", "2023" }) do
    local on <const> = year .. "-04-01"
    for _, row in ipairs(rows["districts-" .. year]) do
      if row.code:find("^E") then
        local at <const> = council[row.code] or refuse("no council '%s'", row.code)
        if (at.county or at.code) ~= row.council or (at.from or on) > on or (at.to or on) < on then
          refuse("%s (%s): the lists of councils disagree in %s", at.name, at.code, year)
        end
      end
    end
  end
end

--- Whole counties from the upper-tier files, everything else from the lower-tier ones, so that
--- no single-tier council is there twice.
local function residents(council)
  local list <const> = {}
  for _, file in ipairs({
    "census-2021-lower", "census-2021-upper", "mid-2020-lower", "mid-2020-upper",
  }) do
    local basis <const>, tier <const> = file:match("^(.*)-(%l+)$")
    for _, row in ipairs(rows["residents-" .. file]) do
      if tier == "lower" or council[row.council].tier == "upper" then
        row.basis, row.source = basis, "residents-" .. file
        list[#list + 1] = row
      end
    end
  end
  return sorted(list, "basis", "council", "icb")
end

local function trusts(icb)
  local list <const> = {}
  for _, row in ipairs(rows.trusts) do
    if icb[row.icb] then
      row.from, row.to = iso(row.from), iso(row.to)
      list[#list + 1] = row
    end
  end
  return sorted(list, "code")
end

--- The council comes from the district: the published code is the district's in one row.
local function need(name, icb, sub_icb, council)
  for _, row in ipairs(rows[name]) do
    local district <const> = council[row.district]
    if not (icb[row.icb] and sub_icb[row.sub_icb] and district) then
      refuse("%s: line %d: an ICB, sub-ICB or district is not known", name, row.line)
    end
    row.council = district.county or district.code
    row.latitude, row.longitude = ("%.7f"):format(row.latitude), ("%.7f"):format(row.longitude)
  end
  return sorted(rows[name], "practice")
end

--- A network whose practices are in several sub-ICB locations has none here.
local function pcns()
  local known <const>, list <const> = {}, {}
  for _, row in ipairs(rows["need-2022-23"]) do
    local at = known[row.pcn]
    if not at then
      at = { code = row.pcn, name = row.pcn_name:gsub("%s+", " "), sub_icb = row.sub_icb }
      known[row.pcn], list[#list + 1] = at, at
    elseif at.sub_icb ~= row.sub_icb then
      at.sub_icb = nil
    end
  end
  return sorted(list, "code")
end

local function payments(sub_icb)
  for _, row in ipairs(rows["payments-2022-23"]) do
    if not sub_icb[row.sub_icb] then
      refuse("payments: line %d: no sub-ICB location '%s'", row.line, row.sub_icb)
    end
    row.pcn = row.pcn:match("^U%d+$")
  end
  return sorted(rows["payments-2022-23"], "practice")
end

local function spent(row, service, thousands)
  return {
    council = row.council, service = service, line = row.line,
    pounds = thousands and math.tointeger((thousands:gsub(",", ""))) * 1000,
    note = not thousands and "no return: [x] in the file" or nil,
  }
end

local function outturn(council)
  local list <const> = {}
  for _, row in ipairs(rows["outturn-2022-23"]) do
    if not council[row.council] then refuse("outturn: no council '%s'", row.council) end
    list[#list + 1] = spent(row, "adult-social-care", row.adult_social_care)
    list[#list + 1] = spent(row, "public-health", row.public_health)
  end
  return sorted(list, "council", "service")
end

local function sources()
  local list <const> = {}
  for i, file in ipairs(FILES) do
    local of <const>, reading <const> = declared[file[1]], found[file[1]]
    of.recipe, of.feeds, of.rows = file[1], file[3] .. ".csv", #rows[file[1]]
    of.sha256, of.bytes = reading.sha256, reading.bytes
    list[i] = of
  end
  return list
end

--- Writes rows under the columns named; a missing value is an empty cell.
local function write(name, columns, list)
  local lines <const> = { table.concat(columns, ",") }
  for i, row in ipairs(list) do
    local cells <const> = {}
    for c, column in ipairs(columns) do
      local text <const> = tostring(row[column] or "")
      cells[c] = text:find('[,"\n]') and '"' .. text:gsub('"', '""') .. '"' or text
    end
    lines[i + 1] = table.concat(cells, ",")
  end
  local file <close> = assert(io.open(("%s/%s.csv"):format(OUT, name), "wb"))
  assert(file:write(table.concat(lines, "\n"), "\n"))
end

for _, file in ipairs(FILES) do read(file[1], file[2]) end
local board <const>, location <const>, authority <const> = icbs(), sub_icbs(), councils()
local icb <const>, sub_icb <const>, council <const> =
  by("code", board), by("code", location), by("code", authority)
agree(council)

local practice <const> = {
  "practice", "line", "name", "postcode", "latitude", "longitude", "icb", "sub_icb", "pcn",
  "district", "council", table.unpack(NEED),
}
local tables <const> = {
  { "icbs", { "code", "ons_code", "name", "short", "region", "region_name", "from", "to", "line" },
    board },
  { "sub_icbs", { "code", "ons_code", "name", "former_ccg", "icb", "from", "to", "line" },
    location },
  { "councils", { "code", "name", "official", "tier", "kind", "county", "from", "to", "successor",
    "line" }, authority },
  { "residents", { "basis", "council", "icb", "people", "source", "line" }, residents(council) },
  { "trusts", { "code", "name", "icb", "postcode", "from", "to", "line" }, trusts(icb) },
  { "pcns", { "code", "name", "sub_icb" }, pcns() },
  { "need_2022_23", practice, need("need-2022-23", icb, sub_icb, council) },
  { "need_2023_24", practice, need("need-2023-24", icb, sub_icb, council) },
  { "payments_2022_23", { "practice", "line", "name", "sub_icb", "pcn", "total" },
    payments(sub_icb) },
  { "outturn_2022_23", { "council", "line", "service", "pounds", "note" }, outturn(council) },
  { "sources", { "recipe", "kind", "year", "title", "publisher", "licence", "edition", "url",
    "sha256", "bytes", "rows", "feeds" }, sources() },
}
for _, each in ipairs(tables) do
  write(each[1], each[2], each[3])
  print(("%6d  %s.csv"):format(#each[3], each[1]))
end
