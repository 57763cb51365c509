--- stead run: an analyst's script, with the whole toolkit.
local fault <const> = require("stead.fault")

---@type stead.Verb
return {
  summary = "run a script",
  usage = "SCRIPT [ARG…]",
  example = "stead run scripts/straddling.lua",
  about = "Runs a Lua file with everything stead has. The script finds its arguments in `arg` and in `...`.",
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
    local file <close>, why = io.open(argv[1], "rb")
    if not file then
      fault.command("the script cannot be opened: %s", why)
    end
    local text = file:read("a")
    if not text then
      fault.command("%s is not a file that can be read", argv[1])
    end
    -- A first line beginning #! is for the shell; its line number stays.
    require("stead.globals").install(_G)
    local script, message = load(text:gsub("^#[^\n]*", ""), "@" .. argv[1], "t")
    if not script then
      fault.script("%s", message)
    end
    arg = table.move(argv, 1, #argv, 0, {})
    local status = script(table.unpack(argv, 2))
    return math.type(status) == "integer" and status or 0
  end,
}
