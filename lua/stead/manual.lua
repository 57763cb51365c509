--- What each name means: `help()` says what there is, `help "floor"` what one name is. The entries are data in
--- lua/stead/help/; pages of verbs are those of `stead help VERB`.
local cli <const> = require("stead.cli")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local manual = {}

---@class stead.HelpEntry
---@field name string "gbp", or "frame:sorted" for a method
---@field kind string? method, term, component, stream, declaration or check; else the name says
---@field usage string how it is written
---@field means string
---@field units string?
---@field example string? Lua that runs in a book
---@field fields table<string, string>? of a declaration

--- The tables of entries, in the order that help() shows them.
manual.chapters = {
  { "ready names", "ready" }, { "frames", "frame" }, { "money and rates", "money" },
  { "books and allocations", "allocation" }, { "methods and terms", "policy" }, { "need and streams", "need" },
  { "declarations", "declarations" }, { "steps of rules", "steps" }, { "checks", "checks" },
}

--- Exit statuses of the program.
manual.statuses = {
  { 0, "done" }, { 1, "a check failed and nothing was published" }, { 2, "the command was wrong" },
  { 3, "a source was stale, changed or out of reach" }, { 4, "a script failed" }, { 5, "an internal invariant broke" },
}

--- The entries of one table.
---@param name string
---@return stead.HelpEntry[]
function manual.entries(name)
  return require("stead.help." .. name)
end

local function verbs()
  local out = {}
  for _, group in ipairs(cli.groups) do
    table.move(group[2], 1, #group[2], #out + 1, out)
  end
  return out
end

local function wanted(said)
  return said and said:match("must be (.-), not [^,]-$"):gsub(", such as .*", ""):gsub("^an? ", "")
end

--- The kind of value a field takes, in the words that its checker refuses others with.
---@param field stead.Field
---@return string
function manual.kind_of(field)
  local kind = wanted(field.check(false)) or "anything"
  local item = kind == "table" and field.check({ false })
  if not item then
    return kind
  elseif item:find("by name", 1, true) then
    return "table by name"
  end
  return "list of " .. wanted(item:gsub("^item 1 ", ""))
end

--- The fields of a declaration: name, kind, whether it must be there, and what it means.
---@param entry stead.HelpEntry
---@return { name: string, kind: string, required: boolean, means: string }[]
function manual.fields(entry)
  local forms <const> = require("stead.declare").fields(entry.name == "exclude" and "exclusion" or entry.name)
  local out = {}
  for i, name in ipairs(words.keys(forms)) do
    out[i] = { name = name, kind = manual.kind_of(forms[name]), required = forms[name].required or false,
      means = entry.fields[name] }
  end
  return out
end

local function wrapped(text, indent, width)
  local out, line = {}, indent
  for word in text:gmatch("%S+") do
    if #line + #word + 1 > width and line ~= indent then
      out[#out + 1], line = line, indent
    end
    line = line == indent and indent .. word or line .. " " .. word
  end
  out[#out + 1] = line
  return table.concat(out, "\n")
end

local function page(entry)
  local out = { ("%s%s"):format(entry.name, entry.kind and " · " .. entry.kind or ""), "",
    "  " .. entry.usage, "", wrapped(entry.means, "  ", 90) }
  if entry.units then
    out[#out + 1] = "\n  units     " .. entry.units
  end
  if entry.fields then
    out[#out + 1] = ""
    for _, field in ipairs(manual.fields(entry)) do
      out[#out + 1] = ("  %-12s %s%s (%s)"):format(field.name, field.means, field.required and ", required" or "",
        field.kind)
    end
  end
  if entry.example then
    out[#out + 1] = "\n  example   " .. entry.example:gsub("\n", "\n            ")
  end
  return table.concat(out, "\n")
end

--- What there is, a line for each chapter.
---@return string
function manual.contents()
  local out = { "help \"name\" says what a name is. The names:", "", "  verbs", wrapped(table.concat(verbs(), "  "),
    "    ", 96) }
  for _, chapter in ipairs(manual.chapters) do
    local names = {}
    for _, entry in ipairs(manual.entries(chapter[2])) do
      names[#names + 1] = entry.name ~= names[#names] and entry.name or nil
    end
    out[#out + 1] = "  " .. chapter[1]
    out[#out + 1] = wrapped(table.concat(names, "  "), "    ", 96)
  end
  return table.concat(out, "\n")
end

--- Every page of a name: the verb's, and those of entries called so, or so after "frame:" or "money:".
---@param name string
---@return string[] pages
---@return string[] candidates the names there are
function manual.find(name)
  local pages, all = {}, verbs()
  for _, verb in ipairs(all) do
    if verb == name then
      pages[1] = cli.help(name)
    end
  end
  for _, chapter in ipairs(manual.chapters) do
    for _, entry in ipairs(manual.entries(chapter[2])) do
      local short = entry.name:match(":(.*)$")
      if entry.name == name or short == name then
        pages[#pages + 1] = page(entry)
      end
      all[#all + 1] = entry.name
      all[#all + 1] = short
    end
  end
  return pages, all
end

--- The name of a ready value, or of what kind a value is.
local function name_of(value)
  local globals <const>, core <const> = require("stead.globals"), require("stead.core")
  for _, name in ipairs(globals.names()) do
    if globals.loaded(name) == value then
      return name
    end
  end
  local meta = type(value) == "table" and getmetatable(value)
  local kind = core.money.kind(value) or type(meta) == "table" and (meta.__name or ""):match("^stead%.(%a+)$")
    or type(value) == "userdata" and pcall(core.frame.methods.names, value) and "frame"
  return kind == "allocation" and "allocate" or kind or nil
end

--- Prints what a name is, or what there is.
---@param what any a name, or a value such as gbp
function manual.print(what)
  if what == nil then
    print(manual.contents())
    return
  end
  local name = type(what) == "string" and what or name_of(what)
  if not name then
    fault.command("help takes a name, such as help \"floor\"; help() lists them")
  end
  local about <const> = require("stead.session.about")
  local pages, all = manual.find(name)
  table.move(about.pages(name), 1, #about.pages(name), #pages + 1, pages)
  if #pages == 0 then
    local more <const> = about.candidates()
    table.move(more, 1, #more, #all + 1, all)
    fault.command("no help on '%s'%s (help() lists what there is)", name, words.did_you_mean(name, all))
  end
  print(table.concat(pages, "\n\n"))
end

--- `help`, which the REPL may also be given alone.
manual.help = setmetatable({}, {
  __name = "stead.help",
  __call = function(_, what)
    manual.print(what)
  end,
  __tostring = manual.contents,
})

return manual
