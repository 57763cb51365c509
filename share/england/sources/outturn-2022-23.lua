--- What councils in England spent on services in 2022/23, by service.
return recipe "outturn-2022-23" {
  kind = "outturn",
  year = "2022/23",
  title = "Local authority revenue outturn 2022/23: service expenditure summary (RSX)",
  publisher = "Department for Levelling Up, Housing and Communities",
  licence = "OGL-3.0",
  edition = "6 June 2024",
  url = "https://github.com/BenGoodair/childrens_social_care_qualitative/blob/"
    .. "57ecb63451de/Data/Raw/RSX_2022-23_data_by_LA.csv",
  header = "E-code",
  encoding = "utf-8",
  commas = true,
  fields = {
    { name = "ecode", headings = "E-code" },
    { name = "council", headings = "ONS Code", key = true },
    { name = "name", headings = "Local authority" },
    { name = "class", headings = "Class" },
    { name = "adult_social_care", is = "money", unit = "thousand", missing = "[x]",
      headings = "Adult Social Care - Net Current Expenditure (C7 = C3 - C6)" },
    { name = "adult_social_care_total", is = "money", unit = "thousand", missing = "[x]",
      headings = "Adult Social Care - Total Expenditure (C3 = C1 + C2)" },
    { name = "public_health", is = "money", unit = "thousand", missing = "[x]",
      headings = "Public Health - Net Current Expenditure (C7 = C3 - C6)" },
    { name = "public_health_total", is = "money", unit = "thousand", missing = "[x]",
      headings = "Public Health - Total Expenditure (C3 = C1 + C2)" },
  },
  stop = "Eng",
  only = { council = "E[01][06789]%d%d%d%d%d%d" },
  must = {
    rows = { 333, 333 },
  },
  notes = {
    "Ten rows stand above the headings; the headings hold line ends, so the first council is on "
      .. "line 110. 109 unnamed columns follow the last heading.",
    "Amounts are £ thousand with thousands commas.",
    "Birmingham, High Peak, North West Leicestershire and Woking made no return: [x] in every "
      .. "cell.",
    "The England row and a second table (totals by class, with the headings again) stand below "
      .. "the councils and are not read. They count districts too and are estimated for the four: "
      .. "adult social care is £20,524.551m there, £20,132.322m from 151 upper-tier councils.",
    "The Greater London Authority's public health is 4,326 in the first table and 4,325 in the "
      .. "second.",
    "The council of North Yorkshire is E10000023, Cumbria E10000006 and Somerset E10000027: the "
      .. "year ended the day before their unitary successors began. Craven's social care and "
      .. "public health lie inside North Yorkshire's return.",
    "70 councils' returns were not yet certified (N).",
    "Districts report small sums of adult social care and public health, some negative.",
  },
}
