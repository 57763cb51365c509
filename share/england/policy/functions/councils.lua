-- Functions of councils that places bring together with those of the NHS. References to Acts are from memory and await
-- a reading.
return {
  func "adult-social-care" { name = "adult social care", origin = "council", tier = "upper", kind = "commissioning",
    level = "place", statute = cite("Care Act 2014", "Part 1"), status = "unverified",
    detail = "assessment, home care, care homes, direct payments" },
  func "public-health" { name = "public health", origin = "council", tier = "upper", kind = "commissioning",
    level = "place", statute = cite("NHS Act 2006", "s. 2B"), status = "unverified",
    detail = "the public health grant" },
  func "childrens-social-care" { name = "children's social care", origin = "council", tier = "upper",
    kind = "commissioning", level = "place", statute = cite("Children Act 1989", "Part III"), status = "unverified" },
  func "housing" { name = "housing and homelessness", origin = "council", tier = "lower", kind = "provision",
    level = "place", statute = cite("Housing Act 1996", "Part VII"), status = "unverified" },
  func "disabled-facilities" { name = "disabled facilities grants", origin = "council", tier = "lower",
    kind = "provision", level = "place", status = "unknown" },
  func "leisure" { name = "leisure and open spaces", origin = "council", tier = "lower", kind = "provision",
    level = "place", status = "unknown" },
}
