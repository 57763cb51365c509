--- `stead variations`: the register of local variation.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

return {
  summary = "the register of local variation, with its effect in £",
  usage = "",
  example = "stead variations --book share/books/west-yorkshire",
  about = "Who agreed what, when, under what power, why and until when; and what it changes, place by place.",
  options = {},
  run = function(given)
    local register <const> = require("stead.policy.register")
    local book = output.book(given)
    if not book.root then
      fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
    end
    local list = register.of(book)
    print(given.json and register.json(list) or register.text(book, list))
  end,
}
