--- Councils of England in two tiers, with their reorganisations.
return recipe "councils" {
  kind = "council",
  title = "UK local authorities, current and past",
  publisher = "mySociety",
  licence = "CC-BY-4.0",
  edition = "with changes to May 2025",
  url = "https://github.com/mysociety/uk_local_authority_names_and_codes",
  header = "gss-code",
  encoding = "utf-8",
  fields = {
    { name = "code", headings = "gss-code", key = true },
    { name = "letters", headings = "local-authority-code" },
    { name = "official", headings = "official-name" },
    { name = "name", headings = "nice-name" },
    { name = "type", headings = "local-authority-type" },
    { name = "county", headings = "county-la", blank = "allow" },
    { name = "from", headings = "start-date", blank = "allow" },
    { name = "to", headings = "end-date", blank = "allow" },
    { name = "successor", headings = "replaced-by", blank = "allow" },
  },
  must = { rows = { 380, 380 } },
  notes = {
    "End dates of 2019 and 2020 are the last day of the old council; those of 2021 and 2023 are "
      .. "the first day of the new one.",
    "Start dates in June 2005 are those of a register, not of the council, and most others are "
      .. "blank; only those of 2019 and later are used.",
    "Forest Heath is put in Surrey (SRY); it was in Suffolk (SFK).",
    "Combined authorities and the Greater London Authority are in the list and left out.",
  },
}
