-- NHS West Yorkshire on published data: practice need 2023/24, payments to practices 2022/23, council
-- outturn 2022/23. What is not published is marked illustrative; no decision of the system is claimed.
return system "QWO" {
  name  = "NHS West Yorkshire",
  years = { "2022/23", "2023/24" },
  purpose = "Show what each place of West Yorkshire needs, has and would receive, on figures anyone can check.",

  bodies = {
    body "QWO"       { kind = "icb", name = "NHS West Yorkshire Integrated Care Board", from = "2022-07-01" },
    body "E08000032" { kind = "council", tier = "both", name = "City of Bradford Metropolitan District Council" },
    body "E08000033" { kind = "council", tier = "both", name = "Calderdale Metropolitan Borough Council" },
    body "E08000034" { kind = "council", tier = "both", name = "Kirklees Metropolitan Borough Council" },
    body "E08000035" { kind = "council", tier = "both", name = "Leeds City Council" },
    body "E08000036" { kind = "council", tier = "both", name = "Wakefield Metropolitan District Council" },
    body "E10000023" { kind = "council", tier = "upper", name = "North Yorkshire County Council",
                       to = "2023-03-31", note = "succeeded by E06000065 on 1 April 2023" },
    body "E06000065" { kind = "council", tier = "both", name = "North Yorkshire Council", from = "2023-04-01" },
    body "E07000163" { kind = "council", tier = "lower", name = "Craven District Council", to = "2023-03-31",
                       note = "became part of North Yorkshire Council on 1 April 2023" },
  },

  envelopes = {
    envelope "primary-medical" {
      year = "2023/24", amount = gbp "463,888,470.11", status = "illustrative", holder = "QWO",
      note = "2022/23 payments to practices, grown by 3.6%",
    },
    envelope "core" {
      year = "2023/24", amount = gbp "4,500,000,000.00", status = "illustrative", holder = "QWO",
      note = "a round sum, to show shares of need; not the system's allocation",
    },
  },

  allocations = {
    allocation "primary-medical" {
      year = "2023/24", method = "pace", baseline = "payments:2022/23",
      growth = pct "3.6", status = "illustrative",
      note = "a quarter of the distance from target is closed; no place grows by less than 2%",
    },
    allocation "core" {
      year = "2023/24", method = "need", status = "illustrative",
      note = "shares of need alone: no published baseline by place",
    },
  },

  streams = {
    stream "adult-social-care" {
      title = "Adult social care", status = "in view", year = "2022/23", source = "outturn",
      service = "adult-social-care",
      note = "councils' net current expenditure, as returned",
    },
    stream "public-health" {
      title = "Public health", status = "in view", year = "2022/23", source = "outturn", service = "public-health",
      note = "councils' net current expenditure, as returned",
    },
  },
}
