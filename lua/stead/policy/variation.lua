--- Local variations: a departure from a parameter, a rule or a check, with the authority for it. What does not
--- agree is refused when the book loads.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local forms <const> = require("stead.policy.forms")
local parameter <const> = require("stead.policy.parameter")
local shape <const> = require("stead.shape")
local words <const> = require("stead.words")

local variation = {}

local function where_of(v)
  return ("%s:%d: variation '%s'"):format(v.file, v.line, v.id)
end

--- The file's name without folder and ending: what `replaces` names.
---@param v stead.Declared
---@return string
function variation.stem(v)
  return (v.file:match("([^/]+)%.lua$"))
end

--- What the variation does: "value", "rule" or "check".
---@param v stead.Declared
---@return string
function variation.kind(v)
  return v.disables and "check" or v.steps and "rule" or "value"
end

local function check_authority(v)
  shape.check(where_of(v) .. ": authority", v.authority, forms.authority)
  if v.in_force.from < v.authority.on and not v.retrospective then
    fault.script("%s: starts on %s, before it was agreed on %s; start it later, or say why in `retrospective`",
      where_of(v), core.text.words(v.in_force.from), core.text.words(v.authority.on))
  end
end

--- Checks what the fields' own checks cannot.
---@param v stead.Declared
---@return stead.Declared
function variation.complete(v)
  local given = (v.is ~= nil and 1 or 0) + (v.steps and 1 or 0) + (v.disables and 1 or 0)
  if given ~= 1 then
    fault.script("%s: must do one thing: `is` gives a parameter another value, `steps` wraps a rule, "
      .. "`disables = true` silences a check", where_of(v))
  end
  check_authority(v)
  if v.steps and not v.worked_example then
    fault.script("%s: varies a rule, so it needs a worked_example = { given = { … }, gives = { … } }", where_of(v))
  end
  return v
end

local function agreement(v)
  return ("    %s   %s   %s, %s"):format(v.file, dates.words(v.in_force), v.authority.agreed_by,
    core.text.words(v.authority.on))
end

local function at_words(book, v)
  return v.at and book.place[v.at].name or book.system.name
end

--- Two variations of one thing, for one place, that share days: refused, naming both and what to do.
local function refuse_both(book, a, b, from, to)
  if a.in_force.from > b.in_force.from then
    a, b = b, a
  end
  local todo = a.in_force.from < b.in_force.from
    and ("end the first on %s, or say that the second replaces it:  replaces = \"%s\""):format(
      core.text.words(dates.before(b.in_force.from)), variation.stem(a))
    or "take one of them away, or start one later than the other"
  fault.script("%s:%d: two variations of '%s' for %s are in force %s%s\n\n%s\n%s\n\n  %s", b.file, b.line, b.id,
    at_words(book, b), to ~= dates.NEVER and "from " or "", dates.words({ from = from, to = to }), agreement(a),
    agreement(b), todo)
end

local function same_subject(a, b)
  local streams = a.stream == nil or b.stream == nil or a.stream == b.stream
  return a.id == b.id and a.at == b.at and streams and a.subject == b.subject
end

--- What `replaces` names: a file's variation of the same thing.
local function replaced_by(v, list)
  local stems = {}
  for _, old in ipairs(list) do
    stems[variation.stem(old)] = true
    if variation.stem(old) == v.replaces and old ~= v and same_subject(old, v) then
      return old
    end
  end
  fault.script("%s: replaces '%s', which is not a variation of the same thing%s (name the other's file, without .lua)",
    where_of(v), v.replaces, stems[v.replaces] and "" or words.did_you_mean(v.replaces, words.keys(stems)))
end

