-- A plan on round sums, to show how one is checked. It is not the plan of Calderdale's health and wellbeing board.
return bcf "calderdale" {
  title = "Calderdale Better Care Fund", area = "E08000033", year = "2023/24", status = "illustrative",
  agreement = "calderdale-s75",
  last_year = { contribution = gbp "20,000,000", social_care = gbp "7,200,000", out_of_hospital = gbp "5,700,000" },
  sources = {
    { id = "nhs-minimum", stream = "nhs minimum", funder = "QWO", amount = gbp "21,132,000.00" },
    { id = "council-grant", stream = "council grant", funder = "E08000033", amount = gbp "8,000,000.00" },
    { id = "facilities-grant", stream = "disabled facilities", funder = "E08000033", amount = gbp "3,000,000.00" },
  },
  schemes = {
    { id = "reablement", source = "nhs-minimum", area = "social care", commissioner = "council",
      amount = gbp "7,700,000.00", spent = gbp "1,925,000.00", metric = "residential admissions" },
    { id = "community-nursing", source = "nhs-minimum", area = "community health", commissioner = "nhs",
      amount = gbp "13,432,000.00", spent = gbp "3,358,000.00", metric = "avoidable admissions" },
    { id = "home-care", source = "council-grant", area = "social care", commissioner = "council",
      amount = gbp "8,000,000.00", spent = gbp "2,000,000.00" },
    { id = "adaptations", source = "facilities-grant", area = "housing", commissioner = "council",
      amount = gbp "3,000,000.00", spent = gbp "600,000.00" },
  },
  metrics = {
    { name = "residential admissions", unit = "per 100,000", better = "down", population = "residents aged 65 and over",
      plan = "500", actual = "480" },
  },
  signed = { chief_executive = "2023-06-20", section_151 = "2023-06-21", board = "2023-06-28" },
}
