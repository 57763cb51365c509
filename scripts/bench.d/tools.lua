--- Timing: functions in this process, and commands as processes of their own, always in turns so that whatever
--- else the machine does falls on all of them alike.
local tools = {}

tools.stead = "build/release/stead"
tools.python = os.getenv("STEAD_BENCH_PYTHON")
tools.python = tools.python ~= "" and tools.python or nil

--- Whether a command is installed.
---@param name string
function tools.has(name)
  return (os.execute("command -v '" .. name .. "' >/dev/null 2>&1"))
end

--- Runs a command of the shell; raises when it fails.
---@param command string
function tools.shell(command)
  assert(os.execute(command), command)
end

local function median(list)
  table.sort(list)
  return list[(#list + 1) // 2]
end

--- Milliseconds of processor time that each function takes, the median over `runs` turns.
---@param runs integer
---@param work (fun(run: integer))[]
---@return number[]
function tools.time(runs, work)
  local taken, out = {}, {}
  for i, each in ipairs(work) do
    taken[i] = {}
    each(0) -- unmeasured: what is made once is made now
  end
  collectgarbage()
  for run = 1, runs do
    for i, each in ipairs(work) do
      local start <const> = os.clock()
      each(run)
      taken[i][run] = os.clock() - start
    end
  end
  for i in ipairs(work) do
    out[i] = median(taken[i]) * 1e3
  end
  return out
end

local function quoted(command)
  local words = {}
  for i, word in ipairs(command) do
    words[i] = "'" .. word:gsub("'", "'\\''") .. "'"
  end
  return table.concat(words, " ")
end

local function clock(command, out)
  local pipe <close> = assert(io.popen("build/bench/clock " .. quoted({ out, table.unpack(command) })))
  local wall, _, memory, status = pipe:read("n", "n", "n", "n")
  if status ~= 0 then
    error(("%s: status %s"):format(quoted(command), status), 0)
  end
  return wall, memory
end

--- What each command takes from start to end, the median over `runs` turns. `out` names where its output is left.
---@param runs integer
---@param commands { [integer]: string, out: string? }[]
---@return { ms: number, mib: number }[]
function tools.run(runs, commands)
  local wall, memory, out = {}, {}, {}
  for i in ipairs(commands) do
    wall[i], memory[i] = {}, {}
  end
  for run = 0, runs do -- the first turn warms the files
    for i, command in ipairs(commands) do
      wall[i][run], memory[i][run] = clock(command, command.out or "/dev/null")
    end
  end
  for i in ipairs(commands) do
    out[i] = { ms = median(wall[i]) / 1e6, mib = median(memory[i]) / 1024 }
  end
  return out
end

--- Says that two ways of working do not agree, and stops: their times would mean nothing.
function tools.differ(what, ...)
  error(what .. " differ: " .. table.concat({ ... }, " "), 0)
end

return tools
