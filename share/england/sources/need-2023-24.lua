--- Weighted populations of general practices, 2023/24.
return recipe "need-2023-24" {
  kind = "need",
  year = "2023/24",
  title = "General practice weighted populations, 2023/24 allocations",
  publisher = "NHS England",
  licence = "OGL-3.0",
  edition = "AIF allocation tool, data/2023_2024.csv, commit aecad8a58328",
  url = "https://github.com/nhsx/AIF_Allocation_Tool/blob/aecad8a58328/data/2023_2024.csv",
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
    { name = "sub_icb", headings = "CCG21", pattern = "%w+" },
    { name = "district", headings = "LAD21", pattern = "E0%d%d%d%d%d%d%d" },
    { name = "council", headings = "LA21", pattern = "E[01]%d%d%d%d%d%d%d" },
    { name = "population", headings = "pop 2022/23", is = "quantity" },
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
    "The heading of the population still says 'pop 2022/23'; the figures are those of 2023/24.",
    "Sub-ICB locations stand under the heading CCG21, here with the codes of July 2022; LOC22 "
      .. "and the PCN columns are blank.",
    "The upper-tier names repeat the district's on every row; the codes are right but for one. "
      .. "Names are never taken from this file.",
    "Y07274 in Nuneaton has the district's code, E07000219, where the upper-tier code belongs: "
      .. "the council is derived from the district.",
    "The district names of E85096, L84606 and Y03103 are those of the places they moved from; "
      .. "their codes follow the new postcode.",
    "71 practices have a new postcode and the coordinates of the old one.",
    "M88006 moved from Birmingham and Solihull (QHL, 15E) to the Black Country (QUA, D2P2L).",
    "113 practices (272,437 people) have a maternity weight of nil, 16 of them in West "
      .. "Yorkshire; in 2022/23 such cells were blank. Nil is kept as published.",
    "Two practices have a general and acute weight of nil: Y00400 and Y02157.",
    "Districts and councils are those of April 2021 (309 and 152), although the councils of "
      .. "Cumbria, North Yorkshire and Somerset were reorganised on 1 April 2023.",
  },
}
