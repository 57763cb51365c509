--- `stead explain`: how a figure was made.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")
local allocate <const> = require("stead.cli.allocate")
local words <const> = require("stead.words")

local options = {
  practices = { help = "list the practice rows that it rests on" },
  as = { takes = "WAY", one_of = { "text", "md", "json", "html" }, help = "how it is written (text)" },
  depth = { takes = "N", is = "count", help = "how many levels below the figure" },
}
for name, option in pairs(allocate.options) do
  if name ~= "with" and name ~= "years" then
    local copy = {}
    for key, value in pairs(option) do
      copy[key] = value
    end
    copy.required = nil
    options[name] = copy
  end
end

--- The allocations that a line may be looked for in: the one asked for, or all that the book declares.
local function allocations(book, given)
  if given.stream and given.year then
    return { book:allocate(allocate.options_of(given)) }
  end
  local out = {}
  for _, each in ipairs(book.system and book.system.allocations or {}) do
    if (not given.stream or given.stream == each.id) and (not given.year or given.year == each.year) then
      out[#out + 1] = book:allocate({ stream = each.id, year = each.year })
    end
  end
  if #out == 0 then
    fault.command("say which allocation: --stream S --year Y (and its terms, outside a book)")
  end
  return out
end

--- The line with that reference, or of that name.
local function find(list, word)
  local figure <const> = require("stead.figure")
  if word:match("^F%-%w%w%w%w%-%w%w$") then
    for _, made in ipairs(list) do
      for _, line in ipairs(made.place) do
        for _, column in ipairs({ "allocation", "baseline", "target" }) do
          if line[column] and figure.of_line(made, line, column) == word then
            return made, line, column
          end
        end
      end
    end
    fault.command("no figure %s in what %s: a reference changes when anything under it does", word,
      words.count(#list, "allocation gives", "allocations give"))
  end
  return list[1], list[1].place[word]
end

return {
  summary = "how a figure was made, down to the rows of the published files",
  usage = "REF | NAME [--stream S --year Y] [--practices]",
  example = "stead explain calderdale --book share/books/west-yorkshire",
  about = "NAME is a place, or a council's code; REF is a figure's reference, as reports print it.",
  options = options,
  positional = { { name = "REF or NAME", required = true } },
  run = function(given)
    local book = output.book(given)
    local made, line, column = find(allocations(book, given), given[1])
    local found = made:explain(line.icb .. "/" .. line.code, column)
    local way = given.json and "json" or given.as or "text"
    local practices = given.practices and require("stead.explain.practices").frame(made, line)
    if practices and (given.csv or given.json) then
      output.frame(given, practices)
    elseif given.csv then
      fault.command("--csv gives the rows of --practices; the steps are a tree: --as json")
    else
      print(found[way](found, given.depth))
    end
    if practices and not (given.csv or given.json) then
      print()
      output.frame(given, practices)
    end
  end,
}
