--- Methods and terms of allocations. In the examples the terms stand over the book's own.
local function run(terms)
  return ('book:allocate { stream = "primary-medical", year = "2023/24", %s }'):format(terms)
end

---@type stead.HelpEntry[]
return {
  { name = "uniform", kind = "method", usage = 'method = "uniform"',
    means = "Everyone's baseline grows alike: envelope × baseline ÷ Σ baseline.",
    example = 'england:allocate { stream = "primary-medical", year = "2023/24", icb = "QWO", by = "district",\n'
      .. '  method = "uniform", baseline = "payments:2022/23", growth = pct "3.6" }' },
  { name = "pace", kind = "method", usage = 'method = "pace", closing = R, floor = R, ceiling = R',
    means = "Uniform growth, then part of the way to target: u + closing × (target − u). Whoever would grow by less "
      .. "than the floor is lifted to it, and the rest pay in proportion to their room above theirs; a ceiling "
      .. "likewise.",
    example = run('method = "pace"') },
  { name = "banded", kind = "method", usage = 'method = "banded", closing = R, cap = R, floor = R',
    means = "Everyone grows at one base rate, plus or minus closing × distance from target, held within the cap. The "
      .. "base rate is the one that uses the envelope up.",
    example = 'england:allocate { stream = "primary-medical", year = "2023/24", icb = "QWO", by = "district",\n'
      .. '  method = "banded", baseline = "payments:2022/23", growth = pct "3.6",\n'
      .. '  closing = pct "25", cap = pct "0.5" }' },
  { name = "bottom-up", kind = "method", usage = 'method = "bottom-up", bids = FILE',
    means = "Each bid scaled so that bids meet the envelope. What a bid says is committed is met in full and only the "
      .. "rest is scaled.", example = 'help "bids"' },
  { name = "hybrid", kind = "method", usage = 'method = "hybrid", mix = { R, R, R }, bids = FILE',
    means = "A weighted mean of uniform growth, target share and scaled bids; the three weights sum to 100%.",
    example = 'help "mix"' },
  { name = "need", kind = "method", usage = 'method = "need"',
    means = "Envelope × weighted people ÷ Σ weighted people: the target itself, without a baseline.",
    example = 'book:allocate { stream = "core", year = "2023/24" }' },
  { name = "baseline", kind = "term", usage = '"payments:2022/23", or a CSV of code and amount',
    means = "What each line starts from.", units = "money",
    example = 'book:allocate({ stream = "primary-medical", year = "2023/24" }).place.leeds.baseline' },
  { name = "growth", kind = "term", usage = 'growth = pct "3.6"',
    means = "The envelope is Σ baseline × (1 + growth), rounded half away from zero. Give this or envelope, "
      .. "not both.",
    units = "rate", example = run('growth = pct "4"') },
  { name = "envelope", kind = "term", usage = 'envelope = gbp "463,888,470.11"',
    means = "The sum to share, in one ICB.", units = "money",
    example = 'book:allocate { stream = "core", year = "2023/24", envelope = gbp "4.4bn" }' },
  { name = "closing", kind = "term", usage = 'closing = pct "25"',
    means = "The part of the distance from target that is closed in a year. After n years (1 − closing)^n is left.",
    units = "rate", example = run('closing = pct "50"') },
  { name = "floor", kind = "term", usage = 'floor = pct "2"',
    means = "The least that any line grows by, kept to the penny. A floor that the envelope cannot meet is refused, "
      .. "with by how much.", units = "rate", example = run('floor = pct "2.25"') },
  { name = "ceiling", kind = "term", usage = 'ceiling = pct "5"', means = "The most that any line grows by.",
    units = "rate", example = run('ceiling = pct "5"') },
  { name = "cap", kind = "term", usage = 'cap = pct "0.5"',
    means = "banded: the most that convergence adds to growth or takes from it.", units = "rate",
    example = 'help "banded"' },
  { name = "mix", kind = "term", usage = 'mix = { pct "50", pct "30", pct "20" }',
    means = "hybrid: the weights of uniform growth, target share and bids.", units = "rates that sum to 100%",
    example = 'pct "50" + pct "30" + pct "20"' },
  { name = "bids", kind = "term", usage = 'bids = "bids.csv"',
    means = "bottom-up and hybrid: a CSV of code, bid and, if any, committed.", units = "money",
    example = 'help "bottom-up"' },
  { name = "weights", kind = "term", usage = 'weights = { core = pct "60", mental_health = pct "40" }',
    means = "Share by a mixture of components in place of the stream's own column.", units = "rates that sum to 100%",
    example = run('weights = { core = pct "60", mental_health = pct "40" }') },
}
