--- What the calculation is told, from an allocation's terms, and what it answers.
local fault <const> = require("stead.fault")
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

--- What the calculation is told, from the terms.
---@param self stead.Allocation
---@return table
function order.of(self)
  local t = self.terms
  if t.envelope and not self.icb then
    fault.command("one envelope cannot serve every ICB; name one with --icb, or give --growth")
  end
  return {
    method = t.method, closing = t.closing, floor = t.floor, ceiling = t.ceiling, cap = t.cap, mix = t.mix,
    growth = t.growth, column = not t.weights and self.column or nil, weights = t.weights, icb = self.icb,
    envelope = t.envelope and { [self.icb] = t.envelope } or nil, bids = under_icb(self, self.bids, "bid", t.bids),
    committed = under_icb(self, self.committed, "bid"),
    baselines = under_icb(self, self.base.amounts, "baseline", t.baseline),
  }
end

--- Puts it to the plan. Terms that no sum can meet are no fault of stead's: nothing is allocated.
---@param self stead.Allocation
---@param asked table
---@return stead.Frame result
---@return stead.Working? working
function order.put(self, asked)
  local ok, result, working = pcall(self.plan.run, self.plan, asked)
  if ok then
    return result, working
  elseif type(result) ~= "string" or result:find("^bad argument") or result:find("^not enough memory") then
    error(result, 0)
  end
  fault.check("%s; nothing is allocated", result)
end

return order
