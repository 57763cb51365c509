--- stead run: an analyst's script, with the whole toolkit.
local fault <const> = require("stead.fault")

--- The script's text, from a file or from standard input.
local function text_of(path)
  if path == "-" then
    return io.read("a")
  end
  local file <close>, why = io.open(path, "rb")
  if not file then
    fault.command("the script cannot be opened: %s", why)
  end
  local text = file:read("a")
  if not text then
    fault.command("%s is not a file that can be read", path)
  end
  return text
end

--- What a script returned, as an exit status.
local function status_of(value)
  if math.type(value) ~= "integer" then
    return value == false and 1 or 0
  elseif value < 0 or value > 255 then
    fault.script("the script returned %d; an exit status is 0 to 255", value)
  end
  return value
end

---@type stead.Verb
return {
  summary = "run a script",
  usage = "SCRIPT [ARG…]",
  example = "stead run scripts/straddling.lua",
  about = "Runs a Lua file with everything stead has; - is standard input. The script finds its arguments in `arg` and "
    .. "in `...`, and require finds the modules beside it and in the scripts folder of the book. The whole number that "
    .. "it returns, 0 to 255, is the exit status; false is 1.",
  options = {},
  raw = true,
  run = function(_, argv)
    if argv[1] == "--help" then
      print(require("stead.cli").help("run"))
      return 0
    end
    if not argv[1] then
      fault.command("no script named; write stead run SCRIPT [ARG…]")
    end
    local text = text_of(argv[1])
    -- A first line beginning #! is for the shell; its line number stays.
    require("stead.globals").install(_G)
    local script, message = load(text:gsub("^#[^\n]*", ""), argv[1] == "-" and "=stdin" or "@" .. argv[1], "t")
    if not script then
      fault.script("%s", message)
    end
    arg = table.move(argv, 1, #argv, 0, {})
    require("stead.reach")(argv[1])
    return status_of(script(table.unpack(argv, 2)))
  end,
}
