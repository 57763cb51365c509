--- stead, alone: questions that cannot wait.
return {
  run = function()
    require("stead.globals").install(_G)
    require("stead.session").run()
    return 0
  end,
}
