---@meta stead.core.stats

--- Statistics of counts, rates, series and inequality, and what money buys over time. Each takes a frame, or a
--- table of lists by column name, and options; an option named like a column says which column holds it. Rows
--- are brought together by option `by`. A refusal names the row or group with its labels. Figures are real
--- numbers; money stays money and exact.
---@class stead.stats
local stats = {}

---@alias stead.stats.Data stead.Frame|table<string, any[]>

---@class stead.stats.RateOptions
---@field count? string column; "count" by default
---@field population? string
---@field per? number 100,000 for rates, 1 for proportions
---@field confidence? number 0.95
---@field method? "default"|"byar"|"exact"|"wilson" rates: Byar's, exact below 10 events; proportions: Wilson's
---@field by? string|string[] columns: counts and populations are summed
---@field blanks? "refuse"|"zero"|"leave" what a missing cell is

--- Events per so many people with their limits: count, population, value, lower, upper, method.
---@param data stead.stats.Data
---@param options? stead.stats.RateOptions
---@return stead.Frame
function stats.rates(data, options) end

--- Shares with Wilson's or exact limits; a count above its denominator is refused.
---@param data stead.stats.Data
---@param options? stead.stats.RateOptions
---@return stead.Frame
function stats.proportions(data, options) end

--- Means of column `value` with Student's t limits: values, deviation, value, lower, upper, method.
---@param data stead.stats.Data
---@param options? { value?: string, confidence?: number, by?: string|string[] }
---@return stead.Frame
function stats.means(data, options) end

---@class stead.stats.DirectOptions
---@field standard table<string, number> the standard population, by name of band
---@field band? string the column of bands; every group must have each band of the standard once
---@field count? string
---@field population? string
---@field persons? string[] columns of people with 1, 2, 3, … events, where events are not independent
---@field per? number 100,000
---@field confidence? number
---@field by? string|string[]
---@field blanks? "refuse"|"zero" what a missing count is

--- Directly standardised rates with Dobson's limits; not given below 10 events.
---@param data stead.stats.Data
---@param options stead.stats.DirectOptions
---@return stead.Frame
function stats.direct(data, options) end

---@class stead.stats.IndirectOptions
---@field reference table<string, { count: number, population: number }> by name of band
---@field band? string
---@field count? string
---@field population? string
---@field per? number 100,000
---@field confidence? number
---@field by? string|string[]
---@field blanks? "refuse"|"zero"

--- Indirectly standardised ratios and rates: observed, expected, ratio and rate with their limits.
---@param data stead.stats.Data
---@param options stead.stats.IndirectOptions
---@return stead.Frame
function stats.indirect(data, options) end

--- Each row against control limits at 95% and 99.8% about a target, for its size. For a ratio, count is what is
--- observed and population what is expected.
---@param data stead.stats.Data
---@param options { target: number, kind?: "proportion"|"rate"|"ratio", per?: number, count?: string, population?: string }
---@return stead.Frame size, value, lower_95, upper_95, lower_998, upper_998, place
function stats.funnel(data, options) end

--- Areas in quantiles by rank, 1 being the highest values; of equal population where a population is given.
---@param data stead.stats.Data
---@param options? { value?: string, population?: string, quantiles?: integer, lowest_first?: boolean, by?: string|string[] }
---@return stead.Frame
function stats.quantiles(data, options) end

--- Life expectancy by age (Chiang's second method, Silcocks' variance of the last band); rows ascend by `age`.
---@param data stead.stats.Data
---@param options? { age?: string, deaths?: string, population?: string, by?: string|string[], confidence?: number }
---@return stead.Frame
function stats.life(data, options) end

---@class stead.stats.InequalityOptions
---@field value? string
---@field population? string
---@field lower? string each group's 95% interval: with both, limits are simulated
---@field upper? string
---@field rank? string 1 = most deprived; without it the first row of a group is
---@field scale? "linear"|"log"|"logit" of the regression: log for rates, logit for proportions of 1
---@field better? "up"|"down" which way is better: needed for burden, best and worst
---@field seed? integer 1 by default; given back
---@field draws? integer 100,000
---@field confidence? number
---@field by? string|string[]

