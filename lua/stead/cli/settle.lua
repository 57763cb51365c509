--- `stead settle`: who bears a pool's overspend, or takes its underspend, step by step.
local args <const> = require("stead.cli.args")
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

--- £…, or SCHEME=£… for each scheme.
local function read(list)
  local out
  for _, text in ipairs(list or {}) do
    local scheme, amount = text:match("^([%w%._-]+)=(.+)$")
    local ok, money = pcall(core.money.gbp, amount or text)
    if not ok then
      fault.command("--outturn: %s", args.misuse(money))
    elseif not scheme and #list > 1 then
      fault.command("--outturn: give one amount, or SCHEME=£… for each scheme")
    elseif not scheme then
      return money
    end
    out = out or {}
    out[scheme] = money
  end
  return out
end

return {
  summary = "who bears a pool's overspend, or takes its underspend, step by step",
  usage = "POOL --outturn £…",
  about = "Settles the outturn against the contributions by the rule that the pool declares, with its variations.\n"
    .. "What nobody bears is named, and the exit status is 1.",
  example = "stead settle calderdale --outturn £10,900,000 --book share/books/west-yorkshire",
  positional = { { name = "POOL", required = true } },
  options = {
    outturn = { takes = "£", many = true, help = "what was spent; or SCHEME=£… once for each scheme" },
  },
  run = function(given)
    local book = output.book(given)
    if not book.root then
      fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
    end
    local made = book.pool[given[1]]:settle({ outturn = read(given.outturn) })
    output.frame(given, made:frame())
    return made.unfunded:pence() > 0 and 1 or 0
  end,
}
