return place "wakefield" {
  name      = "Wakefield District",
  purpose   = "Act as one partnership for the people of Wakefield district.",
  footprint = practices { district = "E08000036" },
  residents = districts { "E08000036" },
  partners  = { "QWO", "E08000036" },
}
