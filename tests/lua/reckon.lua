--- Budgets worked out again, straight from the definitions, with whole numbers of any size: what DOMAIN 3.3 says and
--- nothing of stead's. Every amount is a fraction over one common denominator, so nothing is ever rounded but at the
--- end.
local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local bigint <const> = dofile(here .. "/bigint.lua")

local reckon = { bigint = bigint }
local ONE <const> = 1000000000

--- n / d rounded to a whole number, half away from zero. Both are whole and not negative.
local function nearest(n, d)
  return (bigint.divide(bigint.of(n) * 2 + d, bigint.of(d) * 2))
end

local function sum(list)
  local out = bigint.of(0)
  for _, each in ipairs(list) do
    out = out + each
  end
  return out
end

--- Shares of `whole` pence by exact amounts over a denominator: largest remainder, ties to the one that comes first.
---@return integer[]
function reckon.foot(whole, exact, denominator)
  local out, order, left = {}, {}, whole
  for i, each in ipairs(exact) do
    local pence, rest = bigint.divide(each, denominator)
    out[i], order[i] = pence, { i = i, rest = rest }
    left = left - pence
  end
  table.sort(order, function(a, b)
    if a.rest == b.rest then
      return a.i < b.i
    end
    return b.rest < a.rest
  end)
  for k = 1, left do
    out[order[k].i] = out[order[k].i] + 1
  end
  return out
end

--- The envelope: the sum of baselines grown, in pence. Rates are whole numbers of 10^-9.
function reckon.envelope(baselines, growth)
  local total = 0
  for _, each in ipairs(baselines) do
    total = total + each
  end
  return nearest(bigint.of(total) * (ONE + growth), ONE)
end

--- The envelope by weights alone.
function reckon.target(envelope, weights)
  local exact = {}
  for i, weight in ipairs(weights) do
    exact[i] = bigint.of(weight) * envelope
  end
  return reckon.foot(envelope, exact, sum(weights))
end

--- Part of the distance closed, nobody below the floor: one pass, as DOMAIN 3.3 item 3 has it.
---@param given { envelope: integer, baselines: integer[], weights: integer[], closing: integer, floor: integer? }
---@return integer[]? pence nil when the floor asks for too much
function reckon.pace(given)
  local S, W = sum(given.baselines), sum(given.weights)
  local D <const> = S * W * ONE
  local x, low = {}, {}
  for i, baseline in ipairs(given.baselines) do
    local grown = bigint.of(baseline) * W * (ONE - given.closing)
    local pull = bigint.of(given.weights[i]) * S * given.closing
    x[i] = (grown + pull) * given.envelope
    if given.floor then
      local pence, rest = bigint.divide(bigint.of(baseline) * (ONE + given.floor), ONE)
      low[i] = D * (pence + (rest == bigint.of(0) and 0 or 1))
      x[i] = x[i] < low[i] and low[i] or x[i]
    else
      low[i] = bigint.of(0)
    end
  end
  local over = sum(x) - D * given.envelope
  if over == bigint.of(0) then
    return reckon.foot(given.envelope, x, D)
  end
  local room = sum(x) - sum(low)
  if room < over then
    return nil
  end
  for i = 1, #x do
    x[i] = x[i] * room - over * (x[i] - low[i])
  end
  return reckon.foot(given.envelope, x, D * room)
end

return reckon
