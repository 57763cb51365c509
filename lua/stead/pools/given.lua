--- Agreements and pools as checks are given them: plain data, what follows from it worked out.
local dates <const> = require("stead.dates")
local fault <const> = require("stead.fault")
local view <const> = require("stead.pools.view")

local given = {}

local function plain(item)
  local out = { where = ("%s:%d"):format(item.file, item.line) }
  for key, value in pairs(item) do
    out[key] = value
  end
  return out
end

--- Agreements with what they lack and whether they count on a day.
---@param book stead.Book
---@param on string
---@return table[]
function given.agreements(book, on)
  local out = {}
  for i, each in ipairs(book.declared and book.declared.agreement or {}) do
    out[i] = plain(each)
    out[i].missing, out[i].counts = view.missing(each), dates.within(on, each)
    out[i].awaited = each.stage ~= nil and each.stage ~= "in force"
  end
  return out
end

--- Pools with their sums; `settled` when an outturn is declared, `fails` when it cannot be settled.
---@param book stead.Book
---@return table[]
function given.pools(book)
  local out = {}
  for i, each in ipairs(book.declared and book.declared.pool or {}) do
    local item = plain(each)
    item.total, item.minimum_only = each:total(), each:minimum_only()
    for _, scheme in ipairs(each.schemes or {}) do
      item.spend = item.spend and item.spend + scheme.amount or scheme.amount
    end
    if each.outturn then
      local ok, made = pcall(each.settle, each, {})
      if not ok and not fault.is(made) then
        error(made, 0)
      end
      item.unfunded, item.fails = ok and made.unfunded or nil, not ok and tostring(made) or nil
    end
    out[i] = item
  end
  return out
end

return given
