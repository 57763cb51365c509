--- `stead test`: a book's busted specs, with the toolkit loaded.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")

return {
  summary = "run busted specs with the toolkit loaded",
  usage = "[FILE|FOLDER…]",
  example = "stead test tests",
  options = {},
  raw = true,
  run = function(_, argv)
    if argv[1] == "--help" then
      print(require("stead.cli").help("test"))
      return 0
    end
    local ok, runner = pcall(require, "busted.runner")
    if not ok then
      fault.command("busted is not installed for %s (Debian: apt-get install lua-busted)", _VERSION)
    end
    require("stead.globals").install(_G)
    local what = #argv > 0 and argv or { "tests" }
    if not core.host.exists(what[1]) then
      fault.command("%s: nothing there to test", what[1])
    end
    arg = table.move(what, 1, #what, 1, { [0] = "stead test" })
    runner({ standalone = false })
    return 0
  end,
}
