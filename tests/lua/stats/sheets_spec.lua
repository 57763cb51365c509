local core = require("stead.core")
local support = dofile(os.getenv("STEAD_SOURCE") .. "/tests/lua/stats/support.lua")

local stats, close, numbers, texts = core.stats, support.close, support.numbers, support.texts
local folder <const> = "cases/methods/"

-- A test of one sheet, skipped in words where the sheets are not at hand.
local function sheet_it(name, sheet, run)
  it(name, function()
    local rows = support.sheet(folder .. sheet .. ".csv")
    if not rows then return pending("the sheets are not in ../shared/" .. folder) end
    assert(#rows > 0)
    run(rows)
  end)
end

-- Both confidence levels of a sheet's row against two answers.
local function both(row, narrow, wide, i)
  local what <const> = row.Area or row.area
  close(row.value, narrow:cell(i, "value"), what)
  close(row.lower95_0cl, narrow:cell(i, "lower"), what .. " lower 95%")
  close(row.upper95_0cl, narrow:cell(i, "upper"), what .. " upper 95%")
  close(row.lower99_8cl, wide:cell(i, "lower"), what .. " lower 99.8%")
  close(row.upper99_8cl, wide:cell(i, "upper"), what .. " upper 99.8%")
end

local function rows_where(rows, test)
  local out = {}
  for _, row in ipairs(rows) do
    if test(row) then out[#out + 1] = row end
  end
  return out
end

-- Rows that are told apart by their multiplier, asked for one multiplier at a time.
local function by_multiplier(rows, call, check)
  for _, multiplier in ipairs({ 1, 100, 1000, 100000 }) do
    local some = rows_where(rows, function(row) return tonumber(row.multiplier) == multiplier end)
    if #some > 0 then
      local data = {
        area = texts(some, "Area"), count = numbers(some, "Numerator"), population = numbers(some, "Denominator"),
      }
      check(some, function(options)
        options.per, options.blanks = multiplier, "leave"
        return call(data, options)
      end)
    end
  end
end

describe("the reference sheets", function()
  sheet_it("of Byar's and Wilson's limits", "Byars_Wilson__testdata_B_W", function(rows)
    for _, row in ipairs(rows) do
      local confidence <const> = row.confidence == "95%" and 0.95 or 0.998
      local byar <const> = row.method == "Byars"
      local data = { count = { tonumber(row.x) }, population = { byar and 1 or tonumber(row.n) } }
      local got = byar and stats.rates(data, { per = 1, method = "byar", confidence = confidence })
        or stats.proportions(data, { confidence = confidence })
      close(row.lowercl, got:cell(1, "lower"), row.x .. " lower")
      close(row.uppercl, got:cell(1, "upper"), row.x .. " upper")
    end
  end)
  sheet_it("of crude rates", "Rate__testdata_Rate", function(rows)
    by_multiplier(rows, stats.rates, function(some, call)
      local narrow, wide = call({}), call({ confidence = 0.998 })
      for i, row in ipairs(some) do
        both(row, narrow, wide, i)
        if row.value ~= "" then assert.equal(row.method == "Exact" and "exact" or "Byar", narrow:cell(i, "method")) end
      end
    end)
  end)
  sheet_it("of crude rates summed by area", "Rate__testdata_Rate_g", function(rows)
    local parts = rows_where(support.sheet(folder .. "Rate__testdata_Rate.csv"), function(row)
      return row.value ~= "" and row.Area ~= "Area12"
    end)
    local got = stats.rates({
      area = texts(parts, "Area"), count = numbers(parts, "Numerator"), population = numbers(parts, "Denominator"),
    }, { by = "area" })
    assert.equal(8, #got)
    for i = 1, 8 do
      assert.equal(rows[i].Area, got:cell(i, "area"))
      close(rows[i].value, got:cell(i, "value"), rows[i].Area)
      close(rows[i].lowercl, got:cell(i, "lower"), rows[i].Area)
      close(rows[i].uppercl, got:cell(i, "upper"), rows[i].Area)
    end
  end)
  sheet_it("of proportions", "Proportion__testdata_Prop", function(rows)
    by_multiplier(rows, stats.proportions, function(some, call)
      local narrow, wide = call({}), call({ confidence = 0.998 })
      for i, row in ipairs(some) do both(row, narrow, wide, i) end
    end)
  end)
  sheet_it("of proportions summed by area", "Proportion__testdata_Prop_g", function(rows)
    local parts = rows_where(support.sheet(folder .. "Proportion__testdata_Prop.csv"), function(row)
      return row.value ~= ""
    end)
    local got = stats.proportions({
      area = texts(parts, "Area"), count = numbers(parts, "Numerator"), population = numbers(parts, "Denominator"),
    }, { by = "area" })
    assert.equal(8, #got)
    for i = 1, 8 do
      close(rows[i].value, got:cell(i, "value"), rows[i].Area)
      close(rows[i].lowercl, got:cell(i, "lower"), rows[i].Area)
      close(rows[i].uppercl, got:cell(i, "upper"), rows[i].Area)
    end
  end)
  sheet_it("of means", "Mean__testdata_Mean_results", function(rows)
    local given = rows_where(support.sheet(folder .. "Mean__testdata_Mean.csv"), function(row)
      return row.area ~= ""
    end)
    local data = { area = texts(given, "area"), value = numbers(given, "values") }
    local narrow, wide = stats.means(data, { by = "area" }), stats.means(data, { by = "area", confidence = 0.998 })
    for i = 1, 2 do
      both(rows[i], narrow, wide, i)
      close(rows[i].stdev, narrow:cell(i, "deviation"), rows[i].area)
      assert.equal(tonumber(rows[i].value_count), narrow:cell(i, "values"))
    end
    both(rows[3], stats.means(data), stats.means(data, { confidence = 0.998 }), 1)
  end)
end)

describe("the reference sheets of standardised rates", function()
  -- The European standard population of 2013, and the England reference of the sheets.
  local sizes <const> = {
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
  }

  local function standard_of(rows, name)
    local standard = {}
    for i, size in ipairs(sizes) do standard[rows[i][name]] = size end
    return standard
  end

  local function direct(rows, band, options)
    options.by, options.band, options.blanks = "area", band, "zero"
    local data = {
      area = texts(rows, "area"), [band] = texts(rows, band), count = numbers(rows, "count"),
      population = numbers(rows, "pop"),
    }
    for _, name in ipairs(options.persons or {}) do data[name] = numbers(rows, name) end
    return stats.direct(data, options)
  end

  local function answers(start, per)
    local found = {}
    for _, row in ipairs(support.sheet(folder .. "DSR_ISR__testresults_DSR.csv")) do
      local asked = per == nil or row.value == "" or row.statistic == "dsr per " .. per
      if asked and row.area:find(start, 1, true) then found[row.area] = row end
    end
    return found
  end

  sheet_it("direct, of several areas", "DSR_ISR__testdata_multiarea", function(rows)
    local standard = standard_of(rows, "ageband")
    for _, per in ipairs({ 10000, 100000 }) do
      local expected = answers("testdata_", per .. "")
      local narrow = direct(rows, "ageband", { standard = standard, per = per })
      local wide = direct(rows, "ageband", { standard = standard, per = per, confidence = 0.998 })
      assert.equal(3, #narrow)
      for i = 1, 3 do
        local row = expected[narrow:cell(i, "area")]
        both(row, narrow, wide, i)
        close(row.total_count, narrow:cell(i, "count"), row.area)
        close(row.total_pop, narrow:cell(i, "population"), row.area)
      end
      assert.equal("not given: fewer than 10 events", narrow:cell(3, "method"))
    end
  end)
  sheet_it("direct, to a standard of 1976", "DSR_ISR__testdata_1976", function(rows)
    local standard = {}
    for _, row in ipairs(rows) do standard[row["Age Band"]] = tonumber(row.esp1976) end
    local data = {
      band = texts(rows, "Age Band"), count = numbers(rows, "count"), population = numbers(rows, "pop"),
    }
    local row = answers("testdata_1976", "100000")["testdata_1976"]
    local got = stats.direct(data, { standard = standard })
    close(row.value, got:cell(1, "value"), "1976")
    close(row.lower95_0cl, got:cell(1, "lower"), "1976")
    close(row.upper95_0cl, got:cell(1, "upper"), "1976")
    -- The sheet's 99.8% limits of this row are ten times what its own rate allows.
    local wide = stats.direct(data, { standard = standard, confidence = 0.998 })
    close(row.lower99_8cl / 10, wide:cell(1, "lower"), "1976")
    close(row.upper99_8cl / 10, wide:cell(1, "upper"), "1976")
  end)
  sheet_it("direct, of events that are not independent", "DSR_ISR__testdata_nonindepe", function(rows)
    local expected = answers("nonind")
    local options = { standard = standard_of(rows, "ageband"), persons = { "f1", "f2", "f3", "f4" } }
    local narrow = direct(rows, "ageband", options)
    options.confidence = 0.998
    local wide = direct(rows, "ageband", options)
    assert.equal(4, #narrow)
    for i = 1, 4 do
      local row = expected[narrow:cell(i, "area")]
      -- The sheet gives eight decimals.
      close(row.value, narrow:cell(i, "value"), row.area, 1e-11)
      close(row.lower95_0cl, narrow:cell(i, "lower"), row.area, 1e-9)
      close(row.upper95_0cl, narrow:cell(i, "upper"), row.area, 1e-9)
      close(row.lower99_8cl, wide:cell(i, "lower"), row.area, 1e-9)
      close(row.upper99_8cl, wide:cell(i, "upper"), row.area, 1e-9)
    end
  end)

  local function indirect(rows, bands, options)
    local reference = {}
    for _, row in ipairs(support.sheet(folder .. "DSR_ISR__refdata.csv")) do
      reference[row["Age Band"]] = { count = tonumber(row.refcount), population = tonumber(row.refpop) }
    end
    options.by, options.reference, options.blanks = "area", reference, "zero"
    return stats.indirect({
      area = texts(rows, "area"), band = bands, count = numbers(rows, "count"), population = numbers(rows, "pop"),
    }, options)
  end

  local function check_indirect(rows, bands, areas)
    for _, per in ipairs({ 1000, 100000 }) do
      local narrow = indirect(rows, bands, { per = per })
      local wide = indirect(rows, bands, { per = per, confidence = 0.998 })
      assert.equal(areas, #narrow)
      local seen = 0
      for _, row in ipairs(support.sheet(folder .. "DSR_ISR__testresults_ISR.csv")) do
        for i = 1, areas do
          local ratio, rate = row.statistic:match("ratio x (%d+)$"), row.statistic:match("rate per (%d+)$")
          local column, by = ratio and "ratio" or "", tonumber(ratio) or 1
          if row.area == narrow:cell(i, "area") and (ratio or tonumber(rate) == per) then
            seen = seen + 1
            local under <const> = ratio and "ratio_" or ""
            close(row.value, narrow:cell(i, ratio and column or "value") * by, row.area)
            close(row.observed, narrow:cell(i, "observed"), row.area)
            close(row.expected, narrow:cell(i, "expected"), row.area)
            close(row.lower95_0cl, narrow:cell(i, under .. "lower") * by, row.area)
            close(row.upper95_0cl, narrow:cell(i, under .. "upper") * by, row.area)
            if row.lower99_8cl ~= "" then
              close(row.lower99_8cl, wide:cell(i, under .. "lower") * by, row.area)
              close(row.upper99_8cl, wide:cell(i, under .. "upper") * by, row.area)
            end
            if row.ref_rate ~= "" then close(row.ref_rate, narrow:cell(i, "reference_rate"), row.area) end
          end
        end
      end
      assert(seen > 0)
    end
  end

  sheet_it("indirect, of several areas", "DSR_ISR__testdata_multiarea_isr", function(rows)
    check_indirect(rows, texts(rows, "ageband"), 3)
  end)
  sheet_it("indirect, where a band has nobody", "DSR_ISR__testdata_err2", function(rows)
    local reference, bands = support.sheet(folder .. "DSR_ISR__refdata.csv"), {}
    for i = 1, #rows do bands[i] = reference[(i - 1) % 19 + 1]["Age Band"] end
    check_indirect(rows, bands, 2)
  end)

  for _, refusal in ipairs({
    { "err1", "band '25-29': count -26 is negative" },
    { "err3", "band '5-9': population -558 is not positive" },
    { "err4", "band '25-29': standard population -6000 is not positive" },
  }) do
    local name, why = refusal[1], refusal[2]
    sheet_it("refused for what is wrong in them: " .. name, "DSR_ISR__testdata_" .. name, function(rows)
      local standard = {}
      for _, row in ipairs(rows) do standard[row["Age Band"]] = tonumber(row.stdpop) end
      assert.equal(why, support.refusal(stats.direct, {
        band = texts(rows, "Age Band"), count = numbers(rows, "count"), population = numbers(rows, "pop"),
      }, { standard = standard }))
    end)
  end
  sheet_it("refused directly where a band has nobody: err2", "DSR_ISR__testdata_err2", function(rows)
    local reference, bands = support.sheet(folder .. "DSR_ISR__refdata.csv"), {}
    for i = 1, #rows do bands[i] = reference[(i - 1) % 19 + 1]["Age Band"] end
    local standard = {}
    for i, size in ipairs(sizes) do standard[bands[i]] = size end
    assert.equal("area 'Area1': band '5-9': population 0 is not positive", support.refusal(stats.direct, {
      area = texts(rows, "area"), band = bands, count = numbers(rows, "count"), population = numbers(rows, "pop"),
    }, { standard = standard, by = "area" }))
  end)
end)
