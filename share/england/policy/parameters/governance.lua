-- Dates by which places were to have done things, and the functions that may not be delegated.
return {
  parameter "deadlines.place_model" {
    title = "Every place adopts a governance model, or an equivalent", unit = "date",
    values = { { from = "2022-02-11", is = "2023-04-01", status = "verified", cites = cite("HFMA 2022", "April 2023"),
                 note = "CIPFA 2022 says spring 2023" } },
  },
  parameter "deadlines.shared_outcomes_evidence" {
    title = "Evidence of work on shared outcomes", unit = "date",
    values = { { from = "2022-02-11", is = "2024-03-31", status = "verified",
      cites = cite("shared outcomes toolkit", "March 2024") } },
  },
  parameter "s65z5.excluded" {
    title = "NHS England functions that section 65Z5 does not reach", unit = "text",
    values = { { from = "2022-07-01", is = "14Z25, 14Z26, 14Z28, 14Z59-14Z62, 27B-27D, 33 and others",
      status = "verified",
                 cites = cite("SI 2022/642", "reg 2"), note = "the list is incomplete" } },
  },
  parameter "prevention.shift.hewitt" {
    title = "Rise in the share of system budgets spent on prevention over five years", unit = "rate",
    values = { { from = "2023-04-04", is = pct "1", status = "verified", cites = cite("Hewitt review", "prevention"),
                 note = "percentage points; not adopted by government" } },
  },
}
