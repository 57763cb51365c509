--- What a page rests on: money in view but not shared out, sources, assumptions, and how to check.
local rests = {}

local html <const> = require("stead.html")
local label <const> = require("stead.label")
local tables <const> = require("stead.report.tables")
local words <const> = require("stead.report.words")

local h <const> = html.tags

local function upper_first(text)
  return text:sub(1, 1):upper() .. text:sub(2)
end

local function headings(names, texts)
  local cells <const> = {}
  for i, name in ipairs(names) do
    cells[i] = h.th { scope = "col", class = texts and texts[name] and "words" or false, name }
  end
  return cells
end

-- A list in which each text stands once, where it came first.
local function distinct(entries, field)
  local list <const>, seen <const> = {}, {}
  for _, entry in ipairs(entries) do
    local value <const> = entry[field] or ""
    if not seen[value] then
      seen[value] = true
      list[#list + 1] = value
    end
  end
  return list
end

local function stream_cell(entries, holder, stream, periods)
  for _, entry in ipairs(entries) do
    if entry.holder == holder and entry.stream == stream then
      local period <const> = #periods > 1 and entry.period and h.small(entry.period) or false
      if entry.amount then
        return h.td { label.pounds(entry.amount), period }
      end
      return h.td { h.span { class = "apart", "not separable" }, period }
    end
  end
  return h.td("")
end

-- Each note once; with its holder's name when it is about one holder only.
local function stream_notes(entries)
  local order <const>, holders <const> = {}, {}
  for _, entry in ipairs(entries) do
    local note <const> = entry.why or entry.note
    if note and not holders[note] then
      order[#order + 1], holders[note] = note, {}
    end
    if note then
      table.insert(holders[note], entry)
    end
  end
  for i, note in ipairs(order) do
    local names <const> = distinct(holders[note], "holder")
    order[i] = h.p {
      class = "aside", #names == 1 and { h.b(names[1]), ": " } or false, words.sentence(note),
    }
  end
  return order
end

-- The place beneath its holder, where the holder's name does not say it.
local function holder_cell(entries, holder)
  local places <const> = {}
  for _, entry in ipairs(entries) do
    if entry.holder == holder and entry.place and not entry.place:find(holder, 1, true)
      and not holder:find(entry.place, 1, true) then
      places[#places + 1] = { place = entry.place }
    end
  end
  local names <const> = distinct(places, "place")
  return h.th { scope = "row", holder,
    #names > 0 and h.small("in " .. label.list(names)) or false }
end

--- Money that is in view and not shared out here, a row for each holder, such as a council.
---@param data stead.report.Data
---@return { id: string, title: string, content: any }|false
function rests.streams(data)
  local entries <const> = data.streams or {}
  if #entries == 0 then
    return false
  end
  local streams <const>, periods <const> = distinct(entries, "stream"), distinct(entries, "period")
  local rows <const>, head <const> = {}, { "Holder" }
  for i, stream in ipairs(streams) do
    head[i + 1] = upper_first(stream)
  end
  for i, holder in ipairs(distinct(entries, "holder")) do
    local cells <const> = { holder_cell(entries, holder) }
    for _, stream in ipairs(streams) do
      cells[#cells + 1] = stream_cell(entries, holder, stream, periods)
    end
    rows[i] = h.tr(cells)
  end
  local period <const> = #periods == 1 and periods[1] ~= "" and ", " .. periods[1] or ""
  return {
    id = "in-view", title = "In view, not shared out here",
    content = {
      h.p { class = "under", "Money that others decide, shown so that a place’s whole is seen." },
      tables.region("streams", "Pounds and pence" .. period .. ".", headings(head),
        h.tbody(rows)),
      stream_notes(entries),
    },
  }
end

local function licence_name(licence)
  return licence == "OGL-3.0" and "Open Government Licence v3.0" or licence
end

local function source(entry)
  local facts <const> = {}
  for _, fact in ipairs {
    entry.publisher or false, entry.edition or false,
    entry.rows and label.several(entry.rows, "row") or false,
    entry.retrieved and "retrieved " .. entry.retrieved or false, licence_name(entry.licence) or false,
  } do
    if fact then
      facts[#facts + 1] = fact
    end
  end
  return h.li {
    h.b(entry.title), entry.used_for and ", for " .. entry.used_for or "",
    h.span(table.concat(facts, " · ")),
    entry.sha256 and h.code("sha256 " .. entry.sha256) or false,
  }
end

local function sources(data)
  if not data.sources or #data.sources == 0 then
    return false
  end
  local items <const> = {}
  for i, entry in ipairs(data.sources) do
    items[i] = source(entry)
  end
  return { h.h3("Sources"), h.ul { class = "sources", items } }
end

--- The standing of a value, as a small label.
---@param status string
---@return stead.Markup
function rests.status(status)
  local settled <const> = status == "agreed" or status == "published"
  return h.span { class = settled and "status" or "status open", status }
end

local function assumptions(data)
  if not data.assumptions or #data.assumptions == 0 then
    return false
  end
  local rows <const> = {}
  for i, entry in ipairs(data.assumptions) do
    rows[i] = h.tr {
      h.th { scope = "row", entry.means or entry.name,
        entry.means and h.code(entry.name) or false },
      h.td(entry.value),
      h.td { class = "words", rests.status(entry.status) },
      h.td { class = "words", entry.set_in or "" },
    }
  end
  return {
    h.h3("Assumptions"),
    tables.region("assumptions", "Values a person chose, and their standing.",
      headings({ "Assumption", "Value", "Status", "Set in" }, { Status = true, ["Set in"] = true }),
      h.tbody(rows)),
  }
end

local function checks(data)
  if not data.checks or #data.checks == 0 then
    return false
  end
  local items <const> = {}
  for i, check in ipairs(data.checks) do
    items[i] = h.li { h.code(check.command), check.says and h.span(check.says) or false }
  end
  return { h.h3("Check it yourself"), h.ul { class = "checks", items } }
end

--- What the page rests on.
---@param data stead.report.Data
---@return { id: string, title: string, content: any }|false
function rests.part(data)
  local content <const> = { sources(data), assumptions(data), checks(data) }
  if not (content[1] or content[2] or content[3]) then
    return false
  end
  return { id = "rests-on", title = "What this rests on", content = content }
end

--- The foot of the page; the attribution that the Open Government Licence asks for.
---@param data stead.report.Data
---@return stead.Markup
function rests.footer(data)
  local open = false
  for _, entry in ipairs(data.sources or {}) do
    local licence <const> = licence_name(entry.licence) or ""
    open = open or licence:find("Open Government Licence", 1, true) ~= nil
  end
  return h.footer {
    h.p { data.system .. " · " .. data.covers
      .. (data.made_by and " · made by " .. data.made_by or "")
      .. (data.run and " · run " .. data.run or "") },
    open and h.p("Contains public sector information licensed under the Open Government "
      .. "Licence v3.0.") or false,
  }
end

return rests
