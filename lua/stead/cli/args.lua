--- The words after a verb: options, their values and what stands alone. An unknown option names its neighbours.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local args = {}

---@class stead.Option
---@field takes string? what its value is called; without it the option is a switch
---@field is string? "year", "rate", "growth", "money", "count", "date": how the value is read
---@field one_of string[]?
---@field many boolean? may be given more than once
---@field required boolean?
---@field help string

--- What every verb takes.
args.common = {
  json = { help = "print JSON" },
  csv = { help = "print CSV, full precision" },
  book = { takes = "DIR", help = "the book to work in (else the one found from here)" },
  help = { help = "say what the verb does, with an example" },
}

--- What a function said of its argument, without saying which function it was.
---@param message any
---@return string
function args.misuse(message)
  return tostring(message):match("^bad argument #%d+ to '.-' %((.*)%)$") or tostring(message)
end

local readers <const> = {
  year = function(text)
    local year, message = core.text.year(text)
    return year and text, message
  end,
  date = function(text)
    local day, message = core.text.date(text)
    return day and text, message
  end,
  count = function(text)
    local n = math.tointeger(tonumber(text))
    if n and n >= 1 then
      return n
    end
    return nil, ("'%s' is not a whole number of one or more"):format(text)
  end,
  rate = function(text)
    if not text:find("%%$") then
      return nil, ("'%s' needs its sign: write %s%%"):format(text, text)
    end
    local ok, value = pcall(core.money.rate, text)
    return ok and value or nil, ok and "" or args.misuse(value)
  end,
  money = function(text)
    local ok, value = pcall(core.money.gbp, text)
    return ok and value or nil, ok and "" or args.misuse(value)
  end,
}

local function convert(name, option, text)
  if option.one_of then
    for _, word in ipairs(option.one_of) do
      if word == text then
        return text
      end
    end
    fault.command("--%s: '%s' is not one of %s%s", name, text, words.list(option.one_of),
      words.did_you_mean(text, option.one_of))
  end
  if not option.is then
    return text
  end
  local value, message = readers[option.is](text)
  if value == nil then
    fault.command("--%s: %s", name, message)
  end
  return value
end

local function find(options, name)
  local option = options[name]
  if not option then
    fault.command("no option --%s%s", name, words.did_you_mean(name, words.keys(options)))
  end
  return option
end

local function store(into, name, option, value)
  if option.many then
    into[name] = into[name] or {}
    table.insert(into[name], value)
  elseif into[name] ~= nil then
    fault.command("--%s is given twice", name)
  else
    into[name] = value
  end
end

--- Reads the words after a verb.
---@param argv string[]
---@param options table<string, stead.Option>
---@param positional { name: string, required: boolean?, many: boolean? }[]?
---@return table<string, any> options by name; what stands alone is the list part
function args.read(argv, options, positional)
  local out, i = {}, 1
  while i <= #argv do
    local word = argv[i]
    local name, value = word:match("^%-%-([%w-]+)=(.*)$")
    name = name or word:match("^%-%-([%w-]+)$")
    if word == "--" then
      table.move(argv, i + 1, #argv, #out + 1, out)
      break
    elseif name then
      local option = find(options, name)
      if option.takes and value == nil then
        i = i + 1
        value = argv[i]
        if value == nil then
          fault.command("--%s needs its %s", name, option.takes)
        end
      elseif not option.takes and value ~= nil then
        fault.command("--%s takes no value", name)
      end
      store(out, name, option, option.takes and convert(name, option, value) or true)
    else
      out[#out + 1] = word
    end
    i = i + 1
  end
  args.complete(out, options, positional or {})
  return out
end

--- Refuses what is missing or too much.
function args.complete(out, options, positional)
  if out.help then
    return
  end
  for _, name in ipairs(words.keys(options)) do
    if options[name].required and out[name] == nil then
      fault.command("--%s %s is missing: %s", name, options[name].takes, options[name].help)
    end
  end
  local many = #positional > 0 and positional[#positional].many
  if #out > #positional and not many then
    fault.command("'%s' is one word too many", out[#positional + 1])
  end
  for i, each in ipairs(positional) do
    if each.required and out[i] == nil then
      fault.command("%s is missing", each.name)
    end
  end
end

return args
