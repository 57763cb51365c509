--- What it takes to begin: the prompt, the program, the reference tables.
local facts <const> = require("stead.facts")
local tools <const> = require("tools")

return function(note)
  local commands <const> = { { tools.stead, "-e", "1" }, { "lua5.4", "-e", "return 1" } }
  commands[2] = tools.has("lua5.4") and commands[2] or nil
  local took <const> = tools.run(40, commands)
  note { what = "stead -e 1", unit = "ms", stead = took[1].ms, beside = "lua5.4", other = took[2] and took[2].ms,
    ratio = took[2] and took[1].ms / took[2].ms, budget = { under = 20 } }
  note { what = "memory of stead -e 1", unit = "MiB", stead = took[1].mib, beside = "lua5.4",
    other = took[2] and took[2].mib, ratio = took[2] and took[1].mib / took[2].mib, budget = { under = 20 } }
  local program <close> = assert(io.open(tools.stead, "rb"))
  note { what = "the program, Lua and its modules inside", unit = "MB", stead = program:seek("end") / 1e6,
    budget = { under = 5 } }
  local opened <const> = tools.time(30, { function() facts.open():close() end,
    function()
      local held <const> = facts.open()
      held:need("2023/24")
      held:close()
    end })
  note { what = "opening England's reference tables", unit = "ms", stead = opened[1] }
  note { what = "opening them and reading a year's need", unit = "ms", stead = opened[2] }
end
