--- The names that analysts find ready in scripts and in the REPL. Each is made when it is first used, so that
--- starting costs nothing.
local core <const> = require("stead.core")

local globals = {}

local makers <const> = {
  gbp = function() return core.money.gbp end,
  pence = function() return core.money.pence end,
  pct = function() return core.money.pct end,
  rate = function() return core.money.rate end,
  frame = function()
    require("stead.frame")
    return core.frame.new
  end,
  book = function()
    local folder = os.getenv("STEAD_BOOK")
    return require("stead.book").here(folder ~= "" and folder or nil)
  end,
  open = function() return require("stead.book").open end,
  england = function() return require("stead.book").none() end,
  explain = function() return require("stead.explain").value end,
  overlap = function() return require("stead.overlap") end,
  chart = function() return require("stead.chart") end,
  csv = function() return require("stead.read").csv end,
  words = function() return require("stead.words") end,
  progress = function() return require("stead.progress") end,
  help = function() return require("stead.manual").help end,
  sql = function() return globals.sql end,
}

--- A question in SQL over the book found from here: `sql "select …"`, or `sql "… where year = ?" { "2023/24" }`.
---@param query string
---@return stead.Frame|fun(params: table): stead.Frame
function globals.sql(query)
  local here = globals.lookup("book")
  if query:find("?", 1, true) then
    return function(params)
      return here:sql(query, params)
    end
  end
  return here:sql(query)
end

local made = {}

--- The value of a ready name, made once.
---@param name string
---@return any
function globals.lookup(name)
  local maker = makers[name]
  if maker and made[name] == nil then
    require("stead.frame")
    made[name] = maker()
  end
  return made[name]
end

--- The value of a ready name that has been used already.
---@param name string
---@return any
function globals.loaded(name)
  return made[name]
end

--- Puts another value behind a ready name.
---@param name string
---@param value any
function globals.set(name, value)
  made[name] = value
end

--- The ready names, in order.
---@return string[]
function globals.names()
  return require("stead.words").keys(makers)
end

--- Gives an environment the ready names. What a script sets itself stands before them.
---@param env table
function globals.install(env)
  local before = getmetatable(env) or {}
  before.__index = function(_, name)
    return globals.lookup(name)
  end
  setmetatable(env, before)
end

--- All of them in a table, for `require "stead"`.
function globals.all()
  return setmetatable({}, { __index = function(_, name)
    return globals.lookup(name)
  end })
end

return globals
