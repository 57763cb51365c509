--- What councils in England spent on services in 2021/22, by service.
return recipe "outturn-2021-22" {
  kind = "outturn",
  year = "2021/22",
  title = "Local authority revenue outturn 2021/22: service expenditure summary (RSX)",
  publisher = "Department for Levelling Up, Housing and Communities",
  licence = "OGL-3.0",
  edition = "final, 23 November 2023",
  url = "https://github.com/BenGoodair/childrens_social_care_qualitative/blob/"
    .. "57ecb63451de/Data/Raw/RSX_2021-22_data_by_LA_Live.csv",
  header = "E-code",
  encoding = "utf-8",
  commas = true,
  fields = {
    { name = "ecode", headings = "E-code" },
    { name = "council", headings = "ONS Code", key = true },
    { name = "name", headings = "Local authority" },
    { name = "class", headings = "Class" },
    { name = "adult_social_care", is = "money", unit = "thousand", missing = "...",
      headings = "Adult Social Care - Net Current Expenditure (C7 = C3 - C6)" },
    { name = "adult_social_care_total", is = "money", unit = "thousand", missing = "...",
      headings = "Adult Social Care - Total Expenditure (C3 = C1 + C2)" },
    { name = "public_health", is = "money", unit = "thousand", missing = "...",
      headings = "Public Health - Net Current Expenditure (C7 = C3 - C6)" },
    { name = "public_health_total", is = "money", unit = "thousand", missing = "...",
      headings = "Public Health - Total Expenditure (C3 = C1 + C2)" },
  },
  stop = "Eng",
  only = { council = "E[01][06789]%d%d%d%d%d%d" },
  must = {
    rows = { 333, 333 },
  },
  notes = {
    "Ten rows stand above the headings; the headings hold line ends, so the first council is on "
      .. "line 110.",
    "Amounts are £ thousand with thousands commas.",
    "Bromsgrove, North Norfolk, Redditch and Woking made no return: '...' in every cell."
      .. " The 2022/23 return writes [x] for the same.",
    "Districts report small sums of adult social care (27 of them) and public health, some "
      .. "negative.",
    "Police, fire, park, waste and combined authorities, the Greater London Authority (public "
      .. "health £3.889m) and the England row are left out.",
    "The England row counts districts too: adult social care is £18,971.928m there, and "
      .. "£18,956.021m from the 152 upper-tier councils.",
  },
}
