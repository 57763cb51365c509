---@meta stead.core.authority

--- Who may decide. Functions belong to bodies by law; grants hand them on. All are known by their positions in the
--- lists they came in; areas are whole numbers from 1, and 0 is everywhere.
---@class stead.authority
local authority = {}

---@class stead.authority.Body
---@field kind? "nhs-england"|"icb"|"nhs-trust"|"foundation-trust"|"council"|"combined-authority"|"icp"|"committee"|"joint-committee"|"officer"|"vcse"|"forum"|"pcn"
---@field parent? integer
---@field from? string
---@field to? string

---@class stead.authority.Function
---@field origin? integer whose it is by law
---@field statutory? boolean
---@field reserved? boolean
---@field confined? boolean may not leave its origin's own committees and officers
---@field excluded? boolean from sections 65Z5 and 65Z6

---@class stead.authority.Grant
---@field func integer
---@field giver integer
---@field taker integer
---@field area? integer
---@field mechanism? "internal"|"s65Z5"|"s65Z6"|"s75"|"s101"|"contract"
---@field limit? stead.Money
---@field yearly? boolean
---@field onward? boolean
---@field from? string
---@field to? string

--- Raises for what cannot be: positions that there are not, dates the wrong way round.
---@param bodies stead.authority.Body[]
---@param functions stead.authority.Function[]
---@param grants stead.authority.Grant[]
---@param areas integer
---@return stead.Authority
function authority.new(bodies, functions, grants, areas) end

---@class stead.Authority

---@class stead.authority.Taker
---@field body integer
---@field limit? stead.Money the least along its route; nil when there is none
---@field from? string
---@field to? string
---@field route integer[] grants, the origin's first

---@class stead.authority.Answer
---@field verdict "one"|"several"|"no origin"|"origin not then"|"origin cannot"|"round"
---@field takers stead.authority.Taker[]
---@field circle? integer the grant that closes a circle

--- Who decides so much of a function for an area on a day.
---@param func integer
---@param area integer
---@param amount stead.Money
---@param day string
---@return stead.authority.Answer
function authority:ask(func, area, amount, day) end

--- What is wrong with the grants in force on a day.
---@param day string
---@return { fault: "unlawful"|"not held"|"onward"|"over"|"sum"|"round", grant: integer, other: integer?, why: string?, had: stead.Money?, given: stead.Money? }[]
function authority:audit(day) end
