--- Sub-ICB locations of England, 2022: codes, ICB and the commissioning group each once was.
return recipe "sub-icbs" {
  kind = "sub_icb",
  title = "Sub-ICB Locations (July 2022) with their ICB, and former CCG names",
  publisher = "Office for National Statistics; NHS England",
  licence = "OGL-3.0",
  edition = "July 2022",
  url = "https://github.com/humaniverse/geographr/blob/c026be5cc76c/data/"
    .. "lookup_lsoa11_sicbl22_icb22_ltla22.rda",
  header = "sicbl22_code",
  encoding = "utf-8",
  fields = {
    { name = "ons_code", headings = "sicbl22_code" },
    { name = "code", headings = "sicbl22_code_h", key = true, pattern = "%w+" },
    { name = "name", headings = "sicbl22_name" },
    { name = "icb", headings = "icb22_code_h", pattern = "Q%w%w" },
    { name = "former_ccg", headings = "former_ccg" },
  },
  must = { rows = { 106, 106 } },
  notes = {
    "Joined from the small-area lookup of 2022 and the names in the need of 2022/23.",
  },
}
