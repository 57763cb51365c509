---@meta stead.policy

--- The words of policy files: policy/parameters, rules, variations and checks. An editor that reads these
--- annotations (the Lua language server) then helps with fields and steps. The words stand ready in such files, and
--- in no other.

---@class stead.policy.Span
---@class stead.policy.Citation

--- From one day to another, both included.
---@param first string "2025-04-01"
---@param last string
---@return stead.policy.Span
function between(first, last) end

--- From a day on.
---@param first string
---@return stead.policy.Span
function from(first) end

--- A source and a paragraph in it.
---@param source string
---@param paragraph? string
---@return stead.policy.Citation
function cite(source, paragraph) end

--- An amount for each place or body, for what a rule takes.
---@param kind "money"
---@return "parts"
function parts_of(kind) end

---@type "money"
money = "money"

---@alias stead.policy.Status "verified"|"derived"|"unverified"|"user"|"illustrative"
---@alias stead.policy.Scalar stead.Money|stead.Rate|integer|string|table<string, any>

---@class stead.policy.Value
---@field from string its first day
---@field to? string its last; else the day before the next begins
---@field is stead.policy.Scalar
---@field status stead.policy.Status
---@field cites? stead.policy.Citation
---@field stream? string
---@field note? string

---@class stead.policy.Parameter
---@field title string
---@field unit "money"|"rate"|"count"|"date"|"text"|"table"
---@field vary? "none"|"raise"|"lower"|"any"|{ between: stead.policy.Scalar[] } what a local variation may do to it
---@field values stead.policy.Value[]
---@field gaps? boolean days without a value are meant
---@field unknown? string who must supply the value, when there is none
---@field cites? stead.policy.Citation
---@field note? string

--- A parameter; without fields, the name of one.
---@param name string
---@return fun(fields: stead.policy.Parameter): stead.policy.Declared
function parameter(name) end

---@class stead.policy.Declared

---@alias stead.policy.Kind "money"|"parts"|"rate"|"count"|"text"|"date"
---@alias stead.policy.Given table<string, stead.Amount|stead.Parts|stead.Rate|integer|string>
---@alias stead.policy.Steps fun(given: stead.policy.Given, p: table<string, any>): stead.Parts|stead.Amount

---@class stead.policy.Example
---@field given table<string, any> money, or money by code
---@field gives stead.Money|table<string, stead.Money>
---@field on? string the day, for parameters
---@field uses? table<string, any> parameters with other values

---@class stead.policy.Rule
---@field title string
---@field takes table<string, stead.policy.Kind>
---@field uses? table<string, any> parameters that it needs: { floor = parameter "core.floor_growth" }
---@field may_use? table<string, any> parameters that it uses when they have a value
---@field steps stead.policy.Steps
---@field level? "system"|"place"
---@field worked_example? stead.policy.Example
---@field cites? stead.policy.Citation
---@field note? string

---@param name string
---@return fun(fields: stead.policy.Rule): stead.policy.Declared
function rule(name) end

---@class stead.policy.Authority
---@field agreed_by string
---@field on string the day
---@field minute string
---@field under stead.policy.Citation

---@alias stead.policy.Base fun(given: stead.policy.Given): stead.Parts|stead.Amount
---@alias stead.policy.Wrap fun(given: stead.policy.Given, p: table<string, any>, base: stead.policy.Base): stead.Parts|stead.Amount

---@class stead.policy.Variation
---@field at? string the place; without it, the system
---@field stream? string
---@field in_force stead.policy.Span
---@field authority stead.policy.Authority
---@field reason string
---@field is? stead.policy.Scalar another value of a parameter
---@field steps? stead.policy.Wrap what is done round a rule
---@field disables? true accepts what a check finds
---@field subject? string what the accepted finding is about
---@field uses? table<string, any>
---@field worked_example? stead.policy.Example needed with steps
---@field against? string the version of the rule that was agreed against
---@field review? string the day to look at it again
---@field replaces? string the file, without .lua, of the variation that it takes over from
---@field retrospective? string why it starts before it was agreed
---@field status? stead.policy.Status
---@field note? string

---@param name string of a parameter, a rule or a check
---@return fun(fields: stead.policy.Variation): stead.policy.Declared
function variation(name) end

---@class stead.policy.Finding
---@field subject string
---@field message string
---@field severity? "error"|"warning"|"info"
---@field todo? string
---@field where? string file and line
---@field place? string
---@field stream? string
---@field detail? string

---@class stead.policy.Check
---@field title string
---@field severity "error"|"warning"|"info"
---@field steps fun(given: table<string, any>, p: table<string, any>): stead.policy.Finding[]
---@field uses? table<string, any>
---@field may_use? table<string, any>
---@field todo? string
---@field cites? stead.policy.Citation
---@field note? string

---@param name string
---@return fun(fields: stead.policy.Check): stead.policy.Declared
function check(name) end
