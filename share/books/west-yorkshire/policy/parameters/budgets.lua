-- How the book moves places towards their share of need. Illustrative: no decision of the system is claimed.
local policy = cite("illustrative local allocation policy", "s. 4")
return {
  parameter "allocation.closing_fraction" {
    title = "How much of the distance from target is closed in a year", unit = "rate", vary = "any",
    values = {
      { from = "2023-04-01", stream = "primary-medical", is = pct "25", status = "illustrative", cites = policy },
    },
  },
  parameter "allocation.floor_growth" {
    title = "The least that any place grows by in a year", unit = "rate", vary = "raise",
    values = {
      { from = "2023-04-01", stream = "primary-medical", is = pct "2", status = "illustrative", cites = policy },
    },
  },
}
