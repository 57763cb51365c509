---@meta stead.core.calc

--- Calculations that scripts call by themselves, and plans.
---@class stead.calc
local calc = {}

---@class stead.calc.Overlap
---@field of_a number? both as a share of A; nil when A has nobody
---@field of_b number?
---@field coterminosity number? the lesser of the two
---@field jaccard number? both as a share of those in either
---@field class "coterminous"|"near"|"partial"|nil

--- How far two areas are the same, by the people of each and of both.
---@param a number
---@param b number
---@param both number
---@return stead.calc.Overlap
function calc.overlap(a, b, both) end

--- (part ÷ its people) ÷ (whole ÷ its people): the relative need index; nil when undefined.
---@param part number
---@param part_people number
---@param whole number
---@param whole_people number
---@return number?
function calc.index(part, part_people, whole, whole_people) end

--- A table to the penny: each row's money split by its weights, so that every row and every column has
--- exactly its total and each cell is within a penny of exact. Raises when that cannot be.
---@param rows { [1]: string, [2]: stead.Money }[] code and total
---@param columns { [1]: string, [2]: stead.Money }[]
---@param weights table<string, table<string, number>> by row and column
---@return table<string, table<string, stead.Money>>
function calc.share_table(rows, columns, weights) end

---@class stead.calc.DeficitPart
---@field code string
---@field own? stead.Money its own deficit, or less than nothing for a surplus
---@field allocation? stead.Money
---@field weight? number weighted people

--- The system's deficit shared by a rule: each its own, by allocation, by need, or a reserve first and
--- then by allocation. The shares and what the reserve met sum to the deficit.
---@param parts stead.calc.DeficitPart[]
---@param rule "own"|"allocation"|"need"|"reserve"
---@param reserve? stead.Money
---@return table<string, stead.Money> shares
---@return stead.Money met by the reserve
function calc.deficit(parts, rule, reserve) end

--- What is in of a year.
---@class stead.calc.ToDate
---@field month integer the last one that is in: 1 (April) to 12
---@field actual? stead.Money spent to date
---@field non_recurrent? stead.Money of which once only
---@field plan? stead.Money of the whole year
---@field plan_to_date? stead.Money

--- What the year will come to, by each method; profiled is nil without a plan to date.
---
---     core.calc.outturn { month = 6, actual = gbp "61.2m", plan = gbp "120m", plan_to_date = gbp "58m" }
---@param to_date stead.calc.ToDate
---@return { straight_line: stead.Money, non_recurrent: stead.Money, profiled: stead.Money?, remaining_plan: stead.Money }
function calc.outturn(to_date) end

--- Reported − non-recurrent costs + non-recurrent benefits + full-year effects; a deficit is above nil.
---@param position { reported?: stead.Money, benefits?: stead.Money, costs?: stead.Money, full_year?: stead.Money }
---@return stead.Money
function calc.underlying(position) end

--- Equal yearly repayments that sum to the deficit; odd pennies in the first years.
---@param deficit stead.Money
---@param years integer
---@return stead.Money[]
function calc.repay(deficit, years) end

--- Where each practice is: by two columns of the need frame; or in the place that `assign` gives its row
--- (false for none), of those that `codes` names. Practices in none are left out.
---@class stead.calc.Group
---@field outer string the column of systems
---@field inner? string the column of places
---@field assign? (integer|false)[]
---@field codes? string[]

---@class stead.calc.Spec
---@field need stead.Frame a row for each practice
---@field columns string[] its quantity columns that may be weights
---@field group stead.calc.Group
---@field baseline? string|stead.Frame a money column of `need`, or the column "baseline" of a frame of the same rows

--- Groups practices once, for needs and budgets to be worked out over them as often as anyone likes.
---@param spec stead.calc.Spec
---@return stead.Plan
function calc.plan(spec) end

---@class stead.Plan
local plan = {}

