--- Words for people: lists, counts, "did you mean", names made into identifiers.
local core <const> = require("stead.core")

local words = {}

--- "a, b and c"; past `most` items, "a, b and 7 more".
---@param list string[]
---@param most integer?
---@return string
function words.list(list, most)
  local n = #list
  if most and n > most then
    return table.concat(list, ", ", 1, most) .. (" and %d more"):format(n - most)
  end
  if n < 2 then
    return list[1] or ""
  end
  return table.concat(list, ", ", 1, n - 1) .. " and " .. list[n]
end

--- "1 practice", "12 practices".
---@param n integer
---@param one string
---@param many string?
---@return string
function words.count(n, one, many)
  local text = tostring(n)
  repeat
    local grouped, changed = text:gsub("^(%d+)(%d%d%d)", "%1,%2")
    text = grouped
  until changed == 0
  return text .. " " .. (n == 1 and one or many or one .. "s")
end

--- A text as a message shows it: in one line, and not all of a long one.
---@param text string
---@return string
function words.short(text)
  if not utf8.len(text) then
    return ("(%d bytes)"):format(#text)
  end
  local past = utf8.offset(text, 61)
  return (text:sub(1, past and past - 1 or -1):gsub("%c", " ")) .. (past and past <= #text and "…" or "")
end

--- The keys of a table, sorted.
---@param map table<string, any>
---@return string[]
function words.keys(map)
  local list = {}
  for key in pairs(map) do
    list[#list + 1] = tostring(key)
  end
  table.sort(list)
  return list
end

--- `; did you mean 'QWO'?`, or nothing when no candidate is near.
---@param word string
---@param candidates string[]
---@return string
function words.did_you_mean(word, candidates)
  local near = core.text.nearest(word, candidates)
  return near and ("; did you mean '%s'?"):format(near) or ""
end

--- "local-allocation-policy, s. 4": a citation as it is printed.
---@param citation { source: string, paragraph: string? }
---@return string
function words.cited(citation)
  return citation.source .. (citation.paragraph and ", " .. citation.paragraph or "")
end

--- "Bradford District and Craven" to "bradford-district-and-craven".
---@param name string
---@return string
function words.slug(name)
  local s = name:lower():gsub("[^%w]+", "-"):gsub("^%-+", ""):gsub("%-+$", "")
  return s
end

return words
