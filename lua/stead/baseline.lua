--- What each place has to start from: what its practices were paid in a year, or a file of amounts by code.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")

local baseline = {}

---@class stead.Baseline
---@field kind "payments"|"file"|"none"
---@field title string
---@field frame stead.Frame? a row per practice of the need frame, with its money
---@field amounts table<string, stead.Money>? by code of a place
---@field source table?
---@field unpaid { practice: string, row: integer }[] with need and without payment
---@field needless { practice: string, pence: integer, line: integer, sub_icb: string? }[] paid and without need

local function by_practice(facts, need, year)
  local paid = facts:payments(year)
  local codes, rows, unpaid, met = need:column("practice"), {}, {}, {}
  for i = 1, #need do
    local pence = paid.pence[codes[i]]
    met[codes[i]] = true
    rows[i] = { pence and core.money.pence(pence) }
    if not pence then
      unpaid[#unpaid + 1] = { practice = codes[i], row = i }
    end
  end
  local needless = {}
  for code, pence in pairs(paid.pence) do
    if not met[code] then
      needless[#needless + 1] = { practice = code, pence = pence, line = paid.line[code], sub_icb = paid.sub_icb[code] }
    end
  end
  table.sort(needless, function(a, b)
    return a.practice < b.practice
  end)
  return {
    kind = "payments", title = "paid to practices in " .. year, year = year, source = paid.source, line = paid.line,
    pence = paid.pence, frame = core.frame.new({ { "baseline", "money" } }, rows), unpaid = unpaid,
    needless = needless,
  }
end

--- Amounts by code from a CSV with the columns `code` and the ones asked for.
---@param path string
---@param wanted string[] the money columns; those after the first may be absent
---@return table<string, table<string, stead.Money>>
function baseline.read(path, wanted)
  local fields = { { name = "code", is = "text", headings = { "code" }, key = true } }
  for i, name in ipairs(wanted) do
    fields[#fields + 1] = { name = name, is = "money", headings = i == 1 and { name, "amount" } or name,
      optional = i > 1, blank = i == 1 and "refuse" or "allow" }
  end
  local frame = fault.file(path, core.sheet.read(path, { header = "code", fields = fields, commas = true }))
  local out = {}
  for row in frame:rows() do
    out[row.code] = row
  end
  return out
end

--- A file that a book names lies beside its system.lua.
---@param path string
---@param root string? of the book that names it
---@return string
function baseline.path(path, root)
  return root and path:sub(1, 1) ~= "/" and root .. "/" .. path or path
end

local function from_file(text, root)
  local amounts, path = {}, baseline.path(text, root)
  for code, row in pairs(baseline.read(path, { "baseline" })) do
    amounts[code] = row.baseline
  end
  return { kind = "file", title = "baseline in " .. text, amounts = amounts, unpaid = {}, needless = {},
    source = { title = text, sha256 = core.text.digest_file(path) } }
end

--- Reads `payments:2022/23`, or the path of a CSV of code and amount.
---@param facts stead.Facts
---@param need stead.Frame
---@param text string?
---@param root string? of the book that names it
---@return stead.Baseline
function baseline.of(facts, need, text, root)
  if text == nil then
    return { kind = "none", title = "no baseline", unpaid = {}, needless = {} }
  end
  local kind, year = text:match("^(%a+):(.*)$")
  if kind == "payments" then
    local ok, message = core.text.year(year)
    if not ok then
      fault.command("--baseline %s: %s", text, message)
    end
    return by_practice(facts, need, year)
  elseif kind then
    fault.command("--baseline %s: no baseline called '%s'; write payments:2022/23, or the path of a CSV", text, kind)
  end
  return from_file(text, root)
end

return baseline
