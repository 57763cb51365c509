--- `stead allocate`: a budget for each place.
local terms <const> = require("stead.terms")
local args <const> = require("stead.cli.args")
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")

local function read_mix(text)
  if not text then
    return nil
  end
  local out = {}
  for part in (text .. ","):gmatch("(.-),") do
    local ok, value = pcall(core.money.rate, part)
    if not ok or not part:find("%%$") then
      fault.command("--mix: '%s' is not three percentages, such as 50%%,30%%,20%%", text)
    end
    out[#out + 1] = value
  end
  if #out ~= 3 then
    fault.command("--mix: '%s' is not three percentages, such as 50%%,30%%,20%%", text)
  end
  return out
end

--- KEY=VALUE, the value a percentage or an amount.
local function read_changes(list)
  local changes
  for _, item in ipairs(list or {}) do
    local key, text = item:match("^([^=]+)=(.+)$")
    if not key then
      fault.command("--with: '%s' is not KEY=VALUE, such as floor=2.25%%", item)
    end
    local ok, value = pcall(text:find("%%$") and core.money.pct or core.money.gbp, text)
    if key == "method" then
      ok, value = true, text
    end
    if not ok then
      fault.command("--with %s: %s", key, args.misuse(value))
    end
    changes = changes or {}
    changes[key] = value
  end
  return changes
end

local rate <const> = "rate"

local verb
verb = {
  summary = "a budget for each place, exact to the penny",
  usage = "--stream S --year Y [--icb X|all] [--by place|district|council] [terms]",
  about = "Moves each place from its baseline towards its share of need. In a book the terms it declares are used;\n"
    .. "what is given here stands over them.",
  example = "stead allocate --stream primary-medical --year 2023/24 --icb QWO --by district \\\n"
    .. "  --baseline payments:2022/23 --growth 3.6% --closing 25% --floor 2%",
  options = {
    stream = { takes = "S", required = true, help = "primary-medical, core, mental-health, …" },
    year = { takes = "Y", is = "year", required = true, help = "the financial year, such as 2023/24" },
    icb = { takes = "X", help = "an ICB by code or name, or all (the book's own, else all)" },
    by = { takes = "WHAT", one_of = { "place", "district", "council", "sub_icb", "icb" },
      help = "what a line is (place in a book, else council)" },
    method = { takes = "M", one_of = terms.methods, help = "how it moves (pace when --closing is given)" },
    baseline = { takes = "B", help = "payments:YEAR, or a CSV of code and amount" },
    growth = { takes = "R%", is = rate, help = "the envelope is the baseline grown by this" },
    envelope = { takes = "£", is = "money", help = "the sum to share" },
    closing = { takes = "R%", is = rate, help = "how much of the distance from target is closed" },
    floor = { takes = "R%", is = rate, help = "the least that any line grows by" },
    ceiling = { takes = "R%", is = rate, help = "the most that any line grows by" },
    cap = { takes = "R%", is = rate, help = "banded: the most that convergence adds or takes" },
    mix = { takes = "A%,B%,C%", help = "hybrid: uniform growth, target share, bids" },
    bids = { takes = "FILE", help = "bottom-up, hybrid: a CSV of code, bid and (if any) committed" },
    years = { takes = "N", is = "count", help = "this year and those that follow, at the same growth" },
    with = { takes = "KEY=VALUE", many = true, help = "a what-if over the terms, such as floor=2.25%" },
  },
  run = function(given)
    local book = output.book(given)
    local made = book:allocate(verb.options_of(given))
    local changes = read_changes(given.with)
    if changes and given.years then
      fault.command("--with and --years are two questions; ask them one at a time")
    elseif changes then
      output.frame(given, made:with(changes):against(made))
    elseif given.years then
      output.frame(given, made:path(given.years))
    else
      output.frame(given, made)
    end
  end,
}

--- What an allocation is asked for, from the words given.
function verb.options_of(given)
  local options = { mix = read_mix(given.mix) }
  for _, key in ipairs({ "stream", "year", "icb", "by", "method", "baseline", "growth", "envelope", "closing", "floor",
    "ceiling", "cap", "bids" }) do
    options[key] = given[key]
  end
  return options
end

return verb
