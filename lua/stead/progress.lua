--- How far a long loop has come: `for x in progress(list)`. A bar on standard error when that is a terminal, and
--- nothing otherwise; the loop is the same.
local core <const> = require("stead.core")

local WIDTH <const> = 30

--- The bar at a step.
---@param done integer
---@param all integer
---@return string
local function bar(done, all)
  local full = all > 0 and done * WIDTH // all or WIDTH
  return ("\r  %s%s %d of %d"):format(("\u{2588}"):rep(full), ("\u{2591}"):rep(WIDTH - full), done, all)
end

local progress = {}
progress.bar = bar

--- Goes through a list, or from 1 to a number, as `ipairs` without the index would.
---@param list any[]|integer
---@return fun(): any
local function go(_, list)
  local all <const> = type(list) == "table" and #list or math.tointeger(list)
  if not all then
    error("progress takes a list or a whole number, not " .. type(list), 2)
  end
  local shown <const>, at, drawn = core.host.is_terminal(2), 0, nil
  return function()
    local full = all > 0 and at * 200 // all
    if shown and full ~= drawn then
      drawn = full
      io.stderr:write(at < all and bar(at, all) or "\r\27[K")
      io.stderr:flush()
    end
    at = at + 1
    if at > all then
      return nil
    end
    return type(list) == "table" and list[at] or at
  end
end

return setmetatable(progress, { __call = go, __name = "stead.progress" })
