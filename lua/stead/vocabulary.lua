--- The rooms of a book beside system.lua and places: each a module that says what may be declared there.
local vocabulary = {}

---@class stead.Room
---@field forms table<string, table<string, stead.Field>> kind of thing to the fields it may have
---@field words table<string, any>? other words that declarations may use
---@field folders table<string, table<string, boolean>>? folder of a book to the kinds of thing that stand in it
---@field complete table<string, fun(item: stead.Declared): stead.Declared>? what the fields' own checks cannot check
---@field agree fun(book: stead.Book)? refuses what does not agree with the rest of the book

--- Modules in the order that their words are read and their declarations are checked.
local modules <const> = {
  "stead.policy.forms",
  "stead.decisions.forms",
  "stead.pools.forms",
  "stead.bcf.forms",
}

--- The rooms, loaded.
---@return stead.Room[]
function vocabulary.rooms()
  local out = {}
  for i, name in ipairs(modules) do
    out[i] = require(name)
  end
  return out
end

return vocabulary