--- Slope and relative index of inequality, gaps and attributable burden. `rii` is the fitted value at the least
--- deprived end over that at the most deprived; `rii_mean` is SII over mean.
---@param data stead.stats.Data
---@param options? stead.stats.InequalityOptions
---@return stead.Frame
function stats.inequality(data, options) end

---@class stead.stats.XmrOptions
---@field value? string
---@field period? string put in order, gaps and repeats refused; without it rows are in order
---@field by? string|string[] a series each
---@field better? "up"|"down"|"neither"
---@field run? 6|7 points of a trend or of a run
---@field screen? boolean leave out large moving ranges once
---@field target? number
---@field bases? (string|integer)[] periods, or places from 1, at which limits are made afresh
---@field gaps? "refuse"|"allow"

--- XmR charts: a frame of points with limits and signals, and a frame with a row per series from its latest base.
---@param data stead.stats.Data
---@param options? stead.stats.XmrOptions
---@return stead.Frame points
---@return stead.Frame series
function stats.xmr(data, options) end

--- What a unit of effect costs, to the penny.
---@param cost stead.Money
---@param effect number
---@return stead.Money
function stats.cost_per(cost, effect) end

---@class stead.stats.Option
---@field code string
---@field cost stead.Money
---@field people number who benefit
---@field benefit number per person, 0 to 100
---@field chance number|stead.Rate of success

--- STAR: options in order of benefit per pound, with the frontier of cost and benefit so far.
---@param options stead.stats.Option[]
---@return table[] code, cost, benefit, per_thousand, cost_so_far, benefit_so_far
function stats.star(options) end

--- Programme budgeting: where each area stands by spend per weighted head and outcome among its peers.
---@param areas { code: string, spend: stead.Money, people: number, outcome: number }[]
---@param better "up"|"down"
---@return table[] code, per_head, spend_score, outcome_score, quadrant
function stats.quadrants(areas, better) end

--- Moves money, a step at a time, from the least marginal benefit to the greatest until they meet.
---@param programmes { code: string, spend: stead.Money, margin: number, decline: number }[] benefit per further £1,000, and its fall with each
---@param step stead.Money
---@return { programmes: table[], moves: table[], gain: number }
function stats.shift(programmes, step) end

---@alias stead.stats.Rates stead.Rate|{ [1]: integer, [2]: stead.Rate }[] one, or by first year from 0

--- Discount factors, the first being 1 for year 0.
---@param rates stead.stats.Rates
---@param years integer
---@return number[]
function stats.factors(rates, years) end

--- Present value: money to the penny for money, a statistic for numbers. Mixing real and nominal is refused.
---@param amounts (stead.Money|number)[] from year 0
---@param rates stead.stats.Rates
---@param prices? "real"|"nominal" of the amounts
---@param rate_prices? "real"|"nominal"
---@return stead.Money|number
function stats.present(amounts, rates, prices, rate_prices) end

--- Money at the prices of the base year.
---@param nominal stead.Money
---@param base_index number
---@param index number of the money's own year
---@return stead.Money
function stats.deflate(nominal, base_index, index) end

---@class stead.stats.Line
---@field scheme string
---@field body string who pays, or is saved
---@field cost? stead.Money[] by year
---@field saving? stead.Money|stead.Money[] a full year's, with ramp and lag; or by year
---@field ramp? stead.Rate[] share of a full year's saving, the last from then on
---@field lag? integer years
---@field cashable? boolean

--- Investing to save: years with their sums, who pays for whom, gain share and the year that breaks even.
---@param plan { years: integer, rates?: stead.stats.Rates, lines: stead.stats.Line[] }
---@return { years: table[], payers: table<string, table<string, stead.Money>>, gain: table<string, table>, even: integer?, discounted_even: integer?, cashable_even: integer? }
function stats.horizon(plan) end
