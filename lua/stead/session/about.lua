--- What a name means in a book: a parameter, a rule, a check, a place, a body, or a code of England's register.
local core <const> = require("stead.core")
local format <const> = require("stead.format")
local globals <const> = require("stead.globals")
local words <const> = require("stead.words")

local about = {}

local function day()
  return core.host.now():sub(1, 10)
end

local function head(item, kind)
  local where = item.file and item.line and ("   %s:%d"):format(item.file, item.line) or ""
  return ("%s · %s%s"):format(item.id, kind, where)
end

local function value_line(value, on)
  local parameter <const> = require("stead.policy.parameter")
  local text = parameter.text(value.is)
  if type(value.is) == "table" and #text > 40 then
    text = "a table of " .. #words.keys(value.is)
  end
  local ends = value.until_ or value.to
  local now = value.from <= on and (not ends or on <= ends)
  return ("  %-3s  from %s%s   %s%s%s   %s"):format(now and "now" or "", core.text.words(value.from),
    ends and " to " .. core.text.words(ends) or "", value.stream and value.stream .. " " or "", text,
    value.cites and "   " .. words.cited(value.cites) or "", value.status or "")
end

local function of_parameter(p, on)
  local out = { head(p, "parameter, " .. p.unit), "  " .. p.title }
  if p.note then
    out[#out + 1] = "  " .. p.note
  end
  for _, stream in ipairs(words.keys(p.lines)) do
    for _, value in ipairs(p.lines[stream]) do
      out[#out + 1] = (value_line(value, on):gsub("%s+$", ""))
    end
  end
  if #p.values == 0 then
    out[#out + 1] = "  has no value yet: " .. p.unknown
  end
  out[#out + 1] = p.cites and "  rests on " .. words.cited(p.cites) or nil
  local first <const> = p.values[1]
  if first then
    out[#out + 1] = ("\n  example   book:policy():value(%q, { on = %q%s })"):format(p.id, first.from,
      first.stream and (", stream = %q"):format(first.stream) or "")
  end
  return table.concat(out, "\n")
end

local function of_rule(rule, kind)
  local out = { head(rule, kind), "  " .. (rule.note or rule.title or "") }
  for _, group in ipairs({ rule.uses or {}, rule.may_use or {} }) do
    for _, key in ipairs(words.keys(group)) do
      out[#out + 1] = ("  uses %s as %s"):format(group[key].id, key)
    end
  end
  out[#out + 1] = rule.cites and "  rests on " .. words.cited(rule.cites) or nil
  local example <const> = kind == "check" and "book:check()" or ("book:policy():rule(%q).title"):format(rule.id)
  out[#out + 1] = "\n  example   " .. example
  return table.concat(out, "\n")
end

local function of_place(place)
  return table.concat({ head(place, "place"), "  " .. place.name, "  " .. place.purpose,
    "  partners  " .. words.list(place.partners or {}), ("\n  example   book.place[%q].name"):format(place.id) }, "\n")
end

local function of_body(body)
  return table.concat({ head(body, (body.tier and body.tier .. " " or "") .. body.kind), "  " .. body.name,
    ("\n  example   book.body[%q].name"):format(body.id) }, "\n")
end

local function practice(book, code)
  local years <const> = book.facts:years("need")
  local year <const> = years[#years]
  local need = year and book.facts:need(year)
  for r, each in ipairs(need and need:column("practice") or {}) do
    if each == code then
      local cover = book.system and book:cover(year)
      local at = cover and cover.place[r]
      return table.concat({ code .. " · practice", "  " .. (need:cell(r, "name") or ""),
        ("  %s registered people in %s%s"):format(format.number(need:cell(r, "population"), 0), year,
          at and ", in " .. book.places[at].name or ""),
        ("\n  example   sql \"select * from payments where practice = '%s'\""):format(code) }, "\n")
    end
  end
end

local registers <const> = { "icb", "sub_icb", "council", "pcn" }

local function registered(book, code, out)
  for _, kind in ipairs(registers) do
    local name = book.facts:names(kind)[code]
    if name then
      out[#out + 1] = ("%s · %s\n  %s\n\n  example   sql \"select * from %s where code = '%s'\""):format(code,
        (kind:gsub("sub_icb", "sub-ICB location"):gsub("icb$", "ICB"):gsub("pcn", "PCN")), name, kind, code)
    end
  end
  out[#out + 1] = #out == 0 and practice(book, code) or nil
end

local function try(f, ...)
  local ok, found = pcall(f, ...)
  return ok and found or nil
end

--- The pages there are on a name.
---@param name string
---@return string[]
function about.pages(name)
  local out, book = {}, try(globals.lookup, "book")
  if not book then
    return out
  end
  local policy = try(book.policy, book)
  if policy then
    for _, id in ipairs(words.keys(policy.parameters)) do
      if id == name or id:match("%.([^.]+)$") == name then
        out[#out + 1] = of_parameter(policy.parameters[id], book.as_at or day())
      end
    end
    out[#out + 1] = policy.rules[name] and of_rule(policy.rules[name], "rule") or nil
    out[#out + 1] = policy.checks[name] and policy.checks[name].layer == "book"
      and of_rule(policy.checks[name], "check") or nil
  end
  for _, place in ipairs(book.places) do
    out[#out + 1] = place.id == name and of_place(place) or nil
  end
  for _, body in ipairs(book.system and book.system.bodies or {}) do
    out[#out + 1] = body.id == name and of_body(body) or nil
  end
  if name:find("^%w+$") and name:find("%d") or name:find("^%u+$") then
    registered(book, name:upper(), out)
  end
  return out
end

--- Names that there are pages on, beside the manual's own.
---@return string[]
function about.candidates()
  local out, book = {}, try(globals.lookup, "book")
  local policy = book and try(book.policy, book)
  for _, kind in ipairs(policy and { "parameters", "rules", "checks" } or {}) do
    table.move(words.keys(policy[kind]), 1, #words.keys(policy[kind]), #out + 1, out)
  end
  for _, list in ipairs(book and { book.places, book.system and book.system.bodies or {} } or {}) do
    for _, each in ipairs(list) do
      out[#out + 1] = each.id
    end
  end
  return out
end

--- Every name that `?` knows but codes, which are many.
---@return string[]
function about.names()
  local _, all = require("stead.manual").find("")
  local own = about.candidates()
  return table.move(own, 1, #own, #all + 1, all)
end

return about
