--- Whether a meeting may decide: enough members who are present and free of conflicts, and one in each role that its
--- quorum needs. Members with a conflict leave the count as well as the vote.
local words <const> = require("stead.words")

local quorum = {}

local function set_of(list)
  local out = {}
  for _, name in ipairs(list or {}) do
    out[name] = true
  end
  return out
end

--- Why a meeting is not quorate, in words; none when it is.
---@param body { members: table[]?, quorum: integer?, roles: string[]? }
---@param present string[] names of members
---@param conflicted string[]?
---@return string[] grounds
function quorum.grounds(body, present, conflicted)
  local there, out_of_it, eligible, roles, grounds = set_of(present), set_of(conflicted), 0, {}, {}
  for _, member in ipairs(body.members or {}) do
    if there[member.name] and not out_of_it[member.name] then
      eligible = eligible + 1
      roles[member.role] = true
    end
  end
  if eligible < (body.quorum or 0) then
    grounds[1] = ("%s free to vote, of the %d it needs"):format(words.count(eligible, "member"), body.quorum)
  end
  for _, role in ipairs(body.roles or {}) do
    if not roles[role] then
      grounds[#grounds + 1] = ("no %s member who is free to vote"):format(role)
    end
  end
  return grounds
end

return quorum
