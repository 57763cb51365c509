--- Lower-tier and single-tier councils with their upper-tier council, 2023.
return recipe "districts-2023" {
  kind = "council",
  title = "Lower tier local authority to upper tier local authority (April 2023) lookup in "
    .. "England and Wales",
  publisher = "Office for National Statistics",
  licence = "OGL-3.0",
  edition = "April 2023",
  url = "https://github.com/humaniverse/geographr/blob/c026be5cc76c/data/lookup_ltla23_utla23.rda",
  header = "ltla23_code",
  encoding = "utf-8",
  fields = {
    { name = "code", headings = "ltla23_code", key = true },
    { name = "name", headings = "ltla23_name" },
    { name = "council", headings = "utla23_code" },
    { name = "council_name", headings = "utla23_name" },
  },
  must = { rows = { 318, 318 } },
  notes = {
    "Includes Wales, which is left out.",
  },
}
