--- NHS trusts and foundation trusts with the ICB each is in.
return recipe "trusts" {
  kind = "trust",
  title = "ODS etr: NHS trusts",
  publisher = "NHS England, Organisation Data Service",
  licence = "OGL-3.0",
  edition = "January 2025",
  url = "https://github.com/jhau/nhs-spend/blob/1e5af1327e6f/data/etr.csv",
  header = "ods_code",
  encoding = "utf-8",
  fields = {
    { name = "code", headings = "ods_code", key = true },
    { name = "name", headings = "name" },
    { name = "icb", headings = "icb_ods", blank = "allow" },
    { name = "postcode", headings = "postcode" },
    { name = "from", headings = "open_date", pattern = "%d%d%d%d%d%d%d%d" },
    { name = "to", headings = "close_date", blank = "allow", pattern = "%d*" },
  },
  must = { rows = { 273, 273 } },
  notes = {
    "Three of the 273 are Welsh (RQF, RT4, RYT) and in no ICB of England.",
    "68 have closed. Dates are written as 20230401; a closing date is the last day.",
  },
}
