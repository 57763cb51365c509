--- What money and rates can do.
---@type stead.HelpEntry[]
return {
  { name = "money", usage = 'gbp "5" + gbp "6", gbp "5" * 2, gbp "5" < gbp "6"',
    means = "Money adds to money, subtracts from money, compares with money, and multiplies by whole numbers. Anything "
      .. "else says what to write instead.", units = "whole pence, to £92 thousand million million",
    example = 'gbp "5" + gbp "6.50"' },
  { name = "money:times", usage = "m:times(rate)", means = "The amount times a rate, rounded half away from zero.",
    units = "pence", example = 'gbp("0.05"):times(pct "50")' },
  { name = "money:uplift", usage = "m:uplift(rate)", means = "The amount times one and a rate, rounded once.",
    units = "pence", example = 'gbp("1,000"):uplift(pct "3.6")' },
  { name = "money:share", usage = "m:share(weights)",
    means = "Splits the amount by weights, to the penny, by largest remainder: the parts sum to the whole. Ties go "
      .. "to the larger weight, then to the lesser key.", units = "pence",
    example = 'gbp("100"):share({ calderdale = 1, leeds = 1, wakefield = 1 })' },
  { name = "money:percent_of", usage = "m:percent_of(whole)", means = "What rate of the whole the amount is.",
    units = "rate", example = 'gbp("25"):percent_of(gbp "400")' },
  { name = "money:pence", usage = "m:pence()", means = "The amount as a whole number of pence.",
    example = 'gbp("1.25"):pence()' },
  { name = "money:plain", usage = "m:plain()", means = "The amount as files have it: no commas, two decimals.",
    example = 'gbp("1234.5"):plain()' },
  { name = "money:text", usage = "m:text()", means = "The amount as tables have it: commas, no pound sign.",
    example = 'gbp("1234.5"):text()' },
  { name = "money:origin", usage = "m:origin()",
    means = "What the amount is a figure of, when it came from a result; nil otherwise. explain reads it.",
    example = 'gbp("5"):origin()' },
  { name = "rate:text", usage = "r:text(decimals)", means = "The rate as a percentage with so many decimals.",
    example = 'pct("3.625"):text(1)' },
  { name = "rate:parts", usage = "r:parts()", means = "The rate as a whole number.", units = "10^-9 of one",
    example = 'pct("2.5"):parts()' },
  { name = "rate:number", usage = "r:number()", means = "The rate as a Lua number: for statistics, never for money.",
    example = 'pct("2.5"):number()' },
}
