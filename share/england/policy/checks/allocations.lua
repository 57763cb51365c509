-- Allocations that the book declares can be made, foot, and keep what the system has set.
local budgets = cite("DOMAIN", "3.5")

-- A finding for each allocation that was made and of which `message_of` has something to say.
local function each_made(given, message_of)
  local out = {}
  for _, each in ipairs(given.allocations) do
    local message = not each.fails and message_of(each)
    if message then
      table.insert(out, { subject = each.subject, stream = each.stream, where = each.where, message = message })
    end
  end
  return out
end

-- The same for each line: `message_of` gives the message for one.
local function each_line(given, message_of)
  local out = {}
  for _, each in ipairs(given.allocations) do
    for _, line in ipairs(each.lines or {}) do
      local message = message_of(line, each)
      if message then
        table.insert(out, { subject = line.code, place = line.code, stream = each.stream, where = each.where,
          message = ("%s: %s"):format(each.subject, message) })
      end
    end
  end
  return out
end

return {
  check "allocation.fails" {
    title = "Declared allocations can be made", severity = "error",
    note = "An allocation that the book declares cannot be made; the message says why.",
    steps = function (given)
      local out = {}
      for _, each in ipairs(given.allocations) do
        if each.fails then
          table.insert(out, { subject = each.subject, stream = each.stream, where = each.where, message = each.fails })
        end
      end
      return out
    end,
  },

  check "allocation.envelope" {
    title = "Terms and declared envelope agree", severity = "error",
    note = "The terms of an allocation give another sum than the envelope declared for it.",
    todo = "change the growth or the envelope so that they agree",
    steps = function (given)
      return each_made(given, function (each)
        return each.declared and each.declared ~= each.envelope
          and ("the terms give %s and the declared envelope is %s"):format(given.say.money(each.envelope),
            given.say.money(each.declared))
      end)
    end,
  },

  check "allocation.negative" {
    title = "No place gets less than nothing", severity = "error", cites = budgets,
    note = "A place's line is less than nothing.",
    steps = function (given)
      return each_line(given, function (line)
        return line.allocation < pence(0) and "gets " .. given.say.money(line.allocation)
      end)
    end,
  },

  check "allocation.growth-outside" {
    title = "Places grow within the system's floor and ceiling", severity = "error", cites = budgets,
    note = "A place grows by less than the parameter allocation.floor_growth, or by more than "
      .. "allocation.ceiling_growth.",
    may_use = { floor = parameter "allocation.floor_growth", ceiling = parameter "allocation.ceiling_growth" },
    todo = "change the terms of the allocation, or vary the bound with authority",
    steps = function (given)
      return each_line(given, function (line, each)
        if not line.baseline then
          return
        end
        local ask = { on = each.starts, stream = each.stream, at = line.code }
        local floor = given.value("allocation.floor_growth", ask)
        local ceiling = given.value("allocation.ceiling_growth", ask)
        if floor and line.allocation < line.baseline:times(pct "100" + floor) then
          return ("grows by %s; the floor is %s"):format(line.growth, floor)
        elseif ceiling and line.allocation > line.baseline:times(pct "100" + ceiling) then
          return ("grows by %s; the ceiling is %s"):format(line.growth, ceiling)
        end
      end)
    end,
  },

  check "allocation.share-gap" {
    title = "A place's share of the money is near its share of need", severity = "warning", cites = budgets,
    note = "A place's share of the money is further from its share of need than the parameter "
      .. "allocation.share_gap; to know, when the system has set none.",
    may_use = { limit = parameter "allocation.share_gap" },
    steps = function (given, p)
      if not p.limit then
        return #given.allocations == 0 and {} or { { subject = "allocation.share_gap", severity = "info",
          message = "no limit is set to how far a place's share of the money may be from its share of need",
          todo = "the system sets one: parameter \"allocation.share_gap\" in its policy/parameters" } }
      end
      return each_line(given, function (line, each)
        local gap = line.target and line.allocation - line.target
        local most = each.total:times(p.limit)
        return gap and (gap > most or -gap > most)
          and ("has %s of the money and %s of the need; the limit is %s"):format(
            given.say.percent(line.allocation:pence(), each.total:pence()),
            given.say.percent(line.target:pence(), each.total:pence()), p.limit)
      end)
    end,
  },

  check "terms.status" {
    title = "Terms that are not verified", severity = "info",
    note = "The terms of an allocation are not verified: reports say so.",
    steps = function (given)
      return each_made(given, function (each)
        return each.status ~= "verified" and ("its terms are %s: reports say so"):format(each.status)
      end)
    end,
  },

  check "envelope.no-holder" {
    title = "A body holds each envelope", severity = "warning", cites = budgets,
    note = "An envelope names no body that holds it.",
    todo = "name the body: holder = \"…\"",
    steps = function (given)
      local out = {}
      for _, each in ipairs(given.envelopes) do
        if not each.holder then
          table.insert(out, { subject = each.id .. " " .. each.year, stream = each.id, where = each.where,
            message = "no body is said to hold it" })
        end
      end
      return out
    end,
  },
}
