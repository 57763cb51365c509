--- `stead help`: the verbs, or one of them.
return {
  summary = "what there is; help VERB for one of them",
  usage = "[VERB]",
  example = "stead help allocate",
  options = {},
  positional = { { name = "VERB" } },
  run = function(given)
    local cli = require("stead.cli")
    print(given[1] and cli.help(given[1]) or cli.overview())
  end,
}
