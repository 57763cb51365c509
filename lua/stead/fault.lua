--- Errors that know which exit status they mean: 1 a check failed, 2 the command was wrong,
--- 3 a source is stale or out of reach, 4 a script failed, 5 an invariant broke.
local fault = {}

---@class stead.Fault
---@field exit integer the exit status of the program
---@field message string what, where, why and what to do
---@field code string? a short stable word, such as "NOTFOUND"
local meta <const> = { __name = "stead.fault" }

function meta.__tostring(e)
  return e.message
end

---@param exit integer
---@param message string
---@param code string?
---@return stead.Fault
function fault.new(exit, message, code)
  return setmetatable({ exit = exit, message = message, code = code }, meta)
end

---@param value any
---@return boolean
function fault.is(value)
  return getmetatable(value) == meta
end

local function raiser(exit)
  return function(text, ...)
    if select("#", ...) > 0 then
      text = text:format(...)
    end
    error(fault.new(exit, text), 0)
  end
end

fault.check = raiser(1)
fault.command = raiser(2)
fault.source = raiser(3)
fault.script = raiser(4)
fault.invariant = raiser(5)

local statuses <const> = { IO = 3, DB = 3, NEWER = 3, PARSE = 3, MISMATCH = 3, DUPLICATE = 3 }

--- Passes `value, ...` on, or raises what the outside world said (nil, message, code).
function fault.try(value, message, code, ...)
  if value == nil and message ~= nil then
    error(fault.new(statuses[code] or 2, message, code), 0)
  end
  return value, message, code, ...
end

--- The same for a file that was named: when it is there, what it says is at fault and not the command.
---@param path string
function fault.file(path, value, message, code, ...)
  if value == nil and code == "NOTFOUND" and require("stead.core").host.exists(path) then
    fault.source("%s", message)
  end
  return fault.try(value, message, code, ...)
end

return fault
