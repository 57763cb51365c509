-- The Better Care Fund's uplifts and its discharge money, by year.
return {
  parameter "bcf.uplift" {
    title = "Uplift of the NHS minimum contribution", unit = "rate",
    values = {
      { from = "2022-04-01", is = pct "5.66", status = "verified",
        cites = cite("NHS England, BCF policy and planning", "2022-23") },
      { from = "2023-04-01", is = pct "5.66", status = "verified",
        cites = cite("NHS England, BCF policy and planning", "2023-25") },
      { from = "2024-04-01", to = "2025-03-31", is = pct "5.66", status = "unverified" },
    },
  },
  parameter "bcf.asc_min_uplift" {
    title = "Uplift of the minimum for adult social care", unit = "rate",
    values = { { from = "2025-04-01", to = "2026-03-31", is = pct "3.9", status = "unverified" } },
  },
  parameter "bcf.discharge" {
    title = "Discharge funding: councils' grant and ICBs' part", unit = "table",
    values = {
      { from = "2022-04-01", status = "verified", cites = cite("BCF addendum", "2022-23"),
        is = { total = gbp "500m", councils = gbp "200m", icbs = gbp "300m" } },
      { from = "2023-04-01", status = "verified", cites = cite("BCF policy framework", "2023-25"),
        is = { total = gbp "600m", councils = gbp "300m", icbs = gbp "300m" } },
      { from = "2024-04-01", to = "2025-03-31", status = "unverified", is = { total = gbp "1bn" } },
    },
  },
}
