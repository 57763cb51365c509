--- What the NHS paid each general practice in England in 2020/21.
return recipe "payments-2020-21" {
  kind = "payments",
  year = "2020/21",
  title = "NHS Payments to General Practice, England, 2020/21",
  publisher = "NHS Digital",
  licence = "OGL-3.0",
  edition = "2020-21 annual release, practice level",
  url = "https://github.com/HealthEquityEvidenceCentre/HEEC/blob/8a7205b2025b/data/"
    .. "payments/raw/20-21.csv",
  header = "NHS England (Region) code",
  encoding = "utf-8",
  fields = {
    { name = "practice", headings = "Practice Code", key = true,
      pattern = "%u%d%d%d%d%d" },
    { name = "name", headings = "Practice Name" },
    { name = "sub_icb", headings = "CCG Code", pattern = "%w+" },
    { name = "pcn", headings = "PCN Code" },
    { name = "closed", headings = "Practice Close Date", blank = "allow" },
    { name = "total", headings = "Total NHS Payments to General Practice", is = "money" },
  },
  must = {
    rows = { 6000, 7000 },
  },
  notes = {
    "Amounts are pounds with up to two decimals, before deductions; totals that include PCN and "
      .. "Covid payments stand in other columns and are not read.",
    "Begins with a byte order mark; the last line has no line end. Dates are day/month/year.",
    "Rows are in order of region and sub-ICB location, not of practice.",
    "234 practices have 'Unknown or no PCN' as their PCN code.",
    "Five totals are negative.",
  },
}
