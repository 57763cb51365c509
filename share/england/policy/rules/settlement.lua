-- Who bears an overspend of a pooled fund, or takes an underspend (DOMAIN 4.7). A rule is given the size of either.
-- Every form draws first on the funds that the agreement names, in their order, and holds partners to its caps last;
-- what nobody bears is left out of the answer, and is the unfunded residual.
local function takes(more)
  local out = { variance = money, contributions = parts_of(money), funds = "table", caps = "table" }
  for name, kind in pairs(more or {}) do
    out[name] = kind
  end
  return out
end

local function met(given)
  local left = given.variance
  for _, fund in ipairs(given.funds) do
    left = left:met_from(fund.label, fund.amount)
  end
  return left
end

local function any(list)
  local found = false
  for _ in pairs(list) do
    found = true
  end
  return found
end

local function held(given, parts)
  return any(given.caps) and parts:hold(given.caps, "held to the caps") or parts
end

-- Shares of every contributor; those not named have none.
local function among(given, shares)
  local out = {}
  for _, code in ipairs(given.contributions:codes()) do
    out[code] = pct "0"
  end
  for code, share in pairs(shares) do
    out[code] = share
  end
  return out
end

local function shared(given, amount, terms, sentence)
  if terms.lead then
    return amount:split(among(given, { [terms.lead] = pct "100" }), sentence)
  elseif terms.shares then
    return amount:split(among(given, terms.shares), sentence)
  end
  return amount:share(given.contributions, sentence)
end

local pool = { variance = gbp "900,000.00", contributions = { icb = gbp "6,000,000", council = gbp "4,000,000" },
  funds = {}, caps = {} }

local function example(more)
  local out = {}
  for _, from in ipairs({ pool, more or {} }) do
    for name, value in pairs(from) do
      out[name] = value
    end
  end
  return out
end

return {
  rule "pool.own" {
    title = "Each partner answers for its own lines", cites = cite("DOMAIN", "4.7 own risk"),
    takes = { lines = parts_of(money), owners = "table" },
    steps = function (given)
      return given.lines:gather(given.owners, "each partner's own lines")
    end,
    worked_example = {
      given = { lines = { beds = gbp "700,000", equipment = gbp "350,000", carers = gbp "-150,000" },
        owners = { beds = "icb", equipment = "council", carers = "council" } },
      gives = { icb = gbp "700,000.00", council = gbp "200,000.00" },
    },
  },

  rule "pool.proportional" {
    title = "In proportion to contributions", takes = takes(), cites = cite("DOMAIN", "4.7 proportional"),
    steps = function (given)
      return held(given, shared(given, met(given), {}, "in proportion to contributions"))
    end,
    worked_example = { given = example(), gives = { icb = gbp "540,000.00", council = gbp "360,000.00" } },
  },

  rule "pool.lead" {
    title = "One partner bears it", takes = takes { lead = "text" }, cites = cite("DOMAIN", "4.7 lead or host bears"),
    steps = function (given)
      return held(given, shared(given, met(given), { lead = given.lead }, "borne by the lead"))
    end,
    worked_example = { given = example { lead = "council" },
      gives = { icb = gbp "0.00", council = gbp "900,000.00" } },
  },

  rule "pool.fixed" {
    title = "In fixed shares", takes = takes { shares = "table" }, cites = cite("DOMAIN", "4.7 fixed"),
    steps = function (given)
      return held(given, shared(given, met(given), { shares = given.shares }, "in fixed shares"))
    end,
    worked_example = { given = example { shares = { icb = pct "70", council = pct "30" } },
      gives = { icb = gbp "630,000.00", council = gbp "270,000.00" } },
  },

  rule "pool.tiered" {
    title = "Band by band, each with its own shares", takes = takes { bands = "table" },
    cites = cite("DOMAIN", "4.7 tiered"),
    steps = function (given)
      local left, before, out = met(given), gbp "0", nil
      for i, band in ipairs(given.bands) do
        local inside = left
        if band.up_to then
          inside = left:up_to(band.up_to - before, "band " .. i)
          left, before = left:beyond(band.up_to - before, "beyond band " .. i), band.up_to
        end
        local borne = shared(given, inside, band, "shares of band " .. i)
        out = out and out:plus(borne, "and band " .. i) or borne
      end
      return held(given, out)
    end,
    worked_example = {
      given = example { bands = {
        { up_to = gbp "200,000", lead = "council" },
        { up_to = gbp "500,000", shares = { icb = pct "50", council = pct "50" } },
        {},
      } },
      gives = { icb = gbp "390,000.00", council = gbp "510,000.00" },
    },
  },

  rule "pool.corridor" {
    title = "One partner keeps what is within a corridor; the rest is shared",
    takes = takes { width = "rate", lead = "text", shares = "table" }, cites = cite("DOMAIN", "4.7 corridor"),
    steps = function (given)
      local left = met(given)
      local width = given.contributions:total():times(given.width, "of all contributions")
      local kept = shared(given, left:up_to(width, "within the corridor"), { lead = given.lead }, "kept by one partner")
      local terms = { shares = any(given.shares) and given.shares or nil }
      local rest = shared(given, left:beyond(width, "beyond the corridor"), terms, "beyond the corridor, shared")
      return held(given, kept:plus(rest, "what is beyond the corridor"):foot_to(left))
    end,
    worked_example = {
      given = example { width = pct "2", lead = "council", shares = {} },
      gives = { icb = gbp "420,000.00", council = gbp "480,000.00" },
    },
  },
}
