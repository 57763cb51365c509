--- What a session says first: whose book, how large, what is in force in it, and as at when.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local globals <const> = require("stead.globals")
local variation <const> = require("stead.policy.variation")
local words <const> = require("stead.words")

local banner = {}

local function in_force(book, on)
  local n = 0
  for _, v in ipairs(book:policy().variations) do
    n = n + (dates.within(on, variation.span(v)) and 1 or 0)
  end
  return n
end

--- Practices in a place in the last of the book's years for which there are any.
local function practices(book)
  local held = {}
  for _, year in ipairs(book.facts:years("need")) do
    held[year] = true
  end
  for i = #book.system.years, 1, -1 do
    if held[book.system.years[i]] then
      local n = 0
      local cover = book:cover(book.system.years[i])
      for _, row in ipairs(cover.inside) do
        n = n + (cover.place[row] and 1 or 0)
      end
      return n
    end
  end
end

--- The line that names a book.
---@param book stead.Book
---@param on string the as-at date
---@return string
function banner.line(book, on)
  local day <const> = core.text.words(on)
  if not book.system then
    return ("No book here: England's reference tables · as at %s"):format(day)
  end
  local parts, count = { words.count(#book.places, "place") }, practices(book)
  parts[#parts + 1] = count and words.count(count, "practice")
  parts[#parts + 1] = words.count(in_force(book, on), "variation") .. " in force"
  return ("%s book · %s · as at %s"):format(book.system.name:gsub("^NHS ", ""), table.concat(parts, ", "), day)
end

--- Prints it, and how to go on. A book that cannot be read is said and left: what is wrong can be asked about.
---@param session stead.Session
---@return stead.Book?
function banner.print(session)
  local book
  local ok, line = pcall(function()
    book = globals.lookup("book")
    return banner.line(book, session.on)
  end)
  print(ok and line or ("The book here cannot be read: %s"):format(tostring(line)))
  print("? for help   ?name for anything   Ctrl-D to leave")
  return ok and book or nil
end

return banner
