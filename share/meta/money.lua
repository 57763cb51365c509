---@meta stead.core.money

--- Money, in whole pence, and rates, in units of 10^-9: values, compared and printed as such. A Lua
--- number with a point is refused wherever either is meant, with what to write instead.
---@class stead.money
---@field pct stead.money.pct
local money = {}

--- Money from text, exactly: "1,234.56", "£1.25m", "-£5"; or from a whole number of pounds.
---@param amount string|integer
---@return stead.Money
function money.gbp(amount) end

--- Money from a whole number of pence.
---@param pence integer
---@return stead.Money
function money.pence(pence) end

--- A rate from text, "0.0566" or "5.66%"; or from a whole number.
---@param text string|integer
---@return stead.Rate
function money.rate(text) end

--- What kind of value it is, nil when neither.
---@param value any
---@return "money"|"rate"|nil
function money.kind(value) end

--- The same amount, remembering how it was made; sums and products of it do not.
---@param amount stead.Money
---@param origin table
---@return stead.Money
function money.with_origin(amount, origin) end

--- `pct "5.66"` is a rate; a whole number may stand for the text.
---@class stead.money.pct
---@overload fun(text: string|integer): stead.Rate
local pct = {}

--- The rates from one to another, both ends included.
---@param from string|integer|stead.Rate
---@param to string|integer|stead.Rate
---@param step string|integer|stead.Rate
---@return fun(): stead.Rate?
function pct.range(from, to, step) end

--- An amount of money. `+` and `-` take money, `*` a whole number; `<`, `<=` and `==` compare money.
---@class stead.Money
---@operator add(stead.Money): stead.Money
---@operator sub(stead.Money): stead.Money
---@operator mul(integer): stead.Money
---@operator unm: stead.Money

---@return integer
function money:pence() end

--- "1234.56": for files.
---@return string
function money:plain() end

--- "1,234.56": for tables that say "£" once.
---@return string
function money:text() end

--- Half away from zero at the penny.
---@param rate stead.Rate
---@return stead.Money
function money:times(rate) end

--- The amount times (1 + rate), rounded once, half away from zero.
---@param rate stead.Rate
---@return stead.Money
function money:uplift(rate) end

--- What rate of `whole` it is, half away from zero at the ninth place.
---@param whole stead.Money
---@return stead.Rate
function money:percent_of(whole) end

--- Splits it to the penny by largest remainder: ties go to the larger weight, then to the lesser key in
--- byte order. Weights are all numbers, all money or all rates; decimals are taken to nine places.
---@generic K: string|integer
---@param weights table<K, number|stead.Money|stead.Rate>
---@return table<K, stead.Money>
function money:share(weights) end

--- The table given to `with_origin`.
---@return table?
function money:origin() end

--- A share, a growth or a percentage. `+` and `-` take rates, `*` a whole number.
---@class stead.Rate
---@operator add(stead.Rate): stead.Rate
---@operator sub(stead.Rate): stead.Rate
---@operator mul(integer): stead.Rate
---@operator unm: stead.Rate
local rate = {}

--- In units of 10^-9.
---@return integer
function rate:parts() end

--- As a Lua number, for statistics only.
---@return number
function rate:number() end

--- "3.60%", half away from zero at the last decimal.
---@param decimals integer 0 to 7
---@return string
function rate:text(decimals) end
