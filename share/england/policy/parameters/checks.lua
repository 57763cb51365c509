-- Limits that checks compare with.
return parameter "allocation.share_gap" {
  title = "How far a place's share of the money may be from its share of need before a check says so", unit = "rate",
  vary = "any", values = {},
  unknown = "no national policy sets it: the system gives its own, in policy/parameters of its book",
}