---@class stead.calc.Terms
---@field method "uniform"|"pace"|"banded"|"bottom-up"|"hybrid"|"need"
---@field growth? stead.Rate each envelope is Σ baseline × (1 + growth), half away from zero
---@field envelope? stead.Money|table<string, stead.Money> one amount when one system is run, or by system
---@field closing? stead.Rate the fraction of the distance from target that is closed (pace, banded)
---@field floor? stead.Rate the least growth
---@field ceiling? stead.Rate the most growth
---@field cap? stead.Rate the most that convergence may add or take (banded)
---@field mix? stead.Rate[] uniform growth, target, bids (hybrid)
---@field path? stead.Rate[] several years, each grown over the last; in place of growth
---@field baselines? table<string, table<string, stead.Money>> by system and place; in place of the plan's own
---@field bids? table<string, table<string, stead.Money>>
---@field committed? table<string, table<string, stead.Money>>
---@field icb? string run this system alone

---@class stead.calc.Run: stead.calc.Terms
---@field column? string share by this column, or
---@field weights? table<string, stead.Rate> by so much of each of these
---@field explain? boolean give the working too

---@class stead.calc.Streams: stead.calc.Terms
---@field columns string[]

--- Every place: icb, code, practices, the sum of each column, and <column>_blanks, how many practices had
--- none.
---@return stead.Frame
function plan:need() end

--- The rows of `need` that are in no place.
---@return integer[]
function plan:left_out() end

--- Budgets of every place: [year,] icb, code, baseline, target, allocation, growth, opening_distance,
--- closing_distance, weight, practices. Need is summed again on every run.
---@param options stead.calc.Run
---@return stead.Frame budgets
---@return stead.Working? working when `explain`
function plan:run(options) end

--- The run once for each column, the column's name in `stream` before the rest.
---@param options stead.calc.Streams
---@return stead.Frame
function plan:streams(options) end

---@class stead.calc.Start
---@field column? string share by this column, or
---@field weights? table<string, stead.Rate> by so much of each of these
---@field growth? stead.Rate each envelope is Σ baseline × (1 + growth), half away from zero
---@field envelope? stead.Money|table<string, stead.Money> one amount when one system is run, or by system
---@field baselines? table<string, table<string, stead.Money>> by system and place; in place of the plan's own
---@field bids? table<string, table<string, stead.Money>>
---@field committed? table<string, table<string, stead.Money>>
---@field icb? string this system alone

--- What a rule is given. The parts carry their weights.
---@class stead.calc.Given
---@field baseline stead.Parts? nil when the plan has none
---@field target stead.Parts? envelope × share of weight; nil when every weight of a system is nil
---@field bids stead.Parts? nil when none are given; places without get nothing
---@field committed stead.Parts?
---@field envelope table<string, stead.Money> by system

--- What the places start from.
---@param options stead.calc.Start
---@return stead.calc.Given
function plan:given(options) end

--- The same frame as `run` gives, for parts that a rule made: whole pence that come to each envelope.
---@param final stead.Parts
---@param given stead.calc.Given
---@return stead.Frame
function plan:awards(final, given) end

--- Gives its memory back; it cannot be used afterwards.
function plan:close() end

---@class stead.Working
local working = {}

---@class stead.calc.Amount
---@field amount string every digit: 11 decimals of a pound, 9 of a person or of one
---@field kind "money"|"quantity"|"rate"
---@field money stead.Money? when it is whole pence
---@field rate stead.Rate?

---@class stead.calc.Step: stead.calc.Amount
---@field depth integer 0 is the published figure, 1 what adds up to it, and so on
---@field label string
---@field operation string
---@field inputs stead.calc.Amount[] what the operation was done on, in its order
---@field cites string? which of the policy's terms asked for the step

--- How a place's allocation was made, the published figure first; nil when there is no such place.
---@param icb string
---@param code string
---@return stead.calc.Step[]?
function working:steps(icb, code) end
