-- How many people a tier usually covers: information, never an error (DOMAIN 1.2), and how many systems there were.
local both = cite("HFMA 2021; Policy@Manchester 2022", "population bands")
return {
  parameter "tier.system.band" {
    title = "People that a system usually covers", unit = "table", vary = "any",
    values = { { from = "2021-04-01", is = { least = 1000000, most = 3000000 }, status = "verified", cites = both } },
  },
  parameter "tier.place.band" {
    title = "People that a place usually covers", unit = "table", vary = "any",
    values = { { from = "2021-04-01", is = { least = 250000, most = 500000 }, status = "verified", cites = both } },
  },
  parameter "tier.neighbourhood.band" {
    title = "People that a neighbourhood usually covers", unit = "table", vary = "any",
    values = { { from = "2021-04-01", is = { least = 30000, most = 50000 }, status = "verified", cites = both } },
  },
  parameter "ics.count" {
    title = "Integrated care systems in England", unit = "count",
    values = { { from = "2022-07-01", is = 42, status = "verified",
      cites = cite("HFMA 2021; NHS Providers", "42 systems") } },
    note = "as established on 1 July 2022; later mergers are not counted here",
  },
}
