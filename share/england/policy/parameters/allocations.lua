-- What is known of the national allocation formula and its yearly terms. What is derived was recovered from NHS
-- England's own practice-level files; what is not published stays unknown.
local derived_2022 = cite("NHS England practice weighted populations 2022/23", "regression, exact")
local derived_later = cite("NHS England practice weighted populations 2023/24 to 2025/26", "regression")
return {
  parameter "alloc.weights" {
    title = "Share of each component in the overall core weighted population", unit = "table",
    values = {
      { from = "2022-04-01", status = "derived", cites = derived_2022, note = "exact",
        is = { general_acute = rate "0.6241", community = rate "0.0516", mental_health = rate "0.1060",
               maternity = rate "0.0338", prescribing = rate "0.0848", health_inequalities = rate "0.0996" } },
      { from = "2023-04-01", status = "derived", cites = derived_later, note = "within 0.004",
        is = { general_acute = rate "0.626", community = rate "0.051", mental_health = rate "0.104",
               maternity = rate "0.034", prescribing = rate "0.084", health_inequalities = rate "0.101" } },
      { from = "2025-04-01", to = "2026-03-31", status = "derived", cites = derived_later, note = "within 0.006",
        is = { general_acute = rate "0.587", community = rate "0.045", mental_health = rate "0.126",
               maternity = rate "0.038", prescribing = rate "0.085", health_inequalities = rate "0.101",
               primary_medical_need = rate "0.018" } },
    },
  },
  parameter "alloc.pmc.hi_weight" {
    title = "Share of health inequalities in the primary medical weighted population", unit = "rate",
    values = { { from = "2023-04-01", to = "2026-03-31", is = rate "0.15", status = "derived", cites = derived_later,
                 note = "exact" } },
  },
  parameter "alloc.community.ga_half" {
    title = "Part of community spending distributed with the general and acute index", unit = "rate",
    values = { { from = "2022-04-01", is = rate "0.50", status = "verified",
                 cites = cite("NHS England ICB place based tool", "FAQs") } },
  },
  parameter "alloc.growth.core" {
    title = "Growth of core allocations", unit = "rate", gaps = true,
    values = {
      { from = "2022-04-01", to = "2023-03-31", is = pct "3.6", status = "verified",
        cites = cite("HFMA news", "28 January 2022") },
      { from = "2025-04-01", to = "2026-03-31", is = pct "4.4", status = "verified",
        cites = cite("2025/26 guidance digest", "base growth") },
    },
  },
  parameter "alloc.efficiency" {
    title = "General efficiency asked of systems", unit = "rate", gaps = true,
    values = {
      { from = "2022-04-01", to = "2023-03-31", is = pct "1.1", status = "verified",
        cites = cite("HFMA news", "28 January 2022") },
      { from = "2025-04-01", to = "2026-03-31", is = pct "2.0", status = "verified",
        cites = cite("2025/26 guidance digest", "efficiency") },
    },
  },
  parameter "alloc.cuf" {
    title = "Cost uplift factor", unit = "rate",
    values = { { from = "2025-04-01", to = "2026-03-31", is = pct "4.15", status = "verified",
                 cites = cite("2025/26 guidance digest", "cost uplift factor"), note = "pay 2.8%" } },
  },
  parameter "poc.max_under_target" {
    title = "The furthest below target that any area was to be", unit = "rate",
    values = { { from = "2016-04-01", to = "2017-03-31", is = pct "-5", status = "verified",
                 cites = cite("Financial Allocations 2016/17-2020/21, as quoted", "pace of change") } },
  },
  parameter "poc.convergence" {
    title = "Convergence adjustment of national allocations, 2022/23 to 2025/26", unit = "table", vary = "any",
    values = {},
    unknown = "NHS England has not published it in a form that could be read; the system must supply its own",
  },
  parameter "rca.per_head" {
    title = "Running cost allowance a head", unit = "money",
    values = { { from = "2025-12-31", is = gbp "18.76", status = "verified",
      cites = cite("draft ICB blueprint, May 2025", "running costs"),
                 note = "target, by the end of the third quarter of 2025/26" } },
  },
  parameter "rca.cut" {
    title = "Real-terms cut in running costs by 2025/26", unit = "rate",
    values = { { from = "2023-03-02", to = "2026-03-31", is = pct "30", status = "verified",
                 cites = cite("HSJ, 2 March 2023", "running cost allowance"), note = "at least 20% by 2024/25" } },
  },
}
