--- Runs the checks of policy on a book: each is a declaration that is given the book on a day and gives back what
--- does not hold, in the sandbox. One that fails is itself a finding.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local findings <const> = require("stead.findings")
local given <const> = require("stead.policy.given")
local frozen <const> = require("stead.frozen")
local run <const> = require("stead.policy.run")
local sandbox <const> = require("stead.sandbox")
local sealed <const> = require("stead.sealed")
local shape <const> = require("stead.shape")
local variation <const> = require("stead.policy.variation")
local words <const> = require("stead.words")

local check = {}

local text <const> = { check = shape.text }
local fields <const> = {
  subject = { check = shape.text, required = true }, message = { check = shape.text, required = true }, todo = text,
  severity = { check = shape.one_of({ "error", "warning", "info" }) }, where = text, place = text, stream = text,
  detail = text,
}

local function where_of(item)
  return ("%s:%d"):format(item.file, item.line)
end

local function named(item)
  return ("%s: check '%s'"):format(where_of(item), item.id)
end

--- What the check's own function gives back; raises when it does not give a list.
local function answer(policy, item, facts, on)
  local p = frozen.of((run.parameters(policy, item, { on = on })))
  local list, message, code = core.host.call_limited(named(item), sandbox.limits(), item.steps, facts, p)
  if list == nil and message then
    error(fault.new(4, message, code), 0)
  elseif type(list) ~= "table" then
    fault.script("%s: returned %s; a check returns a list of findings, {} when all is well", named(item),
      list == nil and "nothing" or shape.describe(list))
  end
  return sealed.settle(list, named(item))
end

local function finding_of(item, i, raw)
  local where = ("%s: finding %d"):format(named(item), i)
  local wrong = shape.table(raw)
  if wrong then
    fault.script("%s %s", where, wrong)
  end
  shape.check(where, raw, fields)
  return { id = item.id, title = item.title, severity = raw.severity or item.severity, subject = raw.subject,
    message = raw.message, detail = raw.detail, todo = raw.todo or item.todo, where = raw.where, place = raw.place,
    stream = raw.stream, citation = item.cites and words.cited(item.cites) }
end

--- The findings of one check.
local function findings_of(policy, item, facts, on)
  local out = {}
  local list = answer(policy, item, facts, on)
  shape.check(named(item) .. ": what it returned", { list = list }, { list = { check = shape.list_of(shape.table) } })
  for i, raw in ipairs(list) do
    out[i] = finding_of(item, i, raw)
  end
  return out
end

local function failed(item, message)
  if not message:find(item.file, 1, true) then
    message = ("%s: %s"):format(named(item), message)
  end
  return { id = "check.failed", title = "Every check can run", severity = "error", subject = item.id,
    message = message, where = where_of(item), todo = "correct the check, or take its file away" }
end

--- The variation under which a finding is accepted: of its check, for its place, for its subject or for all.
local function accepted_by(policy, finding, on)
  local at = finding.place or finding.subject
  for _, v in ipairs(variation.in_force(policy, finding.id, on, at, finding.stream)) do
    if v.disables and (v.subject == nil or v.subject == finding.subject) then
      return { agreed_by = v.authority.agreed_by, on = v.authority.on, minute = v.authority.minute,
        under = words.cited(v.authority.under), reason = v.reason, where = where_of(v) }
    end
  end
end

--- Runs every check.
---@param book stead.Book
---@param options { on: string? } the day; without it the last day of the book's years
---@return stead.Findings
function check.run(book, options)
  local policy, list = book:policy(), {}
  local on = options.on or book.as_at or given.last_day(book)
  local facts = given.of(book, policy, on)
  for _, id in ipairs(words.keys(policy.checks)) do
    local item = policy.checks[id]
    local ok, found = pcall(findings_of, policy, item, facts, on)
    if not ok and not fault.is(found) then
      error(found, 0)
    end
    for _, finding in ipairs(ok and found or { failed(item, tostring(found)) }) do
      finding.accepted = accepted_by(policy, finding, on)
      list[#list + 1] = finding
    end
  end
  return findings.of(list, on)
end

return check
