--- What the specs of the bindings share.
local support = {}

--- What a call says when it raises, without the script's place.
---@param call fun()
---@return string
function support.refusal(call)
  local ok, message = pcall(call)
  assert(not ok, "nothing was refused")
  return (tostring(message):gsub("^[^:]+:%d+: ", "", 1))
end

return support
