--- Published files read directly, by the recipe of their kind and year.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local recipe <const> = require("stead.recipe")
local words <const> = require("stead.words")

local published = {}

--- The folder of recipes that ship with stead.
local function recipes()
  return fault.try(core.host.share_path("england/sources"))
end

--- The years for which a recipe of a kind ships.
---@param kind string
---@return string[]
function published.years(kind)
  local out = {}
  for _, name in ipairs(fault.try(core.host.list(recipes()))) do
    local first, second = name:match("^" .. kind .. "%-(%d%d%d%d)%-(%d%d)%.lua$")
    if first then
      out[#out + 1] = first .. "/" .. second
    end
  end
  return out
end

--- The recipe for a kind and year; raises with the years there are.
---@param kind string
---@param year string
---@return table
function published.recipe(kind, year)
  local found, _, code = recipe.for_year(recipes(), kind, year)
  if not found and code == "NOTFOUND" then
    fault.command("no recipe for %s of %s; there is %s", kind, year, words.list(published.years(kind)))
  end
  return fault.try(found, _, code)
end

--- A recipe with some of its fields called otherwise.
local function renamed(declared, names)
  local out, fields = {}, {}
  for key, value in pairs(declared) do
    out[key] = value
  end
  for i, field in ipairs(declared.fields) do
    fields[i] = {}
    for key, value in pairs(field) do
      fields[i][key] = value
    end
    fields[i].name = names[field.name] or field.name
  end
  out.fields = fields
  return out
end

--- When the file of another year was given: which.
local function of_another_year(kind, path, year)
  for _, each in ipairs(published.years(kind)) do
    local other = each ~= year and recipe.for_year(recipes(), kind, each)
    if other and recipe.read(path, other) then
      return ("; it reads as the file of %s"):format(each)
    end
  end
  return ""
end

--- Reads a published file: its rows, what it is, and what the reading found.
---@param kind string
---@param path string
---@param year string
---@param names table<string, string>? other names for the recipe's fields
---@return stead.Frame, table source, table report
function published.read(kind, path, year, names)
  local declared = renamed(published.recipe(kind, year), names or {})
  local frame, report, code = recipe.read(path, declared)
  if not frame then
    fault.file(path, frame, report .. of_another_year(kind, path, year), code)
  end
  local source = { kind = kind, name = declared.name, title = declared.title, publisher = declared.publisher,
    licence = declared.licence, edition = declared.edition, url = declared.url, year = year,
    sha256 = report.sha256, bytes = report.bytes, rows = #frame, recipe = declared.name }
  return frame, source, report
end

--- The upper-tier council that answers for a district. Files keep old districts for years: `day` asks for the one
--- that had taken over by then.
local function council_of(facts, district, day)
  local found = facts:council(district)
  while day and found and found.to_date and found.to_date < day and facts:council(found.successor) do
    found = facts:council(found.successor)
  end
  return found and (found.tier == "lower" and found.parent or found.code)
end

--- Payments to practices from a published file, in the shape the database takes.
---@param path string
---@param year string
---@return stead.Frame, table source, table report
function published.payments(path, year)
  local frame, source, report = published.read("payments", path, year, { total = "pence" })
  local has, names = {}, {}
  for _, name in ipairs(frame:names()) do
    has[name] = true
  end
  for _, name in ipairs({ "practice", "name", "sub_icb", "pcn", "pence" }) do
    names[#names + 1] = has[name] and name or nil
  end
  return frame:select(names), source, report
end

--- Practice need from a published file, with the councils that answer for the districts.
---@param facts stead.Facts
---@param path string
---@param year string
---@return stead.Frame, table source, table report
function published.need(facts, path, year)
  local frame, source, report = published.read("need", path, year)
  local districts, councils, own <const> = frame:column("district"), {}, frame:has("council")
  -- A file without councils is read on the map of its own year; one with them, on its own map, but for slips.
  local day <const> = not own and year:sub(1, 4) .. "-04-01" or nil
  local given, known = own and frame:column("council") or {}, {}
  for i = 1, #frame do
    local district = districts[i]
    known[district] = known[district] or council_of(facts, district, day) or given[i]
    councils[i] = known[district]
  end
  local made = frame:with_text("council", councils)
  frame:close() -- a reading is large, and one of it is enough
  return made, source, report
end

local services <const> = { adult_social_care = "adult-social-care", public_health = "public-health" }

--- Council outturn from a published file: a row for each council and service; a missing amount stays missing.
---@param path string
---@param year string
---@return stead.Frame, table source, table report
function published.outturn(path, year)
  local frame, source, report = published.read("outturn", path, year)
  local rows = {}
  for i = 1, #frame do
    for _, column in ipairs(words.keys(services)) do
      rows[#rows + 1] = { frame:line(i), frame:cell(i, "council"), services[column], frame:cell(i, column) }
    end
  end
  return core.frame.new({ { "line", "integer" }, { "council", "text" }, { "service", "text" }, { "pence", "money" } },
    rows), source, report
end

return published
