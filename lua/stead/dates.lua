--- Days as text, "2023-04-01": the next, the last before, and spans of them. Text compares as dates do.
local core <const> = require("stead.core")

local dates = {}

--- Later than any day that is written.
dates.NEVER = "9999-12-31"

local function text(y, m, d)
  return ("%04d-%02d-%02d"):format(y, m, d)
end

local function parts(day)
  local y, m, d = day:match("^(%d+)-(%d+)-(%d+)$")
  return math.tointeger(y), math.tointeger(m), math.tointeger(d)
end

---@param day string
---@return string
function dates.after(day)
  local y, m, d = parts(day)
  for _, each in ipairs({ text(y, m, d + 1), text(y, m + 1, 1) }) do
    if core.text.date(each) then
      return each
    end
  end
  return text(y + 1, 1, 1)
end

---@param day string
---@return string
function dates.before(day)
  local y, m, d = parts(day)
  if d > 1 then
    return text(y, m, d - 1)
  elseif m == 1 then
    return text(y - 1, 12, 31)
  end
  for last = 31, 28, -1 do
    if core.text.date(text(y, m - 1, last)) then
      return text(y, m - 1, last)
    end
  end
end

--- The first day of a financial year.
---@param year string "2023/24"
---@return string
function dates.start_of(year)
  return ("%d-04-01"):format(core.text.year(year))
end

--- Whether a day is inside a span; an end that is missing is open.
---@param day string
---@param span { from: string?, to: string? }
---@return boolean
function dates.within(day, span)
  return (not span.from or span.from <= day) and (not span.to or day <= span.to)
end

--- The days that two spans share, or nil.
---@param a { from: string?, to: string? }
---@param b { from: string?, to: string? }
---@return string? from, string? to
function dates.shared(a, b)
  local from = (a.from or "") > (b.from or "") and a.from or b.from
  local a_to, b_to = a.to or dates.NEVER, b.to or dates.NEVER
  local to = a_to < b_to and a_to or b_to
  if (from or "") <= to then
    return from, to
  end
end

--- "1 April 2025 to 31 March 2026", "from 1 April 2025".
---@param span { from: string?, to: string? }
---@return string
function dates.words(span)
  local from = span.from and core.text.words(span.from)
  if span.to and span.to ~= dates.NEVER then
    return ("%s to %s"):format(from or "always", core.text.words(span.to))
  end
  return from and "from " .. from or "always"
end

return dates
