--- Which place each practice of a system is in, for a year: who is in two, who is in none, who is left out by name.
local footprint <const> = require("stead.footprint")
local format <const> = require("stead.format")
local words <const> = require("stead.words")

local cover = {}

---@class stead.Cover
---@field year string
---@field need stead.Frame all practices of the year
---@field source table
---@field place (integer|false)[] for each row of `need`: the index of its place
---@field inside integer[] for each row of the system, its row of `need`
---@field astray { row: integer, practice: string, name: string, places: integer[], weight: number }[] in two, or none
---@field excluded { row: integer, practice: string, reason: string, weight: number }[]

local columns <const> = { "practice", "icb", "sub_icb", "pcn", "district", "council" }

local known_in <const> = { icb = "icb", sub_icb = "sub_icb", council = "council", district = "council", pcn = "pcn" }

local function rows_of(book, need, inside, year)
  local column = {}
  for _, name in ipairs(columns) do
    local all, own = need:column(name), {}
    for i, row in ipairs(inside) do
      own[i] = all[row]
    end
    column[name] = own
  end
  return {
    count = #inside, column = column, title = ("%s, %s"):format(book.system.name, year),
    earlier = function(code)
      return book.facts:earlier(code)
    end,
    known = function(field, code)
      return known_in[field] ~= nil and book.facts:names(known_in[field])[code] ~= nil
    end,
  }
end

local function exclusions(book)
  local reason = {}
  for _, each in ipairs(book.system.excludes or {}) do
    reason[each.id] = each.reason
  end
  return reason
end

--- The cover of a book's places over the practices of its ICB.
---@param book stead.Book
---@param year string
---@return stead.Cover
function cover.of(book, year)
  local need, source = book.facts:need(year)
  local icbs, inside = need:column("icb"), {}
  for i = 1, #need do
    if icbs[i] == book.icb then
      inside[#inside + 1] = i
    end
  end
  local rows = rows_of(book, need, inside, year)
  local reason = exclusions(book)
  local held = {}
  for index, place in ipairs(book.places) do
    local where = ("%s:%d: place '%s'"):format(place.file, place.line, place.id)
    held[index] = footprint.resolve(rows, place.footprint, where)
  end
  local out = { year = year, need = need, source = source, inside = inside, astray = {}, excluded = {}, place = {} }
  for i = 1, #need do
    out.place[i] = false
  end
  for i, row in ipairs(inside) do
    local places = {}
    for index in ipairs(book.places) do
      if held[index][i] then
        places[#places + 1] = index
      end
    end
    local practice = rows.column.practice[i]
    local item = { row = row, practice = practice, name = need:row(row).name, places = places,
      weight = need:row(row).population }
    if reason[practice] then
      item.reason = reason[practice]
      table.insert(out.excluded, item)
    elseif #places == 1 then
      out.place[row] = places[1]
    else
      table.insert(out.astray, item)
    end
  end
  return out
end

--- Says, in a line each, which practices are in two places or in none.
---@param book stead.Book
---@param self stead.Cover
---@param column string the weight to state
---@return string[]
function cover.lines(book, self, column)
  local out = {}
  for _, each in ipairs(self.astray) do
    local ids = {}
    for i, index in ipairs(each.places) do
      ids[i] = book.places[index].id
    end
    out[#out + 1] = ("%s %s: in %s; %s weighted people"):format(each.practice, each.name,
      #ids == 0 and "no place" or words.list(ids), format.number(self.need:row(each.row)[column] or 0, 2))
  end
  return out
end

return cover
