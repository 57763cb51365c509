--- stead, alone: questions that cannot wait.
local core <const> = require("stead.core")
local show <const> = require("stead.show")

return {
  run = function()
    if core.host.is_terminal(0) and core.host.is_terminal(1) then
      print(("stead %s. Ctrl-D leaves."):format(core.version))
    end
    require("stead.globals").install(_G)
    core.host.repl(show)
    return 0
  end,
}
