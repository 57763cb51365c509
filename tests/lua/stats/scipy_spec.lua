-- The same figures from SciPy and NumPy, which share no code with ours.
local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/stats/support.lua")

local stats, close = core.stats, support.close

local program <const> = [==[
import numpy as np
from scipy import stats as s
def show(*figures): print(*[repr(float(f)) for f in figures])
for count, people in [(0, 50), (3, 70), (9, 10), (25, 400), (4000, 90000)]:
    low = s.chi2.ppf(.025, 2 * count) / 2 if count else 0
    show(low / people, s.chi2.ppf(.975, 2 * count + 2) / 2 / people)
    low = s.beta.ppf(.025, count, people - count + 1) if count else 0
    show(low, s.beta.ppf(.975, count + 1, people - count))
x = np.array([1.5, 2.25, 8, 3, 4, 4.5])
show(*s.t.interval(.95, 5, x.mean(), s.sem(x)))
n, y = np.array([5., 3, 9, 4]), np.array([10., 14, 13, 19])
a = n / n.sum()
m = np.cumsum(a) - a / 2
b1, b0 = np.polyfit(m, y, 1, w=np.sqrt(a))
show(b1, (b0 + b1) / b0)
ages, people = [0, 1, 5, 45, 85], np.array([5e3, 2e4, 2e5, 1e5, 12e3])
rate = np.array([20., 4, 60, 3000, 1800]) / people
width, lived = np.diff(ages), np.array([.1, .5, .5, .5])
q = width * rate[:4] / (1 + width * rate[:4] * (1 - lived))
l = np.concatenate([[1], np.cumprod(1 - q)])
show((sum(width * (l[1:] + lived * (l[:4] - l[1:]))) + l[4] / rate[4]) / l[0])
]==]

-- What SciPy says, line by line; nil where it is not installed.
local function ask()
  local name <const> = os.tmpname()
  local file <const> = assert(io.open(name, "w"))
  file:write(program)
  file:close()
  local pipe <const> = assert(io.popen("/usr/bin/python3 " .. name .. " 2>/dev/null"))
  local lines = {}
  for line in pipe:lines() do
    local figures = {}
    for figure in line:gmatch("%S+") do figures[#figures + 1] = assert(tonumber(figure)) end
    lines[#lines + 1] = figures
  end
  pipe:close()
  os.remove(name)
  return #lines > 0 and lines or nil
end

describe("[R105] SciPy agrees", function()
  it("on exact limits, means, slopes and life expectancy", function()
    local said <const> = ask()
    if not said then return pending("SciPy is not installed (python3-scipy)") end
    local line = 0
    local function check(what, low, high)
      line = line + 1
      close(said[line][1], low, what .. " lower", 1e-9)
      if high then close(said[line][2], high, what .. " upper", 1e-9) end
    end
    for _, pair in ipairs({ { 0, 50 }, { 3, 70 }, { 9, 10 }, { 25, 400 }, { 4000, 90000 } }) do
      local data <const> = { count = { pair[1] }, population = { pair[2] } }
      local rates = stats.rates(data, { per = 1, method = "exact" })
      check("rate of " .. pair[1], rates:cell(1, "lower"), rates:cell(1, "upper"))
      local shares = stats.proportions(data, { method = "exact" })
      check("share of " .. pair[1], shares:cell(1, "lower"), shares:cell(1, "upper"))
    end
    local mean = stats.means({ value = { 1.5, 2.25, 8, 3, 4, 4.5 } })
    check("mean", mean:cell(1, "lower"), mean:cell(1, "upper"))
    local slope = stats.inequality({ population = { 5, 3, 9, 4 }, value = { 10, 14, 13, 19 } })
    check("slope", slope:cell(1, "sii"), slope:cell(1, "rii"))
    local life = stats.life({
      age = { 0, 1, 5, 45, 85 }, deaths = { 20, 4, 60, 3000, 1800 },
      population = { 5000, 20000, 200000, 100000, 12000 },
    })
    check("life expectancy", life:cell(1, "value"))
    assert.equal(#said, line)
  end)
end)
