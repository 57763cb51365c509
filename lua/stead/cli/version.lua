--- `stead version`.
return {
  summary = "which stead this is, and on what it stands",
  usage = "",
  example = "stead version",
  options = {},
  run = function()
    local core = require("stead.core")
    print(("stead %s · %s · SQLite %s"):format(core.version, _VERSION, core.store.sqlite_version()))
  end,
}
