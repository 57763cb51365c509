--- The program's verbs. Each is a thin file over what scripts call: what a verb can do, a script can do.
local args <const> = require("stead.cli.args")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local cli = {}

--- The verbs, in the order that help shows them.
cli.groups = {
  { "money", { "need", "allocate", "ledger", "outturn" } },
  { "decisions", { "who" } },
  { "partners", { "pool", "settle", "agreement", "bcf" } },
  { "policy", { "check", "params", "variations", "explain", "cites" } },
  { "facts", { "import", "bodies", "sql" } },
  { "work", { "new", "run", "test", "report", "version", "help" } },
}

---@class stead.Verb
---@field summary string one line
---@field usage string what follows the verb
---@field example string a command that runs
---@field about string? a paragraph
---@field options table<string, stead.Option>
---@field positional table[]?
---@field run fun(given: table<string, any>, argv: string[]): integer?
---@field raw boolean? the verb reads its own words (a script's)

local function names()
  local list = {}
  for _, group in ipairs(cli.groups) do
    table.move(group[2], 1, #group[2], #list + 1, list)
  end
  return list
end

--- The verb of that name.
---@param name string
---@return stead.Verb
function cli.verb(name)
  local list = names()
  for _, each in ipairs(list) do
    if each == name then
      return require("stead.cli." .. name)
    end
  end
  fault.command("no verb '%s'%s ('stead help' lists them)", name, words.did_you_mean(name, list))
end

--- All options of a verb: its own and what every verb takes.
function cli.options(verb)
  local all = {}
  for name, option in pairs(args.common) do
    all[name] = option
  end
  for name, option in pairs(verb.options or {}) do
    all[name] = option
  end
  return all
end

--- The help page of one verb.
---@param name string
---@return string
function cli.help(name)
  local verb, out = cli.verb(name), {}
  out[#out + 1] = ("stead %s %s"):format(name, verb.usage):gsub("%s+$", "")
  out[#out + 1] = ""
  out[#out + 1] = "  " .. verb.summary
  if verb.about then
    out[#out + 1] = ""
    out[#out + 1] = "  " .. verb.about:gsub("\n", "\n  ")
  end
  out[#out + 1] = ""
  local options, width = cli.options(verb), 0
  local heads = {}
  for _, key in ipairs(words.keys(options)) do
    heads[key] = "--" .. key .. (options[key].takes and " " .. options[key].takes or "")
    width = math.max(width, #heads[key])
  end
  for _, key in ipairs(words.keys(options)) do
    out[#out + 1] = ("  %-" .. width .. "s  %s"):format(heads[key], options[key].help)
  end
  out[#out + 1] = ""
  out[#out + 1] = "  example   " .. verb.example:gsub("\n", "\n            ")
  return table.concat(out, "\n")
end

--- The page that `stead help` prints.
---@return string
function cli.overview()
  local out = { "stead: money, decisions and outcomes for England's places", "" }
  for _, group in ipairs(cli.groups) do
    for i, name in ipairs(group[2]) do
      out[#out + 1] = ("  %-10s %-10s %s"):format(i == 1 and group[1] or "", name, cli.verb(name).summary)
    end
  end
  out[#out + 1] = ""
  out[#out + 1] = "  stead                 the REPL, in the book found from here"
  out[#out + 1] = "  stead -e CODE         evaluate and print"
  out[#out + 1] = "  stead VERB --help     what a verb takes, with an example"
  return table.concat(out, "\n")
end

local aliases <const> = { ["--help"] = "help", ["-h"] = "help", ["--version"] = "version" }

--- Runs the program's words and gives its exit status. Faults are raised to the caller.
---@param argv string[]
---@return integer
function cli.main(argv)
  local name = aliases[argv[1]] or argv[1]
  if name == nil then
    return require("stead.cli.repl").run({}, {}) or 0
  elseif name == "-e" then
    return require("stead.cli.evaluate").run(table.pack(table.unpack(argv, 2))) or 0
  end
  local verb = cli.verb(name)
  local rest = table.move(argv, 2, #argv, 1, {})
  if verb.raw then
    return verb.run({}, rest) or 0
  end
  local given = args.read(rest, cli.options(verb), verb.positional)
  if given.help then
    print(cli.help(name))
    return 0
  end
  return verb.run(given, rest) or 0
end

return cli
