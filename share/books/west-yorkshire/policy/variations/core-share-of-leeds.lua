-- A departure of the kind that a system might agree, to show what one looks like. Nobody has agreed it.
return variation "allocation.need" {
  stream    = "core",
  in_force  = between("2023-04-01", "2024-03-31"),
  authority = {
    agreed_by = "Illustrative: the system's finance committee",
    on        = "2023-03-14",
    minute    = "item 6",
    under     = cite("illustrative local allocation policy", "s. 7"),
  },
  reason = "Leeds hosts services for all five places that are paid for elsewhere; its share is held at £1,575m and the "
    .. "others take what that releases, by share of need.",
  status = "illustrative",
  against = "b536b452cd87",

  steps = function (given, _, base)
    return base(given):cap({ leeds = gbp "1,575,000,000.00", excess_to = "others" }, "Leeds is held at £1,575m")
  end,

  worked_example = {
    given = {
      target   = { leeds = gbp "1,600,000,000.00", kirklees = gbp "300,000,000.00", wakefield = gbp "100,000,000.00" },
      envelope = gbp "2,000,000,000.00",
    },
    gives = { leeds = gbp "1,575,000,000.00", kirklees = gbp "318,750,000.00", wakefield = gbp "106,250,000.00" },
  },
}
