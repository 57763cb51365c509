--- Lower-tier and single-tier councils with their upper-tier council, 2021.
return recipe "districts-2021" {
  kind = "council",
  title = "Lower tier local authority to upper tier local authority (April 2021) lookup in "
    .. "England and Wales",
  publisher = "Office for National Statistics",
  licence = "OGL-3.0",
  edition = "April 2021",
  url = "https://github.com/humaniverse/geographr/blob/c026be5cc76c/data/lookup_ltla21_utla21.rda",
  header = "ltla21_name",
  encoding = "utf-8",
  fields = {
    { name = "code", headings = "ltla21_code", key = true },
    { name = "name", headings = "ltla21_name" },
    { name = "council", headings = "utla21_code" },
    { name = "council_name", headings = "utla21_name" },
  },
  must = { rows = { 331, 331 } },
  notes = {
    "Includes Wales, which is left out.",
  },
}
