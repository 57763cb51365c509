--- stead -e CODE: an expression or statements; what they give is printed.
local fault <const> = require("stead.fault")
local host <const> = require("stead.core").host
local show <const> = require("stead.show")

return {
  run = function(argv)
    if argv[1] == nil then
      fault.command("no code after -e; write stead -e CODE")
    end
    require("stead.globals").install(_G)
    local chunk, message = host.load_statement(argv[1], "=-e")
    if not chunk then
      fault.script("%s", message)
    end
    show.print(chunk(table.unpack(argv, 2)))
    return 0
  end,
}
