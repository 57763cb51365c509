return place "calderdale" {
  name      = "Calderdale",
  purpose   = "Act as one partnership for the people of Calderdale.",
  footprint = practices { district = "E08000033" },
  residents = districts { "E08000033" },
  partners  = { "QWO", "E08000033" },
}
