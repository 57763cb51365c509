return place "leeds" {
  name      = "Leeds",
  purpose   = "Act as one partnership for the people of Leeds.",
  footprint = practices { district = "E08000035" },
  residents = districts { "E08000035" },
  partners  = { "QWO", "E08000035" },
}
