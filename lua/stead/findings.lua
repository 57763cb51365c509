--- Findings as people and programs read them: errors first, those of one check together, those accepted last.
local core <const> = require("stead.core")
local json <const> = require("stead.json")
local words <const> = require("stead.words")

---@class stead.Finding
---@field id string stable, such as "footprint.none": the check's
---@field title string what the check looks for
---@field severity "error"|"warning"|"info"
---@field subject string
---@field message string
---@field detail string? lines that go with it
---@field todo string?
---@field where string? file and line
---@field citation string?
---@field accepted { agreed_by: string, on: string, minute: string, under: string, reason: string, where: string }?

---@class stead.Findings
---@field [integer] stead.Finding
---@field on string the day
---@field errors integer that stand: what is accepted does not count
---@field warnings integer
---@field accepted integer
local findings = { __name = "stead.findings" }

local methods <const> = {}
local rank <const> = { error = 1, warning = 2, info = 3 }
local columns <const> = { "severity", "id", "subject", "message", "todo", "where", "citation", "accepted_by",
  "accepted_on" }

local function order_of(finding)
  return (finding.accepted and 10 or 0) + rank[finding.severity]
end

---@param list stead.Finding[] in the order that checks gave them
---@param on string
---@return stead.Findings
function findings.of(list, on)
  local place = {}
  for i, finding in ipairs(list) do
    place[finding] = i
  end
  table.sort(list, function(a, b)
    local first, second = order_of(a), order_of(b)
    if first ~= second then
      return first < second
    end
    return place[a] < place[b]
  end)
  return setmetatable({ list = list, on = on }, findings)
end

--- How many of a severity stand.
---@param severity "error"|"warning"|"info"
---@return integer
function methods:count(severity)
  local n = 0
  for _, each in ipairs(self.list) do
    n = n + (each.severity == severity and not each.accepted and 1 or 0)
  end
  return n
end

function findings.__index(self, key)
  if math.type(key) == "integer" then
    return rawget(self, "list")[key]
  elseif key == "errors" then
    return self:count("error")
  elseif key == "warnings" then
    return self:count("warning")
  elseif key == "accepted" then
    return #self.list - self:count("error") - self:count("warning") - self:count("info")
  end
  return methods[key]
end

function findings.__len(self)
  return #rawget(self, "list")
end

--- A check writes what it likes; a terminal is told only what can be printed.
local function plain(line)
  return (line:gsub("%c", " "))
end

local function add(out, indent, line)
  out[#out + 1] = indent .. plain(line)
end

local function add_finding(out, each, before)
  add(out, "    ", ("%s: %s"):format(each.subject, each.message))
  for line in ((each.detail or "") .. "\n"):gmatch("(.-)\n") do
    if line ~= "" then
      add(out, "        ", line)
    end
  end
  local after = { each.where }
  if not before or before.todo ~= each.todo then
    after[#after + 1] = each.todo
  end
  if #after > 0 then
    add(out, "      ", table.concat(after, "  "))
  end
  local a = each.accepted
  if a then
    add(out, "      ", ("accepted by %s on %s, %s, under %s: %s  %s"):format(a.agreed_by, core.text.words(a.on),
      a.minute, a.under, a.reason, a.where))
  end
end

function findings.__tostring(self)
  local out, last = {}, nil
  for i, each in ipairs(self.list) do
    local before = self.list[i - 1]
    local head = ("  %-8s  %s  %s%s"):format(each.accepted and "accepted" or each.severity, each.id, each.title,
      each.citation and " (" .. each.citation .. ")" or "")
    if head ~= last then
      out[#out + 1] = plain(head)
      last, before = head, nil
    end
    add_finding(out, each, before)
  end
  out[#out + 1] = ("  as on %s: %s, %s, %s%d to know"):format(core.text.words(self.on),
    words.count(self.errors, "error"), words.count(self.warnings, "warning"),
    self.accepted > 0 and ("%d accepted, "):format(self.accepted) or "", self:count("info"))
  return table.concat(out, "\n")
end

--- A row for each, with who accepted it: in Lua, and to question in SQL.
---@return stead.Frame
function methods:frame()
  local kinds, rows = {}, {}
  for i, name in ipairs(columns) do
    kinds[i] = { name, "text" }
  end
  for i, each in ipairs(self.list) do
    local row, a = {}, each.accepted
    for c, name in ipairs(columns) do
      row[c] = each[name]
    end
    row[#columns - 1], row[#columns] = a and a.agreed_by, a and a.on
    rows[i] = row
  end
  local frame = core.frame.new(kinds, rows)
  frame:about().title = "Findings as on " .. core.text.words(self.on)
  return frame
end

function methods:rows()
  return self:frame():rows()
end

function methods:csv(path)
  return self:frame():csv(path)
end

local keys <const> = { "id", "severity", "subject", "message", "detail", "where", "citation", "todo", "accepted" }
local accepted_keys <const> = { "agreed_by", "on", "minute", "under", "reason", "where" }

---@return string
function methods:json()
  local list = {}
  for i, each in ipairs(self.list) do
    local values = {}
    for _, key in ipairs(keys) do
      values[key] = each[key]
    end
    values.accepted = each.accepted and json.ordered(accepted_keys, each.accepted)
    list[i] = json.ordered(keys, values)
  end
  return json.encode(list)
end

return findings
