-- A fund on round sums, beside what the council's return for 2022/23 shows. These bodies have not made it.
return pool "calderdale" {
  title = "Calderdale pooled fund", year = "2023/24", place = "calderdale", status = "illustrative",
  agreement = "calderdale-s75", host = "E08000033", manager = "the council's pooled fund manager",
  board = "Calderdale partnership board", functions = { "community health services", "reablement", "equipment" },
  contributions = {
    { partner = "QWO", amount = gbp "6,000,000.00", minimum = gbp "5,000,000.00",
      instalments = { gbp "1,500,000.00", gbp "1,500,000.00", gbp "1,500,000.00", gbp "1,500,000.00" } },
    { partner = "E08000033", amount = gbp "3,800,000.00" },
    { partner = "E08000033", amount = gbp "200,000.00", in_kind = true, note = "premises, valued at rent" },
  },
  schemes = {
    { id = "reablement", owner = "E08000033", amount = gbp "4,500,000.00", service = "reablement" },
    { id = "community-nursing", owner = "QWO", amount = gbp "4,000,000.00", service = "community health services" },
    { id = "equipment", owner = "E08000033", amount = gbp "1,500,000.00", service = "equipment" },
  },
  beside = {
    { title = "adult social care, net current expenditure 2022/23, as returned", status = "in view",
      owner = "E08000033", amount = gbp "72,092,000.00" },
    { title = "joint commissioning of carers' support, a round sum", status = "aligned", owner = "QWO",
      amount = gbp "1,000,000.00" },
  },
  overspend = { form = "proportional", caps = { E08000033 = gbp "250,000.00", excess_to = "QWO" } },
  underspend = { form = "proportional" },
}
