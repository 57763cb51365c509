--- Keeps the manual true: runs every example of README.md and share/doc, puts in what they print, and writes the pages
--- that are made from the program. Run after a change to what the program says:
---   build/dev/stead run scripts/manual.lua
---
--- In a page, a block marked sh is run in a copy of the West Yorkshire book (a number after sh is the exit status it
--- must have), one marked lua is run as a script, one marked with a path is written there first. A text block that
--- follows is what was printed. Blocks marked console, and lua fragment, are not run.
local core <const> = require("stead.core")
local cli <const> = require("stead.cli")
local help <const> = require("stead.manual")

local manual = {}

local function slurp(path)
  local file <close> = io.open(path, "rb")
  return file and file:read("a")
end

local function put(path, text)
  core.host.mkdir(path:match("^(.*)/"))
  assert(core.host.write_file(path, text))
end

local function lines_of(text)
  local out = {}
  for line in (text:gsub("\n$", "") .. "\n"):gmatch("(.-)\n") do
    out[#out + 1] = line
  end
  return out
end

--- The practice need of 2023/24 under the headings that NHS England publishes it with, for examples of reading one.
local function published(root)
  local headings = {}
  for _, field in ipairs(require("stead.published").recipe("need", "2023/24").fields) do
    headings[field.name] = field.headings
  end
  local lines, kept, out = lines_of(slurp(root .. "/share/england/need_2023_24.csv")), {}, {}
  local position = 0
  for name in lines[1]:gmatch("[^,]+") do
    position = position + 1
    kept[position] = headings[name]
  end
  for i, line in ipairs(lines) do
    local cells, at, quoted = {}, 0, line:gsub('"[^"]*"', function(cell) return (cell:gsub(",", "\0")) end)
    for cell in (quoted .. ","):gmatch("(.-),") do
      at = at + 1
      cells[#cells + 1] = kept[at] and (i == 1 and kept[at] or (cell:gsub("\0", ","))) or nil
    end
    out[i] = table.concat(cells, ",")
  end
  return table.concat(out, "\n") .. "\n"
end

--- A folder to run a page's examples in: a copy of the West Yorkshire book, and what the examples name.
---@param root string the source tree
---@param program string
---@return string folder
function manual.folder(root, program)
  local folder = os.tmpname()
  os.remove(folder)
  local book = root .. "/share/books/west-yorkshire"
  assert(core.host.mkdir(folder .. "/share/books"))
  for _, to in ipairs({ "", "/share/books/west-yorkshire" }) do
    core.host.mkdir(folder .. to)
    assert(os.execute(("cp -R '%s/.' '%s%s' && rm -f '%s%s/book.db'"):format(book, folder, to, folder, to)))
  end
  core.host.mkdir(folder .. "/scripts")
  for _, name in ipairs({ "straddling", "furthest", "floor-cost" }) do
    put(("%s/scripts/%s.lua"):format(folder, name), slurp(("%s/scripts/%s.lua"):format(root, name)))
  end
  put(folder .. "/tests/budget_spec.lua", [[
describe("the budget", function()
  it("foots", function()
    assert.is_true(book:allocate({ stream = "primary-medical", year = "2023/24" }):foots())
  end)
end)
]])
  put(folder .. "/need_2023_24_published.csv", published(root))
  put(folder .. "/bin/stead", ('#!/bin/sh\nexec "%s" "$@"\n'):format(program))
  assert(os.execute(("chmod +x '%s/bin/stead'"):format(folder)))
  return folder
end

--- Runs shell commands in a folder.
---@return string output
---@return integer status
function manual.shell(folder, commands)
  put(folder .. "/.commands", commands .. "\n")
  local pipe = assert(io.popen(("cd '%s' && PATH='%s/bin':\"$PATH\" STEAD_NOW=2026-11-21T09:30:00 NO_COLOR=1 "
    .. "LC_ALL=C.UTF-8 env -u STEAD_BOOK -u STEAD_SHARE -u COLUMNS sh -e .commands </dev/null 2>&1")
    :format(folder, folder)))
  local output = pipe:read("a")
  local _, _, status = pipe:close()
  return (output:gsub("%s+$", "")), status
end

local function run_block(folder, lang, info, body)
  if lang == "sh" then
    local output, status = manual.shell(folder, body)
    if status ~= (tonumber(info) or 0) then
      return output, ("left with %d: %s"):format(status, output)
    end
    return output
  elseif lang == "lua" and info == "" then
    put(folder .. "/.block.lua", body .. "\n")
    local output, status = manual.shell(folder, "stead run .block.lua")
    if status ~= 0 then
      return output, output
    end
    return output
  elseif info:find("[/.]") then
    put(folder .. "/" .. info, body .. "\n")
  elseif lang == "lua" then
    local _, message = load(body, "=block", "t", {})
    return nil, message
  end
end

local function field_table(name)
  for _, entry in ipairs(help.entries("declarations")) do
    if entry.name == name then
      local out = { "| field | holds | meaning |", "|:---|:---|:---|" }
      for _, field in ipairs(help.fields(entry)) do
        out[#out + 1] = ("| `%s` | %s | %s%s |"):format(field.name, field.kind, field.means,
          field.required and "; required" or "")
      end
      return out
    end
  end
  error("no declaration " .. name)
end

local function verb_list()
  local out = { "| | verb | |", "|:---|:---|:---|" }
  for _, group in ipairs(cli.groups) do
    for i, name in ipairs(group[2]) do
      out[#out + 1] = ("| %s | [`stead %s`](verbs/%s.md) | %s |"):format(i == 1 and group[1] or "", name, name,
        cli.verb(name).summary)
    end
  end
  return out
end

local function name_tables()
  local out = {}
  for _, chapter in ipairs(help.chapters) do
    local title = chapter[1]:gsub("^%l", string.upper)
    table.move({ "## " .. title, "", "| name | written | meaning |", "|:---|:---|:---|" }, 1, 4, #out + 1, out)
    for _, entry in ipairs(help.entries(chapter[2])) do
      local units = entry.units and (" *(%s)*"):format(entry.units) or ""
      out[#out + 1] = ("| `%s` | `%s` | %s%s |"):format(entry.name, entry.usage, entry.means:gsub("|", "\\|"), units)
    end
    out[#out + 1] = ""
  end
  out[#out] = nil
  return out
end

--- The steps of rules: how each is written and what it gives.
local function step_table()
  local out = { "| step | gives |", "|:---|:---|" }
  for _, entry in ipairs(help.entries("steps")) do
    out[#out + 1] = ("| `%s` | %s |"):format(entry.usage, entry.means)
  end
  return out
end

local makers <const> = { fields = field_table, verbs = verb_list, names = name_tables, steps = step_table }

--- The page with what its examples print now put in.
---@param text string
---@param folder string
---@return string text
---@return string[] faults examples that did not do as they should
function manual.renew(text, folder)
  local lines, out, faults, printed, i = lines_of(text), {}, {}, nil, 1
  while i <= #lines do
    local line = lines[i]
    local lang, info = line:match("^```(%a+) ?(.*)$")
    local made, what = line:match("^<!%-%- (%a+):? ?(.-) ?%-%->$")
    out[#out + 1] = line
    if lang then
      local first = i + 1
      repeat i = i + 1 until lines[i] == "```"
      local body = table.concat(lines, "\n", first, i - 1)
      if lang == "text" and printed then
        body = printed
      elseif lang ~= "text" and lang ~= "console" then
        local output, fault = run_block(folder, lang, info, body)
        printed = output
        faults[#faults + 1] = fault and ("line %d: %s"):format(first - 1, fault)
      end
      printed = lang ~= "text" and printed or nil
      out[#out + 1], out[#out + 2] = body, "```"
    elseif made == "output" then
      printed = manual.shell(folder, (what:gsub("^of: ", "")))
    elseif makers[made] then
      table.move(makers[made](what), 1, 1000, #out + 1, out)
      repeat i = i + 1 until lines[i] == "<!-- end -->"
      out[#out + 1] = lines[i]
    elseif line ~= "" then
      printed = nil
    end
    i = i + 1
  end
  return table.concat(out, "\n") .. "\n", faults
end

-- Outputs that say what machine they ran on, or for how long.
local silent <const> = { version = true, test = true }
-- Its example names a file that is not shipped.
local not_run <const> = {
  import = "\nThe file is NHS England's; [facts](../facts.md) shows an import from start to end.\n",
}

local function verb_page(name)
  local verb = cli.verb(name)
  local about = verb.about and verb.about:gsub("\n", " ") .. "\n\n" or ""
  local page = ("# stead %s\n\n%s.\n\n%s```text\n%s\n```\n\n## Example\n\n```%s\n%s\n```\n"):format(name,
    verb.summary:gsub("^%l", string.upper), about, cli.help(name), not_run[name] and "console" or "sh", verb.example)
  return page .. (not_run[name] or silent[name] and "" or "\n```text\n```\n")
end

local chapters <const> = { "README", "start", "books", "numbers", "need", "budgets", "pools", "policy",
  "decisions", "facts", "ledger", "repl", "names", "errors" }

--- Every page by its path in the source tree: how it is made now.
---@return { path: string, make: fun(folder: string): string, string[]? }[]
function manual.pages(root)
  local out = {}
  local function page(path, text)
    out[#out + 1] = { path = path, make = function(folder)
      return manual.renew(text or slurp(root .. "/" .. path), folder)
    end }
  end
  page("README.md")
  page("CONTRIBUTING.md")
  for _, name in ipairs(chapters) do
    page(("share/doc/%s.md"):format(name))
  end
  for _, group in ipairs(cli.groups) do
    for _, name in ipairs(group[2]) do
      page(("share/doc/verbs/%s.md"):format(name), verb_page(name))
    end
  end
  out[#out + 1] = { path = "share/man/stead.1", make = dofile(root .. "/scripts/manual/roff.lua") }
  out[#out + 1] = { path = "share/doc/images/budget.svg", make = function(folder)
    local command <const> = "stead allocate --stream primary-medical --year 2023/24"
    local text = manual.shell(folder, command)
    local picture <const> = dofile(root .. "/scripts/manual/picture.lua")
    return picture("A terminal: " .. command, "$ " .. command .. "\n" .. text:match("^(.-terms: %a+)"))
  end }
  out[#out + 1] = { path = "share/doc/images/distance.svg", make = function(folder)
    put(folder .. "/.picture.lua", 'chart.dots(book:allocate { stream = "primary-medical", year = "2023/24" }'
      .. ':frame()):svg("distance.svg")')
    manual.shell(folder, "stead run .picture.lua")
    -- A ground of its own, for readers whose pages are dark.
    return (slurp(folder .. "/distance.svg"):gsub("^<svg ", '<svg style="background:#fff" '))
  end }
  return out
end

--- What one page should be, in a folder of its own.
---@return string text
---@return string[] faults
function manual.make(root, program, page)
  local folder <const> = manual.folder(root, program)
  local text, faults = page.make(folder)
  os.execute(("rm -rf '%s'"):format(folder))
  return text, faults or {}
end

if arg and arg[0] and arg[0]:find("scripts/manual%.lua$") then
  local root = core.host.realpath(arg[0]:match("^(.*)/scripts/manual%.lua$") or ".")
  local program = core.host.realpath(os.getenv("STEAD_PROGRAM") or root .. "/build/dev/stead")
  local wrong = 0
  for _, page in ipairs(manual.pages(root)) do
    if not arg[1] or page.path:find(arg[1], 1, true) then
      local text, faults = manual.make(root, program, page)
      for _, fault in ipairs(faults) do
        wrong = wrong + 1
        print(page.path .. ": " .. fault)
      end
      if text ~= slurp(root .. "/" .. page.path) then
        put(root .. "/" .. page.path, text)
        print("written  " .. page.path)
      end
    end
  end
  return wrong > 0 and 1 or 0
end

return manual
