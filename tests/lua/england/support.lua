--- What the specs of England's reference tables share.
local core <const> = require("stead.core")

local support = {}

support.source = assert(os.getenv("STEAD_SOURCE"), "STEAD_SOURCE names the source tree")
support.program = assert(os.getenv("STEAD_PROGRAM"), "STEAD_PROGRAM names the program")

--- The folder of published files, or nil where they are not at hand.
function support.published()
  local folder <const> = os.getenv("STEAD_DATA") or support.source .. "/../shared/data"
  return core.host.exists(folder .. "/need") and folder or nil
end

function support.scratch()
  local name <const> = os.tmpname()
  os.remove(name)
  assert(core.host.mkdir(name))
  return name
end

function support.bytes(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:read("a")
end

function support.write(path, text)
  local file <close> = assert(io.open(path, "wb"))
  assert(file:write(text))
end

--- Runs a script in the program; what it said, and whether it ended well.
function support.run(...)
  local words <const> = { support.program, "run", ... }
  for i, word in ipairs(words) do words[i] = "'" .. word .. "'" end
  local pipe <const> = assert(io.popen(table.concat(words, " ") .. " 2>&1"))
  local said <const> = pipe:read("a")
  return said, (pipe:close()) == true
end

--- The shipped database, and one value or all rows of a query on it.
function support.open()
  return assert(core.store.open(assert(core.host.share_path("england.db")), { readonly = true }))
end

function support.rows(db, query, params)
  local list <const> = {}
  for row in assert(db:sql(query, params)):rows() do list[#list + 1] = row end
  return list
end

function support.value(db, query, params)
  return assert(db:sql(query, params)):cell(1, 1)
end

return support
