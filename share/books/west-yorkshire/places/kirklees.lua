return place "kirklees" {
  name      = "Kirklees",
  purpose   = "Act as one partnership for the people of Kirklees.",
  footprint = practices { district = "E08000034" },
  residents = districts { "E08000034" },
  partners  = { "QWO", "E08000034" },
}
