--- Streams in view: what councils spend in each place, beside the allocations and never mixed with them. A
--- county's spending for one of its districts cannot be split from its return, and is shown so.
local core <const> = require("stead.core")
local words <const> = require("stead.words")

local view = {}

local columns <const> = {
  { "stream", "text" }, { "place", "text" }, { "name", "text" }, { "council", "text" }, { "council_name", "text" },
  { "amount", "money" }, { "note", "text" },
}

local function spend_of(book, stream)
  local out = {}
  local rows = book.facts:rows("select council, pence from outturns where year = ? and service = ?",
    { stream.year, stream.service })
  for _, row in ipairs(rows) do
    out[row.council] = { pence = row.pence }
  end
  return out
end

--- The council that answers for a residents' code: itself, or the county above a district.
local function answers(book, code)
  local council = book.facts:council(code)
  if council and council.tier == "lower" then
    return council.parent, true
  end
  return code, false
end

--- The ICBs that a council's residents live in besides the book's, when it straddles.
local function elsewhere(book, council)
  local of = require("stead.overlap").residents(book.facts)[council] or {}
  local names, list = book.facts:names("icb"), {}
  for _, icb in ipairs(words.keys(of)) do
    if icb ~= book.icb then
      list[#list + 1] = names[icb] or icb
    end
  end
  return list
end

local function line(book, stream, place, code, spend)
  local names = book.facts:names("council")
  local council, part = answers(book, code)
  local found = spend[council]
  local row = { stream.id, place.id, place.name, council, names[council] or council }
  local others = part and {} or elsewhere(book, council)
  if #others > 0 then
    row[7] = ("not separable: the council lies in %s too"):format(words.list(others))
  elseif part then
    row[7] = ("not separable: %s is part of %s's return"):format(names[code] or code, names[council] or council)
  elseif not found then
    row[7] = "no return for this year"
  elseif found.pence == nil then
    row[7] = "the return is missing from the publication"
  else
    row[6] = found.pence
  end
  return row
end

---@param book stead.Book
---@return stead.Frame
function view.frame(book)
  local rows = {}
  for _, stream in ipairs(book.system and book.system.streams or {}) do
    local spend = spend_of(book, stream)
    for _, place in ipairs(book.places) do
      for _, code in ipairs(place.residents and place.residents.codes or {}) do
        rows[#rows + 1] = line(book, stream, place, code, spend)
      end
    end
  end
  local frame = core.frame.new(columns, rows)
  local about <const> = frame:about()
  about.title = "Council streams in view: seen beside the allocations, not shared here"
  about.keys, about.hidden = { "stream", "name" }, { place = true, council = true }
  about.headings = { name = "place", council_name = "council", amount = "£" }
  return frame
end

return view
