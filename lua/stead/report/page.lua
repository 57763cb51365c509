--- One page for a system: what each place receives, why, and what it rests on.
---
---     local page = require("stead.report.page").make(data)   -- the text of one HTML file
---
--- The page is self-contained, runs no script and fetches nothing. It works out growth, distances,
--- sums and its words from what it is given, and writes "foots" only when the pence say so.
--- Money is whole pence (an integer); a fraction is a number such as 0.036; text is plain text and
--- is escaped here. Lists keep the order they are given in. A field marked `?` may be left out.
local page = {}

local budget <const> = require("stead.report.budget")
local explain <const> = require("stead.report.explain")
local html <const> = require("stead.html")
local label <const> = require("stead.label")
local pictures <const> = require("stead.report.pictures")
local rests <const> = require("stead.report.rests")
local shell <const> = require("stead.report.shell")
local tables <const> = require("stead.report.tables")
local words <const> = require("stead.report.words")

local h <const> = html.tags

---@class stead.report.Data
---@field system string "NHS West Yorkshire ICB"
---@field system_short string? "West Yorkshire"; else the system without "NHS" and "ICB"
---@field title string? else "Place budgets" and the streams
---@field covers string the period: "2023/24"
---@field as_at string? the date of the facts: "30 November 2023"
---@field made_on string? the date it was made
---@field made_by string? "stead 0.1.0"
---@field run string? the run's name, for those who would do it again
---@field lead string? what happened, in plain text; else built from the budgets
---@field budgets stead.report.Budget[] one for each stream that is shared out
---@field left_out stead.report.LeftOut[]? what is missing from which side of the sums
---@field practices stead.chart.MapRow[]? code, name, place (a name), latitude, longitude, patients
---@field map_note string? a sentence under the map's heading
---@field streams stead.report.Stream[]? money in view that is not shared out here
---@field sources stead.report.Source[]?
---@field assumptions stead.report.Assumption[]?
---@field checks { command: string, says: string? }[]? what to run to check the page

---@class stead.report.Budget
---@field stream string "primary medical care"
---@field year string "2023/24"
---@field baseline_year string? "2022/23", as the words call it
---@field envelope integer pence to be shared out
---@field rows stead.report.Row[]
---@field foots boolean? the caller's claim; shown only if the pence agree
---@field closing number? the fraction of the distance closed this year
---@field floor number? the least growth, a fraction
---@field ceiling number? the most growth, a fraction
---@field status string? of the rule: "illustrative", "agreed"
---@field note string? a sentence under the heading; else built from the rule
---@field baseline_label string? heading of the column; else "Baseline"
---@field target_label string? else "Target share"
---@field allocation_label string? else "Allocation" and the year

---@class stead.report.Row one place
---@field name string
---@field short string? a shorter name for sentences and the map
---@field code string?
---@field practices integer?
---@field baseline integer? pence
---@field target integer? pence
---@field allocation integer pence
---@field growth number? fraction; else allocation ÷ baseline − 1
---@field opening_distance number? fraction; else evenly grown baseline ÷ target − 1
---@field closing_distance number? fraction; else allocation ÷ target − 1
---@field held "floor"|"ceiling"? the limit that binds
---@field reference string? the figure's reference: "F-2E2B-02"
---@field words string? its making in a sentence; else built
---@field steps stead.report.Step[]? its making, the figure before what it was made from

---@class stead.report.Step
---@field depth integer 0 is the figure, 1 what adds up to it, 2 what those were made from
---@field amount string as it is to be shown: "35,509,310.1112"
---@field label string "its baseline, grown with everyone else's"
---@field operation string? "× 463,888,470.11 ÷ 447,768,793.54"
---@field source string? where it comes from: a source, a row, a paragraph

---@class stead.report.LeftOut
---@field title string? else "12 practices are left out of the baselines"
---@field from string? what they are left out of: "the baselines"
---@field of integer? how many practices there are in all
---@field says string? what it means for the figures
---@field practices stead.report.LeftOutPractice[]

---@class stead.report.LeftOutPractice
---@field code string
---@field name string?
---@field place string?
---@field people number? weighted people
---@field money integer? pence

---@class stead.report.Stream
---@field stream string "adult social care"
---@field holder string who holds it: "Leeds City Council"
---@field amount integer? pence
---@field why string? why there is no amount; "not separable" is written in its place
---@field period string? "2022/23 outturn"
---@field note string?

---@class stead.report.Source
---@field title string
---@field publisher string?
---@field edition string? "2023/24"
---@field licence string? "Open Government Licence v3.0"
---@field rows integer?
---@field sha256 string?
---@field retrieved string? a date
---@field used_for string? "targets"

---@class stead.report.Assumption
---@field name string "primary-medical.floor_growth"
---@field value string "2.0%"
---@field status string "illustrative", "agreed", "published"
---@field means string?
---@field set_in string? a file and line, or an authority

