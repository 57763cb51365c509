--- Weighted populations of general practices, 2022/23.
return recipe "need-2022-23" {
  kind = "need",
  year = "2022/23",
  title = "General practice weighted populations, 2022/23 allocations",
  publisher = "NHS England",
  licence = "OGL-3.0",
  edition = "AIF allocation tool, data/2022_2023.csv, commit 941ddf1554f8",
  url = "https://github.com/nhsx/AIF_Allocation_Tool/blob/941ddf1554f8/data/2022_2023.csv",
  header = "Practice_Code",
  encoding = "utf-8",
  fields = {
    { name = "practice", headings = "Practice_Code", key = true,
      pattern = "%u%d%d%d%d%d" },
    { name = "name", headings = "GP_Practice_Name" },
    { name = "postcode", headings = "Practice_Postcode" },
    { name = "latitude", headings = "Latitude", is = "real" },
    { name = "longitude", headings = "Longitude", is = "real" },
    { name = "icb", headings = "ICS22", pattern = "Q%w%w" },
    { name = "sub_icb", headings = "LOC22", pattern = "%w+" },
    { name = "pcn", headings = "PCN_Code", pattern = "U%d*" },
    { name = "pcn_name", headings = "PCN_Name" },
    { name = "region", headings = "R22", pattern = "Y%d%d" },
    { name = "region_name", headings = "Region22" },
    { name = "district", headings = "LAD21", pattern = "E0%d%d%d%d%d%d%d" },
    { name = "council", headings = "LA21", pattern = "E[01]%d%d%d%d%d%d%d" },
    { name = "population", headings = "pop 2022/23", is = "quantity" },
    { name = "general_acute", headings = "G&A WP", is = "quantity" },
    { name = "community", headings = "CS WP", is = "quantity" },
    { name = "mental_health", headings = "MH WP", is = "quantity" },
    { name = "maternity", headings = "Mat WP", is = "quantity", blank = "leave out" },
    { name = "prescribing", headings = "Prescr WP", is = "quantity" },
    { name = "health_inequalities", headings = "Health Ineq WP", is = "quantity" },
    { name = "core", headings = "Final WP", is = "quantity" },
    { name = "primary_medical_need", headings = "Primary Medical Care WP", is = "quantity" },
    { name = "primary_medical", headings = "Final PMC WP", is = "quantity" },
  },
  must = {
    sums = { of = { "general_acute", "community", "mental_health", "maternity", "prescribing",
      "health_inequalities", "core", "primary_medical_need", "primary_medical" },
      to = "population", within = "1" },
    rows = { 6000, 7000 },
  },
  notes = {
    "17 practices have a blank maternity cell (901.9063 people in all). They are left out of "
      .. "the maternity component and listed; the other 6,537 still sum to the population.",
    "Sub-ICB locations are read from LOC22. CCG21 holds the codes from before the boundary "
      .. "changes of July 2022 and differs on 34 rows: Glossop, and 28 practices of Birmingham, "
      .. "Melton and Northamptonshire; four of its codes span two ICBs.",
    "The PCN code U means unallocated (75 practices in 32 ICBs, 237,248 people). Four PCN codes "
      .. "have practices in two ICBs (U41591, U44537, U57294, U75549), and four codes share the "
      .. "name Brunel Health Group.",
    "Primary Medical Care WP is published to two decimals; every other weighted column to nine.",
    "Three practices have a general and acute weight of nil: Y00400, Y01845, Y02157.",
    "Districts and councils are those of April 2021 (309 and 152), which stood until 31 March "
      .. "2023.",
    "One longitude is written with an exponent: F86712, 4.72E-05.",
  },
}
