--- Loads the reference tables into the database that ships with stead.
--- stead run scripts/england_db.lua share/england OUT.db
--- Done when the program is built. The database appears whole or not at all, and the same
--- tables give the same rows.

local core <const> = require("stead.core")

local FOLDER <const>, OUT <const> = arg[1], arg[2]
if not OUT then error("say where: stead run scripts/england_db.lua share/england OUT.db", 0) end

--- A table of the folder as a frame; fields as core.sheet.read takes them.
local function read(file, fields)
  local header <const> = fields[1].headings or fields[1].name
  return (assert(core.sheet.read(("%s/%s.csv"):format(FOLDER, file), {
    header = header, fields = fields,
  })))
end

local CODE <const>, NAME <const> = { name = "code", key = true }, { name = "name" }
local ONS <const>, ICB <const> = { name = "ons_code" }, { name = "icb" }
local LINE <const>, SUB_ICB <const> = { name = "line", is = "integer" }, { name = "sub_icb" }
local FROM <const> = { name = "from_date", headings = "from", blank = "allow" }
local TO <const> = { name = "to_date", headings = "to", blank = "allow" }
local PRACTICE <const> = { name = "practice", key = true }

local function maybe(name, is, headings)
  return { name = name, is = is, headings = headings, blank = "allow" }
end

--- What was published, by the name of its recipe.
local function sources()
  local list <const> = read("sources", {
    { name = "recipe", key = true }, { name = "kind" }, maybe("year"), { name = "title" },
    { name = "publisher" }, { name = "licence" }, { name = "edition" }, { name = "url" },
    { name = "sha256" }, { name = "bytes", is = "integer" }, { name = "rows", is = "integer" },
  })
  local by <const> = {}
  for row in list:rows() do
    row.name = row.recipe
    by[row.recipe] = row
  end
  return by
end

local function need(file)
  local fields <const> = {
    PRACTICE, LINE, NAME, { name = "postcode" }, { name = "latitude", is = "real" },
    { name = "longitude", is = "real" }, ICB, SUB_ICB, maybe("pcn"), { name = "district" },
    { name = "council" },
  }
  for _, column in ipairs({
    "population", "general_acute", "community", "mental_health", "maternity", "prescribing",
    "health_inequalities", "core", "primary_medical_need", "primary_medical",
  }) do
    fields[#fields + 1] = maybe(column, "quantity")
  end
  return read(file, fields)
end

--- The cells of `column` that are missing, each with the people it stands for.
local function left_out(frame, column, key, weight, reason)
  local rows <const> = {}
  for row in frame:rows() do
    if row[column] == nil then
      rows[#rows + 1] = {
        line = row.line, key = row[key], field = row.service or column, weight = row[weight],
        reason = reason,
      }
    end
  end
  return core.frame.new({
    { "line", "integer" }, { "key", "text" }, { "field", "text" }, { "weight", "quantity" },
    { "reason", "text" },
  }, rows)
end

local function load(db)
  local published <const>, id = sources(), {}

  local function import(name, tab, frame, without)
    local source <const> = published[name]
    source.table, source.frame, source.left_out = frame and tab, frame, without
    id[name] = assert(db:import(source))
  end

  import("icbs", "icb", read("icbs", {
    CODE, ONS, NAME, { name = "short_name", headings = "short" }, { name = "region" }, FROM, TO,
  }))
  import("sub-icbs", "sub_icb", read("sub_icbs", {
    CODE, ONS, NAME, { name = "former_ccg" }, ICB, FROM, TO,
  }))
  import("councils", "council", read("councils", {
    CODE, NAME, { name = "tier" }, { name = "kind" }, maybe("parent", nil, "county"), FROM, TO,
    maybe("successor"),
  }))
  import("districts-2021")
  import("districts-2023")
  import("trusts", "trust", read("trusts", { CODE, NAME, ICB, { name = "postcode" }, FROM, TO }))
  for _, file in ipairs({ "need_2022_23", "need_2023_24" }) do
    local frame <const> = need(file)
    import(file:gsub("_", "-"), "practice_need", frame, left_out(frame, "maternity", "practice",
      "population", "blank in the file: left out of this component"))
  end
  assert(db:insert("pcn", read("pcns", { CODE, NAME, maybe("sub_icb") }), {
    source = id["need-2022-23"],
  }))
  import("payments-2022-23", "payment", read("payments_2022_23", {
    PRACTICE, LINE, NAME, SUB_ICB, maybe("pcn"), { name = "pence", is = "money", headings = "total" },
  }))
  local outturn <const> = read("outturn_2022_23", {
    { name = "council" }, LINE, { name = "service" }, maybe("pence", "money", "pounds"),
  })
  import("outturn-2022-23", "outturn", outturn,
    left_out(outturn, "pence", "council", "weight", "no return: [x] in the file"))
  local residents <const> = {}
  for row in read("residents", {
    { name = "basis" }, { name = "council" }, ICB, { name = "people", is = "integer" },
    { name = "source" }, LINE,
  }):rows() do
    local list <const> = residents[row.source] or {}
    residents[row.source], row.source = list, nil
    list[#list + 1] = row
  end
  for _, basis in ipairs({ "mid-2020", "census-2021" }) do
    for _, tier in ipairs({ "lower", "upper" }) do
      local name <const> = ("residents-%s-%s"):format(basis, tier)
      import(name, "residents", core.frame.new({
        { "basis", "text" }, { "council", "text" }, { "icb", "text" }, { "people", "integer" },
        { "line", "integer" },
      }, residents[name]))
    end
  end
end

local fresh <const> = OUT .. ".new"
for _, left in ipairs({ fresh, fresh .. "-wal", fresh .. "-shm" }) do os.remove(left) end
local db <const> = assert(core.store.open(fresh, {
  create = true, schema = FOLDER:gsub("/*$", "") .. "/../schema",
}))
assert(db:transaction(function() load(db) end))
assert(db:seal())
db:close()
assert(os.rename(fresh, OUT))
