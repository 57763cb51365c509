--- Whole numbers of any size, for tests that work budgets out again without stead's arithmetic.
local bigint = {}
local BASE <const>, DIGITS <const> = 10000000, 7
local meta = {}
meta.__index = meta

local function trim(limbs)
  while #limbs > 0 and limbs[#limbs] == 0 do
    limbs[#limbs] = nil
  end
  return limbs
end

local function make(negative, limbs)
  trim(limbs)
  return setmetatable({ negative = negative and #limbs > 0, limbs = limbs }, meta)
end

--- From a Lua integer or decimal digits.
function bigint.of(value)
  if getmetatable(value) == meta then
    return value
  end
  local sign, digits = tostring(value):match("^(%-?)(%d+)$")
  local limbs = {}
  for last = #digits, 1, -DIGITS do
    limbs[#limbs + 1] = math.tointeger(digits:sub(math.max(1, last - DIGITS + 1), last))
  end
  return make(sign == "-", limbs)
end

local function compare_size(a, b)
  if #a ~= #b then
    return #a < #b and -1 or 1
  end
  for i = #a, 1, -1 do
    if a[i] ~= b[i] then
      return a[i] < b[i] and -1 or 1
    end
  end
  return 0
end

local function add_size(a, b)
  local out, carry = {}, 0
  for i = 1, math.max(#a, #b) + 1 do
    local sum = (a[i] or 0) + (b[i] or 0) + carry
    out[i], carry = sum % BASE, sum // BASE
  end
  return out
end

local function less_size(a, b)
  local out, borrow = {}, 0
  for i = 1, #a do
    local rest = a[i] - (b[i] or 0) - borrow
    borrow = rest < 0 and 1 or 0
    out[i] = rest + borrow * BASE
  end
  return out
end

function meta.__unm(a)
  return make(not a.negative, { table.unpack(a.limbs) })
end

function meta.__add(a, b)
  a, b = bigint.of(a), bigint.of(b)
  if a.negative == b.negative then
    return make(a.negative, add_size(a.limbs, b.limbs))
  elseif compare_size(a.limbs, b.limbs) >= 0 then
    return make(a.negative, less_size(a.limbs, b.limbs))
  end
  return make(b.negative, less_size(b.limbs, a.limbs))
end

function meta.__sub(a, b)
  return bigint.of(a) + -bigint.of(b)
end

function meta.__mul(a, b)
  a, b = bigint.of(a), bigint.of(b)
  local out = {}
  for i = 1, #a.limbs + #b.limbs do
    out[i] = 0
  end
  for i, x in ipairs(a.limbs) do
    local carry = 0
    for j, y in ipairs(b.limbs) do
      local sum = out[i + j - 1] + x * y + carry
      out[i + j - 1], carry = sum % BASE, sum // BASE
    end
    out[i + #b.limbs] = out[i + #b.limbs] + carry
  end
  return make(a.negative ~= b.negative, out)
end

function meta.__eq(a, b)
  return a.negative == b.negative and compare_size(a.limbs, b.limbs) == 0
end

function meta.__lt(a, b)
  a, b = bigint.of(a), bigint.of(b)
  if a.negative ~= b.negative then
    return a.negative
  end
  local order = compare_size(a.limbs, b.limbs)
  return a.negative and order > 0 or not a.negative and order < 0
end

function meta.__le(a, b)
  return a < b or bigint.of(a) == bigint.of(b)
end

--- The whole part of a ÷ b rounded down, a Lua integer, and what is left. b is more than nothing.
function bigint.divide(a, b)
  a, b = bigint.of(a), bigint.of(b)
  local low, high = -(1 << 60), 1 << 60
  while low < high do
    local middle = low + (high - low + 1) // 2
    if b * middle <= a then
      low = middle
    else
      high = middle - 1
    end
  end
  return low, a - b * low
end

return bigint
