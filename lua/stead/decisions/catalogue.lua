--- Functions: England's starting list and, beside it, the book's own.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local files <const> = require("stead.files")
local words <const> = require("stead.words")

local catalogue = {}

local FOLDER <const> = "policy/functions"

--- England's list, in the order of its files.
---@return stead.Declared[]
function catalogue.national()
  local root, out = fault.try(core.host.share_path("england")), {}
  for _, path in ipairs(files.files(root, FOLDER)) do
    local list = files.file(root, path, { func = true })
    for _, item in ipairs(list) do
      item.national = true
      out[#out + 1] = item
    end
  end
  return out
end

--- All the functions that a book speaks of. One that England lists is not declared again.
---@param book stead.Book
---@return stead.Declared[] list, table<string, stead.Declared> by_id
function catalogue.of(book)
  if not book.functions then
    local list, by_id = catalogue.national(), {}
    for _, item in ipairs(list) do
      by_id[item.id] = item
    end
    for _, item in ipairs(book.declared and book.declared.func or {}) do
      local twin = by_id[item.id]
      if twin then
        fault.script("%s:%d: func '%s' is on England's list (%s:%d); give a local one its own name", item.file,
          item.line, item.id, twin.file, twin.line)
      end
      list[#list + 1], by_id[item.id] = item, item
    end
    book.functions = { list = list, by_id = by_id }
  end
  return book.functions.list, book.functions.by_id
end

--- The function of that name; raises with the nearest.
---@param book stead.Book
---@param id string
---@return stead.Declared
function catalogue.find(book, id)
  local _, by_id = catalogue.of(book)
  return by_id[id] or fault.command("no function '%s'%s", id, words.did_you_mean(id, words.keys(by_id)))
end

return catalogue
