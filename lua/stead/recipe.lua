--- Recipes: how published files are read, each declared in a file of its own that returns
--- `recipe "name" { … }`: what core.sheet.read takes, and beside it the keys kind, year, title,
--- publisher, licence, edition, url and notes, which say what the file is.
local core <const> = require("stead.core")

local recipe = {}

--- The recipe declared in `path`.
---@param path string
---@return table? recipe, string? message, string? code
function recipe.load(path)
  local declared
  local words <const> = {
    recipe = function(name)
      return function(fields)
        fields.name = name
        declared = fields
        return fields
      end
    end,
  }
  local chunk <const>, why <const> = loadfile(path, "t", words)
  if not chunk then
    return nil, why, "NOTFOUND"
  end
  local ran <const>, problem <const> = pcall(chunk)
  if not ran then
    return nil, problem, "PARSE"
  end
  if not declared then
    return nil, path .. ": declares no recipe", "PARSE"
  end
  return declared
end

--- The recipe of that name in a folder of recipes.
---@param folder string
---@param name string
---@return table? recipe, string? message, string? code
function recipe.named(folder, name)
  return recipe.load(("%s/%s.lua"):format(folder, name))
end

--- The recipe for a kind of file and a financial year: recipe.for_year(folder, "need", "2023/24").
---@param folder string
---@param kind string
---@param year string
---@return table? recipe, string? message, string? code
function recipe.for_year(folder, kind, year)
  return recipe.named(folder, kind .. "-" .. year:gsub("/", "-"))
end

--- What core.sheet.read understands; the other keys say what the file is.
local SHAPE <const> = {
  "header", "within", "stop", "trim", "commas", "fields", "encoding", "only", "must", "sheet",
}

--- The part of a recipe that says how the file is read.
---@param declared table
---@return table
function recipe.shape(declared)
  local shape <const> = {}
  for _, key in ipairs(SHAPE) do
    shape[key] = declared[key]
  end
  return shape
end

--- Reads a published file as its recipe declares.
---@param path string
---@param declared table
---@return stead.Frame? frame, table|string report, string? code
function recipe.read(path, declared)
  return core.sheet.read(path, recipe.shape(declared))
end

--- The same recipe with every cell taken as the text it is, and nothing checked of it.
---@param declared table
---@return table
function recipe.verbatim(declared)
  local fields <const> = {}
  for i, field in ipairs(declared.fields) do
    fields[i] = {
      name = field.name, headings = field.headings, missing = field.missing, blank = "allow",
    }
  end
  return {
    header = declared.header, encoding = declared.encoding, sheet = declared.sheet, stop = declared.stop,
    only = declared.only, fields = fields,
  }
end

return recipe
