--- Residents of each upper-tier and single-tier council in each ICB, mid-2020.
return recipe "residents-mid-2020-upper" {
  kind = "residents",
  title = "Mid-2020 population estimates of small areas, summed by council and ICB",
  publisher = "Office for National Statistics",
  licence = "OGL-3.0",
  edition = "mid-2020, on the boundaries of 2022",
  url = "https://github.com/humaniverse/geographr/blob/c026be5cc76c/data/"
    .. "lookup_lsoa11_sicbl22_icb22_ltla22.rda",
  header = "utla21_code",
  encoding = "utf-8",
  fields = {
    { name = "council", headings = "utla21_code", key = true },
    { name = "icb", headings = "icb22_code_h", key = true, pattern = "Q%w%w" },
    { name = "people", headings = "total_population", is = "integer" },
  },
  must = { rows = { 164, 164 } },
  notes = {
    "Whole people; small areas are wholly in one council and one ICB.",
  },
}
