--- Integrated care boards of England, December 2024: statistical and NHS codes.
return recipe "icbs" {
  kind = "icb",
  title = "Integrated Care Boards (December 2024) names and codes in England",
  publisher = "Office for National Statistics",
  licence = "OGL-3.0",
  edition = "December 2024",
  url = "https://github.com/jhau/nhs-spend/blob/1e5af1327e6f/data/icb_names_codes_dec_2024.csv",
  header = "ICB24CD",
  encoding = "utf-8",
  fields = {
    { name = "ons_code", headings = "ICB24CD" },
    { name = "code", headings = "ICB24CDH", key = true, pattern = "Q%w%w" },
    { name = "name", headings = "ICB24NM" },
  },
  must = { rows = { 42, 42 } },
  notes = {
    "The 42 boards as they stood from 1 July 2022 to December 2024. Later mergers are not in it.",
  },
}
