-- The terms on which a system moves its places towards their share of need. No national rule binds a system (HFMA
-- 2022): each gives its own, for each stream, in its book.
local yours = "no national policy sets it: the system gives its own, in policy/parameters of its book"
return {
  parameter "allocation.closing_fraction" {
    title = "How much of the distance from target is closed in a year", unit = "rate", vary = "any",
      values = {}, unknown = yours,
  },
  parameter "allocation.floor_growth" {
    title = "The least that any place grows by in a year", unit = "rate", vary = "any", values = {}, unknown = yours,
  },
  parameter "allocation.ceiling_growth" {
    title = "The most that any place grows by in a year", unit = "rate", vary = "any", values = {}, unknown = yours,
  },
  parameter "allocation.convergence_cap" {
    title = "The most that convergence adds to a place's growth or takes from it",
    unit = "rate", vary = "any", values = {},
    unknown = yours,
  },
  parameter "allocation.mix" {
    title = "How much of a budget follows uniform growth, target share and bids",
    unit = "table", vary = "any", values = {},
    unknown = yours,
  },
}
