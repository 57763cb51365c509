--- What a rule is given of an allocation, and its answer: the parts it starts from, its terms, the budgets.
local core <const> = require("stead.core")
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local rules <const> = require("stead.policy.run")
local words <const> = require("stead.words")

local order = {}

--- Every line has its amount in the file, and every amount its line.
local function match(self, amounts, what, path)
  local codes, missing = {}, {}
  for row in self.plan:need():rows() do
    if row.icb == self.icb then
      codes[row.code] = true
      missing[#missing + 1] = not amounts[row.code] and row.code or nil
    end
  end
  for _, code in ipairs(words.keys(amounts)) do
    if not codes[code] then
      fault.source("%s: no %s '%s' in this allocation%s", path, self.by, code,
        words.did_you_mean(code, words.keys(codes)))
    end
  end
  if #missing > 0 then
    fault.source("%s: no %s for %s; write 0 where there is none", path, what, words.list(missing, 12))
  end
end

--- Amounts by code under their ICB, as the calculation takes them.
local function under_icb(self, amounts, what, path)
  if not amounts then
    return nil
  elseif not self.icb then
    fault.command("%ss by code are of one ICB; name it with --icb", what)
  end
  if path then
    match(self, amounts, what, path)
  end
  return { [self.icb] = amounts }
end

--- Terms that no sum can meet are no fault of stead's: nothing is allocated.
local function calculated(work, ...)
  local ok, result = pcall(work, ...)
  if ok then
    return result
  elseif fault.is(result) and result.exit == 1 and not result.message:find("nothing is allocated") then
    fault.check("%s; nothing is allocated", result.message)
  elseif type(result) ~= "string" or result:find("^bad argument") or result:find("^not enough memory") then
    error(result, 0)
  end
  fault.check("%s; nothing is allocated", result)
end

--- The parts that a rule starts from: baselines, targets, envelopes, bids. `baselines` stand in for the plan's own.
---@param self stead.Allocation
---@param baselines table<string, table<string, stead.Money>>? by ICB and code
---@return table<string, any>
function order.given(self, baselines)
  local t = self.terms
  if t.envelope and not self.icb then
    fault.command("one envelope cannot serve every ICB; name one with --icb, or give --growth")
  end
  local bids = under_icb(self, self.bids, "bid", t.bids)
  return calculated(self.plan.given, self.plan, {
    growth = t.growth, column = not t.weights and self.column or nil, weights = t.weights, icb = self.icb,
    envelope = t.envelope and { [self.icb] = t.envelope } or nil,
    baselines = baselines or under_icb(self, self.base.amounts, "baseline", t.baseline),
    bids = bids, committed = bids and { [self.icb] = self.committed },
  })
end

--- The rule that a method is: "pace" is allocation.pace.
---@param method string
---@return string
function order.rule(method)
  return "allocation." .. method:gsub("-", "_")
end

--- Terms set by whoever asks or by the book's allocation; the rest are looked up in policy.
local function own_terms(t, rule)
  local values = {}
  for _, group in ipairs({ rule.uses or {}, rule.may_use or {} }) do
    for key in pairs(group) do
      if t[key] ~= nil and not (t.resolved[key] and not t.given[key]) then
        values[key] = t[key]
      end
    end
  end
  if t.mix then
    values.mix = { uniform = t.mix[1], target = t.mix[2], bids = t.mix[3] }
  end
  return values
end

--- A rule is given what it takes, and must be able to have it.
local function taken(rule, given)
  local out = {}
  for name in pairs(rule.takes) do
    out[name] = given[name]
  end
  if rule.takes.baseline and not out.baseline then
    fault.command("rule '%s' starts from baselines; give --baseline", rule.id)
  elseif rule.takes.target and not out.target then
    fault.check("nobody has any need of this kind, so there is no share of it; nothing is allocated")
  end
  return out
end

--- Whose answer it is: the last variation round the rule, or the rule.
local function last_word(rule, trace)
  local item = trace.variations[#trace.variations] or rule
  return ("%s:%d: %s '%s'"):format(item.file, item.line, item.what, item.id)
end

--- Every pound foots, whatever a rule says (law 1).
local function must_foot(rule, trace, answer, given)
  if core.parts.kind(answer) ~= "parts" then
    fault.script("%s returned one amount; an allocation has parts", last_word(rule, trace))
  end
  for _, icb in ipairs(words.keys(given.envelope)) do
    local sum, envelope = answer:total(icb):text(), core.parts.amount(given.envelope[icb]):text()
    if sum ~= envelope then
      fault.invariant("%s does not foot: its parts come to £%s in %s and the envelope is £%s; nothing is allocated\n"
        .. "  the working, step by step\n  %s\n  end the steps with  :foot_to(given.envelope)", last_word(rule, trace),
        sum:gsub("%.?0*$", ""), icb, envelope:gsub("%.?0*$", ""),
        table.concat(require("stead.explain.working").lines(answer, icb), "\n  "))
    end
  end
end

--- Runs the rule of an allocation's method on what it is given.
---@param self stead.Allocation
---@param given table<string, any>
---@return stead.Frame budgets
---@return stead.Parts answer
---@return stead.RuleTrace trace
function order.put(self, given)
  local policy, id = self.book:policy(), order.rule(self.terms.method)
  local rule = policy:rule(id)
  local answer, trace
  calculated(function()
    answer, trace = rules.rule(policy, id, {
      given = taken(rule, given), on = dates.start_of(self.terms.year), stream = self.terms.stream,
      places = self.by == "place" and self.codes or nil, values = own_terms(self.terms, rule),
      without = self.leave_out,
    })
    return true
  end)
  must_foot(rule, trace, answer, given)
  return calculated(self.plan.awards, self.plan, answer, given), answer, trace
end

return order
