---@meta stead.core.parts

--- The steps that rules are written in. Amounts are exact to 10^-9 of a penny; a value never changes once it
--- is made; and each remembers what it was made from, so that it can always be explained. The last argument
--- of every step is the sentence that explains it, and may be left out.
---@class stead.parts
local parts = {}

--- Parts from money by code; or by system and code, for several systems at once.
---@param amounts table<string, stead.Money>|table<string, table<string, stead.Money>>
---@param sentence? string
---@return stead.Parts
function parts.new(amounts, sentence) end

--- One amount, such as an overspend.
---@param money stead.Money|stead.Amount
---@param sentence? string
---@return stead.Amount
function parts.amount(money, sentence) end

--- What kind of value it is, nil when neither.
---@param value any
---@return "parts"|"amount"|nil
function parts.kind(value) end

--- Amounts by part, of one system or of several. `#parts` is how many.
---@class stead.Parts

--- One amount when the parts are of one system, or one by system.
---@alias stead.parts.Envelope stead.Money|stead.Amount|table<string, stead.Money>

--- One rate, or rates by code, by system, by system and code, and `otherwise` for the rest.
---@alias stead.parts.Rates stead.Rate|table<string, stead.Rate|table<string, stead.Rate>>

--- Parts, or money by code (or by system and code) for some of them.
---@alias stead.parts.Some stead.Parts|table<string, stead.Money|table<string, stead.Money>>

--- Each system's parts scaled to its envelope: amount × envelope ÷ Σ of its system.
---@param envelope stead.parts.Envelope
---@param sentence? string
---@return stead.Parts
function parts:grow_to(envelope, sentence) end

--- amount + rate × (target − amount), for rates from 0% to 100%.
---@param target stead.Parts
---@param rate stead.parts.Rates
---@param sentence? string
---@return stead.Parts
function parts:move_towards(target, rate, sentence) end

--- amount × (1 + rate)
---@param rate stead.parts.Rates
---@param sentence? string
---@return stead.Parts
function parts:uplift(rate, sentence) end

--- amount × rate
---@param rate stead.parts.Rates
---@param sentence? string
---@return stead.Parts
function parts:times(rate, sentence) end

--- Codes that a table leaves out get nothing.
---@param others stead.parts.Some
---@param sentence? string
---@return stead.Parts
function parts:plus(others, sentence) end

---@param others stead.parts.Some
---@param sentence? string
---@return stead.Parts
function parts:less(others, sentence) end

--- Notes floors, each up to the penny, for foot_to; codes that a table leaves out get none. Bounds stay noted
--- through move_towards, plus, less and foot_to; where two are noted the tighter holds. Other steps begin
--- without any.
---@param floors stead.parts.Some
---@param sentence? string
---@return stead.Parts
function parts:no_part_below(floors, sentence) end

--- Notes ceilings, each down to the penny, for foot_to; codes that a table leaves out get none.
---@param ceilings stead.parts.Some
---@param sentence? string
---@return stead.Parts
function parts:no_part_above(ceilings, sentence) end

--- Resolves the bounds that were noted, in one pass, and rounds to whole pence that come to each envelope, by
--- largest remainder; ties go by weight, then by code. The amounts must come to the envelope already.
---@param envelope stead.parts.Envelope
---@param sentence? string
---@return stead.Parts
function parts:foot_to(envelope, sentence) end

---@class stead.parts.Convergence
---@field closing stead.Rate the fraction of the distance from target that is closed
---@field cap? stead.Rate the most that convergence may add or take, as growth
---@field floor? stead.Rate the least growth

--- Base growth for all, less a fraction of each part's distance from its target share; amounts come to the
--- envelope. The baselines must be whole pence.
---@param target stead.Parts
---@param how stead.parts.Convergence
---@param envelope stead.parts.Envelope
---@param sentence? string
---@return stead.Parts
function parts:converge(target, how, envelope, sentence) end

--- Bids scaled to what the envelope leaves of those that are committed, which are met in full.
---@param envelope stead.parts.Envelope
---@param committed? stead.parts.Some
---@param sentence? string
---@return stead.Parts
function parts:scale_to(envelope, committed, sentence) end

