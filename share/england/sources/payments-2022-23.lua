--- What the NHS paid each general practice in England in 2022/23.
return recipe "payments-2022-23" {
  kind = "payments",
  year = "2022/23",
  title = "NHS Payments to General Practice, England, 2022/23",
  publisher = "NHS England",
  licence = "OGL-3.0",
  edition = "2022-23 annual release, practice level",
  url = "https://github.com/HealthEquityEvidenceCentre/HEEC/blob/8a7205b2025b/data/"
    .. "payments/raw/22-23.csv",
  header = "NHS England (Region) code",
  encoding = "utf-8",
  fields = {
    { name = "practice", headings = "Practice Code", key = true,
      pattern = "%u%d%d%d%d%d" },
    { name = "name", headings = "Practice Name" },
    { name = "sub_icb", headings = "CCG Code", pattern = "%w+" },
    { name = "pcn", headings = "Code" },
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
    "The PCN code and name stand under the headings Code and CCG NAME; the sub-ICB location's "
      .. "under CCG Code and Sub ICB NAME.",
    "178 practices have 'Unknown or no PCN' as their PCN code.",
    "Twelve totals are negative and three are nil: corrections to practices that closed, for "
      .. "the most part.",
    "M88006 is here under D2P2L, as in the need of 2023/24; the need of 2022/23 has it under "
      .. "15E.",
    "169 practices have payments and no need in 2023/24 (£75,776,605.49), most of them closed; "
      .. "53 have need and no payments (25,847 people).",
  },
}
