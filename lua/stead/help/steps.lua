--- The steps that rules are written in. Each gives a new value; the last argument, a sentence that says why, may be
--- left out.
local SUM <const> = 'local core = require("stead.core")\n'
  .. 'local parts = core.parts.new { icb = gbp "200", council = gbp "100" }\nreturn parts:'
local ONE <const> = 'local core = require("stead.core")\nlocal pot = core.parts.amount(gbp "300")\nreturn pot:'

local function parts(name, usage, means, example)
  return { name = "parts:" .. name, kind = "step", usage = "parts:" .. usage, means = means, example = SUM .. example }
end

local function amount(name, usage, means, example)
  return { name = "amount:" .. name, kind = "step", usage = "amount:" .. usage, means = means,
    example = ONE .. example }
end

---@type stead.HelpEntry[]
return {
  parts("grow_to", "grow_to(envelope, sentence)", "All parts scaled alike to an envelope.",
    'grow_to(gbp "330"):money()'),
  parts("move_towards", "move_towards(target, rate, sentence)", "That much of the way to other parts.",
    'move_towards(core.parts.new { icb = gbp "150", council = gbp "150" }, pct "50"):money()'),
  parts("uplift", "uplift(rate, sentence)", "With growth: × (1 + rate).", 'uplift(pct "10"):money()'),
  parts("times", "times(rate, sentence)", "× rate.", 'times(pct "10"):money()'),
  parts("plus", "plus(parts, sentence)", "With other parts, or money by code, added.",
    'plus({ icb = gbp "5" }):money()'),
  parts("less", "less(parts, sentence)", "With other parts, or money by code, taken away.",
    'less({ icb = gbp "5" }):money()'),
  parts("no_part_below", "no_part_below(parts, sentence)",
    "A floor for each part, up to the penny, which foot_to keeps.",
    'no_part_below({ council = gbp "120" }):foot_to(gbp "300"):money()'),
  parts("no_part_above", "no_part_above(parts, sentence)",
    "A ceiling for each part, down to the penny, which foot_to keeps.",
    'no_part_above({ icb = gbp "150" }):foot_to(gbp "300"):money()'),
  parts("foot_to", "foot_to(envelope, sentence)", "Floors and ceilings met, and whole pence that come to the "
    .. "envelope, by largest remainder. What there is must come to it already.", 'foot_to(gbp "300"):money()'),
  parts("cap", 'cap({ council = gbp "100", excess_to = "icb" }, sentence)',
    'No more than the cap; what is over goes to one part, or to "others" in proportion.',
    'cap({ council = gbp "60", excess_to = "icb" }):money()'),
  parts("hold", 'hold({ council = gbp "60", excess_to = "others" }, sentence)',
    "As cap, but what nobody has room for is left out.", 'hold({ council = gbp "60", excess_to = "icb" }):money()'),
  parts("gather", 'gather({ line = "owner" }, sentence)', "Lines summed by who answers for them.",
    'gather({ icb = "system", council = "system" }):money()'),
  parts("scale_to", "scale_to(envelope, committed, sentence)",
    "Bids scaled to an envelope; what is committed is met in full.", 'scale_to(gbp "150"):money()'),
  parts("converge", "converge(target, { closing = R, cap = R, floor = R }, envelope, sentence)",
    "Growth for all, less a part of each one's distance from target, within a cap.",
    'converge(core.parts.new { icb = gbp "150", council = gbp "150" }, { closing = pct "25" }, gbp "300")\n'
    .. '  :foot_to(gbp "300"):money()'),
  parts("mix", "mix({ { rate, parts }, … }, sentence)", "So much of each of several parts; the rates come to 100%.",
    'mix({ { pct "50", parts }, { pct "50", parts:times(pct "50") } }):money()'),
  parts("total", "total()", "What all parts come to.", "total():money()"),
  parts("of", "of(code)", "One part.", 'of("icb"):money()'),
  parts("money", "money()", "Money by code; refused unless all is whole pence.", "money()"),
  amount("met_from", "met_from(label, fund)", "What is left after a fund has met what it can.",
    'met_from("the reserve", gbp "120"):money()'),
  amount("share", "share(parts, sentence)", "Split in proportion to parts, to money or to whole numbers by code.",
    "share({ icb = 2, council = 1 }):money()"),
  amount("split", 'split({ icb = pct "60", council = pct "40" }, sentence)',
    "Split by fixed shares, which come to 100%.", 'split({ icb = pct "60", council = pct "40" }):money()'),
  amount("up_to", "up_to(width, sentence)", "What lies within a width.", 'up_to(gbp "100"):money()'),
  amount("beyond", "beyond(width, sentence)", "What lies beyond a width.", 'beyond(gbp "100"):money()'),
  amount("times", "times(rate, sentence)", "× rate.", 'times(pct "10"):money()'),
  amount("plus", "plus(money, sentence)", "Money added.", 'plus(gbp "1"):money()'),
  amount("less", "less(money, sentence)", "Money taken away.", 'less(gbp "1"):money()'),
  amount("money", "money()", "The sum as money; refused unless it is whole pence.", "money()"),
}
