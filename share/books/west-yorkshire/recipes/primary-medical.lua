--- Primary medical care by place and month: illustrative. The plan of each place is its budget of 2023/24 in this book;
--- what was spent to M6 is made up, to show forecasts.
return recipe "primary-medical" {
  kind = "ledger",
  title = "Primary medical care by place, 2023/24 to M6 (illustrative)",
  publisher = "stead",
  licence = "MIT",
  header = "month",
  constants = {
    year = "2023/24", stream = "primary-medical", funder = "NHS England", holder = "QWO", status = "aligned",
    level = "place", basis = "target",
  },
  controls = {
    { kind = "plan", total = "463,888,470.11", rows = 60 },
    { kind = "actual", recurrent = "non-recurrent", total = "970,000.00" },
  },
  fields = {
    { name = "month" }, { name = "place" }, { name = "kind" }, { name = "recurrent" },
    { name = "amount", is = "money" },
  },
}
