-- How near decisions are that may be one, and how alike bodies that may be one. Nobody has set either nationally.
return {
  parameter "decisions.split_days" {
    title = "Days within which decisions for one supplier or purpose are looked at together", unit = "count",
    vary = "any",
    values = { { from = "2022-07-01", is = 30, status = "unverified", cites = cite("DOMAIN", "6.8, G11") } },
  },
  parameter "decisions.duplicate_share" {
    title = "Members in common, in each hundred of either, at which two bodies double each other", unit = "count",
    vary = "any",
    values = { { from = "2022-07-01", is = 70, status = "unverified", cites = cite("DOMAIN", "6.8, G17") } },
  },
}
