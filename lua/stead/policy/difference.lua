--- What changed between two texts, line by line: "- " what went, "+ " what came. Lines that stayed are left out.
local difference = {}

local function lines_of(text)
  local out = {}
  for line in (text:gsub("\n$", "") .. "\n"):gmatch("(.-)\n") do
    out[#out + 1] = line
  end
  return out
end

--- More pairs of lines than this are not compared: all of the one went, all of the other came.
local MOST_PAIRS <const> = 4000000

--- Length of the longest run of lines, not necessarily next to each other, that two stretches have in common.
local function common(a, b, first, last_a, last_b)
  local length = {}
  for i = last_a + 1, first, -1 do
    length[i] = {}
    for j = last_b + 1, first, -1 do
      if i > last_a or j > last_b then
        length[i][j] = 0
      elseif a[i] == b[j] then
        length[i][j] = length[i + 1][j + 1] + 1
      else
        length[i][j] = math.max(length[i + 1][j], length[i][j + 1])
      end
    end
  end
  return length
end

local function walk(a, b, first, last_a, last_b)
  local small <const> = (last_a - first + 2) * (last_b - first + 2) <= MOST_PAIRS
  local length = small and common(a, b, first, last_a, last_b)
  local out, i, j = {}, first, first
  while i <= last_a or j <= last_b do
    if small and i <= last_a and j <= last_b and a[i] == b[j] then
      i, j = i + 1, j + 1
    elseif i <= last_a and (not small or j > last_b or length[i + 1][j] >= length[i][j + 1]) then
      out[#out + 1] = "- " .. a[i]
      i = i + 1
    else
      out[#out + 1] = "+ " .. b[j]
      j = j + 1
    end
  end
  return out
end

--- The lines that went and came.
---@param old string
---@param new string
---@return string[]
function difference.lines(old, new)
  local a, b = lines_of(old), lines_of(new)
  local first, last_a, last_b = 1, #a, #b
  while first <= last_a and first <= last_b and a[first] == b[first] do
    first = first + 1
  end
  while last_a >= first and last_b >= first and a[last_a] == b[last_b] do
    last_a, last_b = last_a - 1, last_b - 1
  end
  return walk(a, b, first, last_a, last_b)
end

return difference