--- Ends what another one replaces on the day before that one starts; refuses circles and unknown names.
local function apply_replacements(list)
  for _, v in ipairs(list) do
    v.ends = v.in_force.to
  end
  for _, v in ipairs(list) do
    local old = v.replaces and replaced_by(v, list)
    if old and old.replaces == variation.stem(v) then
      fault.script("%s: replaces '%s' (%s:%d), which replaces this one; take `replaces` out of the one that came first",
        where_of(v), v.replaces, old.file, old.line)
    elseif old and old.in_force.from >= v.in_force.from then
      fault.script("%s: starts on %s and replaces '%s' (%s:%d), which starts on %s; what replaces another starts later",
        where_of(v), core.text.words(v.in_force.from), v.replaces, old.file, old.line,
        core.text.words(old.in_force.from))
    elseif old then
      local day = dates.before(v.in_force.from)
      old.ends = old.ends and old.ends < day and old.ends or day
    end
  end
end

--- The span in which a variation counts, replacements taken into account.
---@param v stead.Declared
---@return { from: string, to: string? }
function variation.span(v)
  return { from = v.in_force.from, to = v.ends }
end

local function refuse_conflicts(book, list)
  for i, a in ipairs(list) do
    for j = i + 1, #list do
      local b = list[j]
      if same_subject(a, b) then
        local from, to = dates.shared(variation.span(a), variation.span(b))
        if from then
          refuse_both(book, a, b, from, to)
        end
      end
    end
  end
end

local function refuse_unknown(book, policy, v)
  local kind = variation.kind(v)
  local known <const> = { value = policy.parameters, rule = policy.rules, check = policy.checks }
  if not known[kind][v.id] then
    local what <const> = { value = "parameter", rule = "rule", check = "check" }
    fault.script("%s: there is no %s '%s'%s", where_of(v), what[kind], v.id,
      words.did_you_mean(v.id, words.keys(known[kind])))
  end
  if v.at and not book.places_by_id[v.at] then
    fault.script("%s: at '%s': there is no such place in %s%s", where_of(v), v.at, book.system.name,
      words.did_you_mean(v.at, words.keys(book.places_by_id)))
  end
  if kind == "rule" and v.at and policy.rules[v.id].level == "system" then
    fault.script("%s: rule '%s' runs once for the whole system, not at a place; vary it for the system, or vary a "
      .. "parameter that it uses at the place", where_of(v), v.id)
  end
end

--- What the parameter permits, at every value that the variation stands in for.
local function refuse_beyond(policy, v)
  if variation.kind(v) ~= "value" then
    return
  end
  local p = policy.parameters[v.id]
  local wrong = forms.checker(p.unit)(v.is)
  if wrong then
    fault.script("%s: field 'is' %s", where_of(v), wrong)
  end
  for _, value in ipairs(parameter.values(p, v.stream)) do
    if dates.shared(variation.span(v), { from = value.from, to = value.until_ or value.to }) then
      local why = parameter.refuses(p, v.is, value.is)
      if why then
        fault.script("%s: %s (%s:%d: parameter '%s')", where_of(v), why, p.file, p.line, p.id)
      end
    end
  end
end

--- Checks all variations of a book against one another and against what they vary.
---@param book stead.Book
---@param policy stead.Policy
function variation.agree(book, policy)
  apply_replacements(policy.variations)
  for _, v in ipairs(policy.variations) do
    refuse_unknown(book, policy, v)
    refuse_beyond(policy, v)
  end
  refuse_conflicts(book, policy.variations)
end

--- Whether any place varies it, on whatever day.
---@param policy stead.Policy
---@param id string
---@return boolean
function variation.at_places(policy, id)
  for _, v in ipairs(policy.variations) do
    if v.id == id and v.at then
      return true
    end
  end
  return false
end

--- Those in force on a day for something, the system's before the place's.
---@param policy stead.Policy
---@param id string
---@param on string
---@param at string? a place
---@param stream string?
---@return stead.Declared[]
function variation.in_force(policy, id, on, at, stream)
  local out = {}
  for _, wanted in ipairs({ "system", "place" }) do
    for _, v in ipairs(policy.variations) do
      local here = wanted == "system" and v.at == nil or wanted == "place" and at ~= nil and v.at == at
      local streams = v.stream == nil or v.stream == stream
      if v.id == id and here and streams and dates.within(on, variation.span(v)) then
        out[#out + 1] = v
      end
    end
  end
  return out
end

return variation
