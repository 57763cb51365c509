--- Policy: national parameters, rules and checks, those of a book, and the book's variations of either.
local core <const> = require("stead.core")
local examples <const> = require("stead.policy.examples")
local fault <const> = require("stead.fault")
local files <const> = require("stead.files")
local parameter <const> = require("stead.policy.parameter")
local variation <const> = require("stead.policy.variation")
local words <const> = require("stead.words")

---@class stead.Policy
---@field parameters table<string, stead.Declared>
---@field rules table<string, stead.Declared>
---@field checks table<string, stead.Declared>
---@field variations stead.Declared[]
---@field digests table<string, string> of the book's own files
local policy = {}
policy.__index = policy

local folders <const> = { "parameters", "rules", "checks", "variations" }
local kind_of <const> = { parameters = "parameter", rules = "rule", checks = "check", variations = "variation" }
local completed <const> = { parameter = parameter.complete, variation = variation.complete }

--- Adds what a file declares. A book may not declare again what is national, but for the value of a parameter that
--- nobody has given nationally.
local function add(self, what, item, layer)
  item.layer = layer
  if what == "variation" then
    table.insert(self.variations, item)
    return
  end
  local into = self[what .. "s"]
  local twin = into[item.id]
  if twin and twin.layer == "national" and layer == "book" then
    if what == "parameter" and #twin.values == 0 and twin.unit == item.unit then
      item.national, item.vary = twin, item.vary or twin.vary
    else
      fault.script("%s:%d: '%s' is a national %s (%s:%d), which is never edited locally; write a variation of it",
        item.file, item.line, item.id, what, twin.file, twin.line)
    end
  elseif twin then
    fault.script("%s:%d: %s '%s' is declared twice; the other is at %s:%d", item.file, item.line, what, item.id,
      twin.file, twin.line)
  end
  into[item.id] = item
end

--- Text without what does not count: comments on lines of their own or after code, and how it is spaced.
local function plain(text)
  local out = {}
  for line in (text .. "\n"):gmatch("(.-)\n") do
    local kept = line:match("^(.-)%s*%-%-[^\"']*$") or line
    out[#out + 1] = kept:find("^%s*%-%-") and "" or kept
  end
  return (table.concat(out, "\n"):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

--- Each declaration's own lines of a file, after those above the first that all of them may use; white space and
--- comments made plain, so that its version changes only when what it says does.
local function own_text(text, list)
  local lines, starts = {}, {}
  for line in (text .. "\n"):gmatch("(.-)\n") do
    lines[#lines + 1] = line
  end
  for i, item in ipairs(list) do
    starts[i] = item.line
  end
  table.sort(starts)
  local shared = ("\n" .. table.concat(lines, "\n", 1, starts[1] - 1)):gsub("\n%s*return%s*{?%s*$", ""):sub(2)
  shared = plain(shared) ~= "" and shared .. "\n" or ""
  for _, item in ipairs(list) do
    local last = #lines
    for _, start in ipairs(starts) do
      last = start > item.line and math.min(last, start - 1) or last
    end
    item.text = shared .. table.concat(lines, "\n", item.line, last):gsub("[%s,}]*$", "")
    item.digest = core.text.digest(plain(item.text))
  end
end

local function read_layer(self, root, prefix, layer)
  for _, folder in ipairs(folders) do
    for _, path in ipairs(files.files(root, prefix .. folder)) do
      local what = kind_of[folder]
      local list, digest, text = files.file(root, path, { [what] = true })
      own_text(text, list)
      for _, item in ipairs(list) do
        add(self, what, completed[what] and completed[what](item) or item, layer)
      end
      if layer == "book" then
        self.digests[path] = digest
      end
    end
  end
end

--- A rule may use only parameters that are declared.
local function check_uses(self, item)
  for _, group in ipairs({ item.uses or {}, item.may_use or {} }) do
    for _, name in ipairs(words.keys(group)) do
      local wanted = group[name].id
      if not self.parameters[wanted] then
        fault.script("%s:%d: '%s' uses the parameter '%s', which is not declared%s", item.file, item.line, item.id,
          wanted, words.did_you_mean(wanted, words.keys(self.parameters)))
      end
    end
  end
end

local function agree(self)
  for _, kind in ipairs({ "rules", "checks" }) do
    for _, id in ipairs(words.keys(self[kind])) do
      check_uses(self, self[kind][id])
    end
  end
  for _, id in ipairs(words.keys(self.rules)) do
    examples.refuse(self.rules[id], self.rules[id])
  end
end

local function agree_variations(self, book)
  variation.agree(book, self)
  for _, v in ipairs(self.variations) do
    check_uses(self, v)
    if v.steps then
      examples.refuse(self.rules[v.id], v)
    end
  end
end

--- Loads national policy and, on top, a book's.
---@param book stead.Book? without one, national policy alone
---@return stead.Policy
function policy.load(book)
  local self = setmetatable({ parameters = {}, rules = {}, checks = {}, variations = {}, digests = {} }, policy)
  read_layer(self, fault.try(core.host.share_path("england")), "policy/", "national")
  if book and book.root then
    read_layer(self, book.root, "policy/", "book")
  end
  agree(self)
  if book and book.root then
    agree_variations(self, book)
  end
  return self
end

--- The parameter of that name; raises with the nearest when there is none.
---@param name string
---@return stead.Declared
function policy:parameter(name)
  local found = self.parameters[name]
  if not found then
    fault.command("no parameter '%s'%s ('stead params' lists them)", name,
      words.did_you_mean(name, words.keys(self.parameters)))
  end
  return found
end

---@class stead.Resolved
---@field value any
---@field parameter stead.Declared
---@field entry table? the dated value it came from
---@field variation stead.Declared? the last that changed it
---@field status string

--- A parameter's value on a day, for a stream and a place, variations applied. Nil, and why, when there is none.
---@param name string
---@param ask { on: string, stream: string?, at: string?, without: stead.Declared? }
---@return stead.Resolved?, string? message
function policy:resolve(name, ask)
  local p = self:parameter(name)
  local entry, message = parameter.at(p, ask.on, ask.stream)
  local out = entry and { value = entry.is, parameter = p, entry = entry, status = entry.status }
  for _, v in ipairs(variation.in_force(self, name, ask.on, ask.at, ask.stream)) do
    if v.is ~= nil and v ~= ask.without then
      out = { value = v.is, parameter = p, entry = entry, variation = v, status = v.status or "user" }
    end
  end
  return out or nil, message
end

--- A parameter's value; raises, saying who must supply it or which dates it has, when there is none.
---@param name string
---@param ask { on: string, stream: string?, at: string? }
---@return any
function policy:value(name, ask)
  local found, message = self:resolve(name, ask)
  if not found then
    fault.command("%s", message)
  end
  return found.value
end

--- The rule of that name; raises with the nearest when there is none.
---@param name string
---@return stead.Declared
function policy:rule(name)
  local found = self.rules[name]
  if not found then
    fault.command("no rule '%s'%s", name, words.did_you_mean(name, words.keys(self.rules)))
  end
  return found
end

--- The version of a rule: the first digits of the digest of its text, comments and white space left out.
---@param item stead.Declared
---@return string
function policy.version(item)
  return item.digest:sub(1, 12)
end

return policy
