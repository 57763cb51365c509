--- Residents of each upper-tier and single-tier council in each ICB, census-2021.
return recipe "residents-census-2021-upper" {
  kind = "residents",
  title = "Census 2021 usual residents of small areas, summed by council and ICB",
  publisher = "Office for National Statistics",
  licence = "OGL-3.0",
  edition = "Census 2021, on the boundaries of 2024",
  url = "https://github.com/humaniverse/geographr/blob/c026be5cc76c/data/lookup_lsoa21_icb24.rda",
  header = "utla23_code",
  encoding = "utf-8",
  fields = {
    { name = "council", headings = "utla23_code", key = true },
    { name = "icb", headings = "icb24_code_nhs", key = true, pattern = "Q%w%w" },
    { name = "people", headings = "total_residents", is = "integer" },
  },
  must = { rows = { 166, 166 } },
  notes = {
    "Whole people; small areas are wholly in one council and one ICB.",
  },
}
