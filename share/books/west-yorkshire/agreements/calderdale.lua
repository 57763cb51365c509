-- An agreement of the kind that an ICB and a council make, to show what one says. These bodies have not made it.
return agreement "calderdale-s75" {
  title = "Calderdale section 75 agreement", kind = "s75", flexibility = { "pooled", "lead" },
  parties = { "QWO", "E08000033" }, status = "illustrative",
  from = "2023-04-01", to = "2026-03-31", review = "2024-12-31", notice = "six months, in writing",
  aims = "People stay well and independent at home for longer.",
  contributions = "Set yearly in schedule 1; changed by the partnership board within its delegated limit.",
  functions = { "community health services", "adult social care", "reablement", "equipment" },
  people = "Adults of Calderdale who need health and care services to live at home.",
  resources = "Schedule 3 lists the staff, premises and equipment that each partner provides.",
  ending = "Three years; reviewed yearly; varied by both partners in writing; ended on notice.",
  monitoring = "The council hosts the fund. The pool manager reports to the board every quarter and at year end.",
  board = "Calderdale partnership board", vat = "the council delivers the services that the fund buys",
  reports = { { due = "2023-07-31", received = "2023-07-28" }, { due = "2023-10-31", received = "2023-11-03" },
    { due = "2024-01-31", received = "2024-01-30" } },
}
