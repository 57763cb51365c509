-- Constants of measurement: charts, inequality, discounting, tax, hours.
local dots = cite("NHSRplotthedots", "ptd_spc_standard")
local green = cite("Green Book", "A6.5 to A6.8")
local function constant(title, value, unit, status, cites)
  return { title = title, unit = unit, values = { { from = "2000-01-01", is = value, status = status,
    cites = cites } } }
end
return {
  parameter "spc.limit" (constant("Limits of an XmR chart, times the mean moving range",
    rate "2.66", "rate", "verified", dots)),
  parameter "spc.screen" (constant("A moving range beyond this many means is screened out",
    rate "3.267", "rate", "verified", dots)),
  parameter "spc.run" (constant("Points on one side of the mean that signal a change", 7, "count", "verified", dots)),
  parameter "spc.trend" (constant("Points rising or falling that signal a change", 7, "count", "verified", dots)),
  parameter "sii.quantiles" (constant("Quantiles that a slope index of inequality takes",
    { least = 5, most = 100 }, "table",
    "verified", cite("PHEindicatormethods", "phe_sii"))),
  parameter "discount.stpr" {
    title = "Social time preference rate, years 0 to 30 of the appraisal", unit = "rate",
    values = { { from = "2018-01-01", is = pct "3.5", status = "verified", cites = green } },
  },
  parameter "discount.stpr.later" {
    title = "Social time preference rate, later years of the appraisal", unit = "table",
    values = { { from = "2018-01-01", is = { years_31_to_75 = pct "3.0", years_76_to_125 = pct "2.5" },
                 status = "unverified", cites = green } },
  },
  parameter "discount.health" {
    title = "Rate for health effects by year of the appraisal", unit = "table",
    values = { { from = "2018-01-01",
    is = { years_0_to_30 = pct "1.5", years_31_to_75 = pct "1.29", years_76_to_125 = pct "1.07" },
                 status = "unverified", cites = green } },
  },
  parameter "vat.standard" (constant("Standard rate of value added tax", pct "20", "rate", "unverified")),
  parameter "wte.hours" {
    title = "Hours a week of a whole-time post", unit = "table", vary = "any",
    values = { { from = "2000-01-01", is = { nhs = rate "37.5", council = rate "37" }, status = "unverified" } },
  },
}
