--- What the specs of the statistics share.
local core <const> = require("stead.core")

local support = {}

local source <const> = os.getenv("STEAD_SOURCE") or "."
support.shared = (os.getenv("STEAD_SHARED") or source .. "/../shared") .. "/"

--- What a call says when it raises, without the script's place.
---@param call function
---@return string
function support.refusal(call, ...)
  local ok, message = pcall(call, ...)
  assert(not ok, "nothing was refused")
  return (tostring(message):gsub("^[^:]+:%d+: ", "", 1):gsub("^bad argument #%d+ to '[^']*' ", "", 1))
end

--- Rows of a sheet as tables by heading, wholly blank ones left out; nil where the sheet is not at hand.
---@param path string beneath ../shared
---@return table<string, string>[]?
function support.sheet(path)
  local probe <const> = io.open(support.shared .. path, "rb")
  if not probe then return nil end
  probe:close()
  local names, rows = nil, {}
  for cells in core.sheet.rows(support.shared .. path) do
    if not names then
      names = cells
    elseif table.concat(cells) ~= "" then
      local row = {}
      for i, name in ipairs(names) do row[name] = cells[i] end
      rows[#rows + 1] = row
    end
  end
  return rows
end

--- A column of rows as numbers; blank cells are left out as nil, so the list says how long it is.
---@param rows table<string, string>[]
---@param name string
---@return (number|nil)[]
function support.numbers(rows, name)
  local out = {}
  for i, row in ipairs(rows) do out[i] = tonumber(row[name]) or 0 / 0 end
  return out
end

---@param rows table<string, string>[]
---@param name string
---@return string[]
function support.texts(rows, name)
  local out = {}
  for i, row in ipairs(rows) do out[i] = row[name] end
  return out
end

--- Asserts that a figure is within a relative 1e-9 (or `within`) of what a sheet gives; both may be missing.
---@param expected string|number|nil
---@param got number?
---@param what string
---@param within number?
function support.close(expected, got, what, within)
  local wanted <const> = tonumber(expected)
  if wanted == nil then
    assert(got == nil, what .. ": nothing expected, got " .. tostring(got))
    return
  end
  assert(got ~= nil, what .. ": nothing given")
  assert(math.abs(got - wanted) <= (within or 1e-9) * math.max(math.abs(wanted), 1e-300),
    ("%s: expected %.17g, got %.17g"):format(what, wanted, got))
end

return support
