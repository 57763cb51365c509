--- What may be asked of a pool: its sums, its share of the money of the place, next year's contributions, and how an
--- outturn is settled.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local pool = {}

---@class stead.Pool: stead.Declared
local methods <const> = {}
methods.__index = methods

local function sum(list, keep)
  local out = core.money.pence(0)
  for _, each in ipairs(list or {}) do
    out = out + (keep(each) and each.amount or core.money.pence(0))
  end
  return out
end

local function any()
  return true
end

--- All contributions, in money and in kind.
---@return stead.Money
function methods:total()
  return sum(self.contributions, any)
end

--- Lines pooled, aligned and in view, in pounds.
---@return { pooled: stead.Money, aligned: stead.Money, in_view: stead.Money }
function methods:by_status()
  return {
    pooled = self:total(),
    aligned = sum(self.beside, function(line) return line.status == "aligned" end),
    in_view = sum(self.beside, function(line) return line.status == "in view" end),
  }
end

--- pooled ÷ (pooled + aligned + in view), in per cent to two decimals; nil when there is no money at all.
---@return string?
function methods:ratio()
  local by = self:by_status()
  local all = by.pooled + by.aligned + by.in_view
  return all:pence() ~= 0 and ("%.2f%%"):format(100.0 * by.pooled:pence() / all:pence()) or nil
end

--- Whether every contribution with a required minimum is no more than that minimum, and nobody else contributes.
---@return boolean
function methods:minimum_only()
  for _, c in ipairs(self.contributions) do
    if not c.minimum or c.amount ~= c.minimum then
      return false
    end
  end
  return true
end

--- Contributions by partner, money and in kind together.
---@return table<string, stead.Money>
function methods:by_partner()
  local out = {}
  for _, c in ipairs(self.contributions) do
    out[c.partner] = (out[c.partner] or core.money.pence(0)) + c.amount
  end
  return out
end

local rolls <const> = { uplift = true, recurrent = true, developments = true, efficiencies = true }

--- Next year's contributions: (this year's + recurrent changes) × (1 + uplift) + developments − efficiencies, each by
--- partner, to the penny. Source: DOMAIN 4.6.
---@param options { uplift: stead.Rate, recurrent: table?, developments: table?, efficiencies: table? }
---@return table<string, stead.Money>
function methods:roll(options)
  for _, name in ipairs(words.keys(options)) do
    if not rolls[name] then
      fault.command("roll takes no '%s'%s", name, words.did_you_mean(name, words.keys(rolls)))
    end
  end
  if core.money.kind(options.uplift) ~= "rate" then
    fault.command("roll needs the uplift, such as pct \"5.66\"")
  end
  local out, zero = {}, core.money.pence(0)
  local function change(name, partner)
    return options[name] and options[name][partner] or zero
  end
  for partner, amount in pairs(self:by_partner()) do
    out[partner] = (amount + change("recurrent", partner)):uplift(options.uplift) + change("developments", partner)
      - change("efficiencies", partner)
  end
  return out
end

--- Who bears an overspend, or takes an underspend: see stead.pools.settle.
---@param options { outturn: stead.Money|table<string, stead.Money> }
---@return stead.Settlement
function methods:settle(options)
  return require("stead.pools.settle").of(getmetatable(self).book, self, options)
end

--- Gives a declared pool its methods.
---@param book stead.Book
---@param item stead.Declared
---@return stead.Pool
function pool.of(book, item)
  return setmetatable(item, { __index = methods, book = book, __name = "stead.pool" })
end

return pool
