--- Weighted populations of general practices, 2025/26.
return recipe "need-2025-26" {
  kind = "need",
  year = "2025/26",
  title = "General practice weighted populations, 2025/26 allocations",
  publisher = "NHS England",
  licence = "OGL-3.0",
  edition = "ICB allocation tool, data/2025_2026.csv, commit 28f478bc72ca",
  url = "https://github.com/nhsengland/ICB_Allocation_Tool_update/blob/28f478bc72ca/data/"
    .. "2025_2026.csv",
  header = "Practice_Code",
  encoding = "utf-8",
  fields = {
    { name = "practice", headings = "Practice_Code", key = true,
      pattern = "%u%d%d%d%d%d" },
    { name = "name", headings = "GP_Practice_Name" },
    { name = "postcode", headings = "Practice_Postcode" },
    { name = "latitude", headings = "Latitude", is = "real" },
    { name = "longitude", headings = "Longitude", is = "real" },
    { name = "icb", headings = "ICB", pattern = "Q%w%w" },
    { name = "district", headings = "LAD", pattern = "E0%d%d%d%d%d%d%d" },
    { name = "population", headings = "Population", is = "quantity" },
    { name = "general_acute", headings = "G&A WP", is = "quantity" },
    { name = "community", headings = "CS WP", is = "quantity" },
    { name = "mental_health", headings = "MH WP", is = "quantity" },
    { name = "maternity", headings = "Mat WP", is = "quantity" },
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
    "Begins with a byte order mark; the two earlier files do not.",
    "Sub-ICB, PCN, upper-tier and list-size columns are blank: the council is derived from the "
      .. "district at the date.",
    "Districts are still those of April 2021, among them 17 that ended on 31 March 2023: take "
      .. "the council through the successor.",
    "104 practices (266,606 people) have a maternity weight of nil; one each has a nil general "
      .. "and acute (Y00230) or prescribing weight.",
    "Practice names are in capitals.",
  },
}
