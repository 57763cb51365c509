-- The ways of setting a place's budget (DOMAIN 3.3 and 2.5). Which one a system takes is its own choice.
local terms = { baseline = parts_of(money), target = parts_of(money), envelope = money }
return {
  rule "allocation.uniform" {
    title = "Everyone grows alike", level = "system", takes = terms, cites = cite("DOMAIN", "3.3 item 1"),
    steps = function (given)
      return given.baseline
        :grow_to(given.envelope, "its baseline, grown with everyone else's")
        :foot_to(given.envelope)
    end,
  },

  rule "allocation.pace" {
    title = "Moving each place towards its target share", level = "system", takes = terms,
    cites = cite("DOMAIN", "3.3 items 2 and 3"),
    uses = { closing = parameter "allocation.closing_fraction" },
    may_use = { floor = parameter "allocation.floor_growth", ceiling = parameter "allocation.ceiling_growth" },
    steps = function (given, p)
      local moved = given.baseline
        :grow_to(given.envelope, "its baseline, grown with everyone else's")
        :move_towards(given.target, p.closing, "part of the way to its target")
      if p.floor then
        moved = moved:no_part_below(given.baseline:uplift(p.floor), "nobody grows by less than the floor")
      end
      if p.ceiling then
        moved = moved:no_part_above(given.baseline:uplift(p.ceiling), "nobody grows by more than the ceiling")
      end
      return moved:foot_to(given.envelope)
    end,
  },

  rule "allocation.banded" {
    title = "Base growth, less a fraction of the distance from target, capped either way", level = "system",
    takes = terms,
    cites = cite("DOMAIN", "2.5"),
    uses = { closing = parameter "allocation.closing_fraction" },
    may_use = { floor = parameter "allocation.floor_growth", cap = parameter "allocation.convergence_cap" },
    steps = function (given, p)
      return given.baseline
        :converge(given.target, { closing = p.closing, cap = p.cap, floor = p.floor }, given.envelope)
        :foot_to(given.envelope)
    end,
  },

  rule "allocation.need" {
    title = "Shares of need alone", level = "system", takes = { target = parts_of(money), envelope = money },
    cites = cite("DOMAIN", "2.8"),
    steps = function (given)
      return given.target:foot_to(given.envelope)
    end,
  },

  rule "allocation.bottom_up" {
    title = "Bids scaled to the envelope; committed parts of bids are met in full", level = "system",
    takes = { bids = parts_of(money), committed = parts_of(money), envelope = money },
      cites = cite("DOMAIN", "3.3 item 4"),
    steps = function (given)
      return given.bids
        :scale_to(given.envelope, given.committed, "its bid, scaled to what there is")
        :foot_to(given.envelope)
    end,
  },

  rule "allocation.hybrid" {
    title = "A mix of uniform growth, target share and bids", level = "system",
    takes = { baseline = parts_of(money), target = parts_of(money), bids = parts_of(money), envelope = money },
    uses = { mix = parameter "allocation.mix" }, cites = cite("DOMAIN", "3.3 item 5"),
    steps = function (given, p)
      local grown = given.baseline:grow_to(given.envelope, "its baseline, grown with everyone else's")
      local bids = given.bids:grow_to(given.envelope, "its bid, scaled to what there is")
      return grown
        :mix({ { p.mix.uniform, grown }, { p.mix.target, given.target }, { p.mix.bids, bids } })
        :foot_to(given.envelope)
    end,
  },
}