--- Each of several parts as much as its rate says; rates sum to 100%. The value it is called on says whose the
--- parts are.
---@param mixture { [1]: stead.Rate, [2]: stead.Parts }[]
---@param sentence? string
---@return stead.Parts
function parts:mix(mixture, sentence) end

--- The lesser of amount and cap. What that leaves goes to the part that `excess_to` names, or, for "others", is
--- shared over the parts without a cap by their amounts; what nobody bears is an error.
---@param caps table<string, stead.Money|string>
---@param sentence? string
---@return stead.Parts
function parts:cap(caps, sentence) end

--- As cap, but what is over a cap may be shared over all who are below theirs, again and again; and what nobody
--- bears is left out: it is what these parts fall short of the ones before.
---@param caps table<string, stead.Money|string>
---@param sentence? string
---@return stead.Parts
function parts:hold(caps, sentence) end

--- Lines summed by who answers for them.
---@param owners table<string, string> owner by line
---@param sentence? string
---@return stead.Parts
function parts:gather(owners, sentence) end

--- The amount of one part; a code that is in several systems needs its system.
---@param code string
---@param system? string
---@return stead.Amount
function parts:of(code, system) end

--- The sum of one system, or of all.
---@param system? string
---@return stead.Amount
function parts:total(system) end

--- Money by code; by system and code when there are several systems. Refused unless all is whole pence.
---@return table<string, stead.Money>|table<string, table<string, stead.Money>>
function parts:money() end

--- This amount less the one that it was made from: pounds, every digit that is carried.
---@param code string
---@param system? string
---@return string
function parts:delta(code, system) end

---@class stead.parts.Foot
---@field bound string up to its floor, or down to its ceiling
---@field settled string its part in what the others' bounds cost or release
---@field penny string what rounding added or took

--- How footing moved a part; the three add up to its delta. Nil unless foot_to made these parts.
---@param code string
---@param system? string
---@return stead.parts.Foot?
function parts:foot(code, system) end

---@class stead.parts.Made
---@field op string the step: "grow_to"; "given" and "new" for parts that begin
---@field sentence string?
---@field from stead.Parts|stead.Amount|nil
---@field with { label: string, value: any }[] the arguments

---@return stead.parts.Made
function parts:made() end

--- Weighted people; nil when the parts carry none.
---@param code string
---@param system? string
---@return number?
function parts:weight(code, system) end

--- In order; none when the parts are in no system.
---@return string[]
function parts:systems() end

--- In order, of one system or of all.
---@param system? string
---@return string[]
function parts:codes(system) end

--- One amount. Equal when every digit is.
---@class stead.Amount
local amount = {}

--- What is left after a fund has met what it can: it gives the lesser of the two.
---@param label string what the fund is called
---@param fund stead.Money|stead.Amount
---@return stead.Amount
function amount:met_from(label, fund) end

--- Split in proportion to parts of one system, or to money or whole numbers by code: to the penny by largest
--- remainder when the amount is whole pence.
---@param weights stead.Parts|table<string, stead.Money|integer>
---@param sentence? string
---@return stead.Parts
function amount:share(weights, sentence) end

--- What lies within a width; the amount may not be negative.
---@param width stead.Money|stead.Amount
---@param sentence? string
---@return stead.Amount
function amount:up_to(width, sentence) end

--- What lies beyond a width.
---@param width stead.Money|stead.Amount
---@param sentence? string
---@return stead.Amount
function amount:beyond(width, sentence) end

--- Split by fixed shares, which sum to 100%.
---@param shares table<string, stead.Rate>
---@param sentence? string
---@return stead.Parts
function amount:split(shares, sentence) end

---@param rate stead.Rate
---@param sentence? string
---@return stead.Amount
function amount:times(rate, sentence) end

---@param other stead.Money|stead.Amount
---@param sentence? string
---@return stead.Amount
function amount:plus(other, sentence) end

---@param other stead.Money|stead.Amount
---@param sentence? string
---@return stead.Amount
function amount:less(other, sentence) end

--- Refused unless it is whole pence.
---@return stead.Money
function amount:money() end

--- "1234.56000000000": pounds, every digit that is carried.
---@return string
function amount:text() end

--- This amount less the one that it was made from, as text() writes it.
---@return string
function amount:delta() end

---@return stead.parts.Made
function amount:made() end
