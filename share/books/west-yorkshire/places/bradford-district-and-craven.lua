return place "bradford-district-and-craven" {
  name      = "Bradford District and Craven",
  purpose   = "Act as one partnership for the people of Bradford district and of Craven in North Yorkshire.",
  footprint = practices { district = "E08000032" } + practices { district = "E07000163" },
  residents = districts { "E08000032", "E07000163" },
  partners  = { "QWO", "E08000032", "E10000023", "E06000065", "E07000163" },
  note      = "Craven is a district of North Yorkshire: its council services lie inside that council's return.",
}