local function short_name(data)
  if data.system_short then
    return data.system_short
  end
  local name = data.system:gsub("^NHS ", ""):gsub(" ICB$", ""):gsub(" Integrated Care Board$", "")
  return name
end

local function streams_of(readings)
  local list <const> = {}
  for i, reading in ipairs(readings) do
    list[i] = reading.stream
  end
  return label.list(list)
end

local function header(data, title)
  local facts <const> = { "Covers " .. data.covers }
  if data.as_at then
    facts[#facts + 1] = "as at " .. data.as_at
  end
  if data.made_on or data.made_by then
    facts[#facts + 1] = "made" .. (data.made_on and " " .. data.made_on or "")
      .. (data.made_by and " by " .. data.made_by or "")
  end
  if data.run then
    facts[#facts + 1] = "run " .. data.run
  end
  return h.header {
    h.p { class = "kicker", data.system },
    h.h1(title),
    h.p { class = "meta", table.concat(facts, " · ") },
  }
end

-- A part of the page, and its line in the list of parts.
local function section(parts, id, title, content)
  parts[#parts + 1] = { id = id, title = title }
  return h.section { id = id, aria_labelledby = id .. "-heading",
    h.h2 { id = id .. "-heading", title }, content }
end

local function budget_parts(reading, index, count, parts)
  local prefix <const> = count > 1
    and reading.stream:sub(1, 1):upper() .. reading.stream:sub(2) .. ": " or ""
  local function heading(text)
    return prefix == "" and text or prefix .. text:sub(1, 1):lower() .. text:sub(2)
  end
  local note <const> = reading.given.note and words.sentence(reading.given.note)
    or words.policy(reading.given)
  local against <const> = reading.totals.baseline and "Against last year and target"
    or "How the places compare"
  local distance <const> = pictures.distance(reading, "dots-" .. index)
  return {
    section(parts, "budget-" .. index, heading("What each place receives"), {
      (note ~= "" or reading.given.status) and h.p { class = "under", note, " ",
        reading.given.status and rests.status(reading.given.status) or false } or false,
      tables.budget(reading, "budget-" .. index),
    }),
    #reading.rows > 0 and section(parts, "shares-" .. index,
      heading(against), pictures.shares(reading, "bars-" .. index):figure())
      or false,
    distance and section(parts, "distance-" .. index, heading("Distance from target"), {
      h.p { class = "under", "A place on the line has money in proportion to its need." },
      distance:figure(),
    }) or false,
  }
end

local function map_part(data, readings, parts)
  if not data.practices or #data.practices == 0 then
    return false
  end
  return section(parts, "practices", "Where the practices are", {
    h.p { class = "under", "Each mark is a practice, sized by its patients. "
      .. (data.map_note or "") },
    pictures.practices(data.practices, readings):figure(),
  })
end

local function contents(parts)
  local items <const> = {}
  for i, part in ipairs(parts) do
    items[i] = h.li(h.a { href = "#" .. part.id, part.title })
  end
  return h.nav { aria_label = "On this page", h.ul(items) }
end

local function leads(data, readings, system)
  if data.lead then
    return h.p { class = "lead", data.lead }
  end
  local list <const> = {}
  for i, reading in ipairs(readings) do
    list[i] = h.p { class = "lead", words.lead(reading, system) }
  end
  return list
end

local function read(data)
  if type(data) ~= "table" then
    error("a page is made from a table, not " .. type(data), 0)
  end
  budget.text_at(data.system, "system")
  budget.text_at(data.covers, "covers")
  budget.text_at(data.lead, "lead", true)
  local readings <const> = {}
  for i, given in ipairs(data.budgets or {}) do
    readings[i] = budget.read(given, "budgets[" .. i .. "]")
    readings[i].system = short_name(data)
  end
  return readings
end

--- Makes the page.
---@param data stead.report.Data
---@return string html
function page.make(data)
  local readings <const> = read(data)
  local title <const> = data.title or "Place budgets: " .. streams_of(readings)
  local parts <const>, body <const> = {}, {}
  for i, reading in ipairs(readings) do
    body[#body + 1] = budget_parts(reading, i, #readings, parts)
    if i == 1 and data.left_out and #data.left_out > 0 then
      body[#body + 1] = section(parts, "left-out", "What was left out",
        tables.left_out(data.left_out))
    end
  end
  body[#body + 1] = map_part(data, readings, parts)
  for _, part in ipairs { rests.streams(data), explain.part(readings), rests.part(data) } do
    if part then
      body[#body + 1] = section(parts, part.id, part.title, part.content)
    end
  end
  return shell.page {
    title = title .. ", " .. data.system .. ", " .. data.covers,
    generator = data.made_by,
    body = {
      h.a { class = "skip", href = "#main", "Skip to the content" },
      header(data, title),
      h.main { id = "main", leads(data, readings, short_name(data)), contents(parts), body },
      rests.footer(data),
    },
  }
end

return page
