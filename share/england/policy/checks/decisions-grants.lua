-- Grants of functions, each against the law and against what its giver has.
local why = {
  ["to itself"] = "a body gives it to itself",
  confined = "it may not leave its origin's own committees and officers",
  ["decides nothing"] = "a forum, a PCN or an ICP decides nothing",
  ["not public"] = "a voluntary body cannot hold a statutory function",
  ["not relevant"] = "the giver has no such power: a council uses section 75 or 101, an NHS body 65Z5, 65Z6 or 75",
  ["cannot receive"] = "that power does not reach such a taker",
  excluded = "the function is excluded from sections 65Z5 and 65Z6",
  ["not own"] = "the taker is not a committee or an officer of the giver's own body",
}

local function finding(grant, message, severity)
  return { subject = grant.id, place = grant.place, where = grant.where, message = message, severity = severity }
end

-- A check of the faults of one sort: its id, title, note, and the sentence for a fault; nothing passes it by.
local function of_fault(id, number, title, note, todo, sentence)
  return check (id) {
    title = title, severity = "error", cites = cite("DOMAIN", "6.8, " .. number), note = note, todo = todo,
    steps = function (given)
      local out = {}
      for _, each in ipairs(given.governance.faults) do
        local message, severity = sentence(each, given.say)
        if message then
          table.insert(out, finding(each.grant, message, severity))
        end
      end
      return out
    end,
  }
end

return {
  of_fault("decisions.not-held", "G03", "Nobody hands on what they do not hold",
    "A body grants a function that it does not hold for that area on the day.",
    "grant it to the giver first, or end it",
    function (each)
      return each.fault == "not held" and ("%s hands on %s, which it does not hold"):format(each.grant.giver,
        each.grant.func) or nil
    end),
  of_fault("decisions.round", "G04", "Delegation does not go round in a circle",
    "A grant closes a circle, so that nobody decides.", "end one of the grants",
    function (each)
      return each.fault == "round" and ("%s to %s closes a circle of grants of %s"):format(each.grant.giver,
        each.grant.taker, each.grant.func) or nil
    end),
  of_fault("decisions.onward", "G05", "Nobody hands on what they were told to keep",
    "A grant is handed on, though the grant under which it is made does not allow it.",
    "allow it in the grant above (onward = true), or end it",
    function (each)
      return each.fault == "onward" and ("%s may not hand %s on to %s: %s does not allow it"):format(each.grant.giver,
        each.grant.func, each.grant.taker, each.other.id) or nil
    end),
  of_fault("decisions.over-limit", "G06", "What is handed on is no more than was given",
    "A grant's limit is over its giver's, or the yearly limits handed on add up to more than the giver has.",
    "lower the limits",
    function (each, say)
      if each.fault == "over" then
        return ("%s is over the %s that %s has under %s"):format(say.money(each.grant.limit),
            say.money(each.other.limit), each.grant.giver, each.other.id)
      elseif each.fault == "sum" then
        return ("%s hands on %s a year of %s and has %s"):format(each.grant.giver, say.money(each.given),
          each.grant.func, say.money(each.had)), "warning"
      end
    end),
  of_fault("decisions.unlawful", "G07", "The law carries every grant",
    "The power named does not let the giver hand the function to the taker.", "use another power, or another taker",
    function (each)
      return each.fault == "unlawful" and each.why ~= "reserved" and ("%s to %s by %s: %s"):format(each.grant.giver,
        each.grant.taker, each.grant.by, why[each.why]) or nil
    end),
  of_fault("decisions.reserved", "G16", "What is reserved to a board stays there",
    "A function that is reserved to the board is handed on.", "end the grant",
    function (each)
      return each.fault == "unlawful" and each.why == "reserved" and ("%s is reserved to the board of %s")
        :format(each.grant.func, each.grant.giver) or nil
    end),

  check "decisions.grant-days" {
    title = "Grants are in force while their bodies are", severity = "error", cites = cite("DOMAIN", "6.8, G08"),
    todo = "correct the days, or grant it again",
    note = "A grant starts before a body of it exists, outlasts one, or has expired and nothing took its place.",
    steps = function (given)
      local out, body, current = {}, {}, {}
      for _, each in ipairs(given.bodies) do
        body[each.id] = each
      end
      local function key(grant)
        return grant.func .. " " .. grant.giver .. " " .. (grant.place or "")
      end
      for _, grant in ipairs(given.governance.grants) do
        if not grant.to or given.on <= grant.to then
          current[key(grant)] = true
        end
      end
      for _, grant in ipairs(given.governance.grants) do
        for _, id in ipairs({ grant.giver, grant.taker }) do
          local each = body[id]
          if each.from and grant.from < each.from then
            table.insert(out, finding(grant, ("it starts on %s, before %s on %s"):format(given.say.day(grant.from),
              each.name, given.say.day(each.from))))
          elseif each.to and each.to < given.on and (not grant.to or given.on <= grant.to) then
            table.insert(out, finding(grant, ("%s ended on %s and the grant did not"):format(each.name,
              given.say.day(each.to))))
          end
        end
        if grant.to and grant.to < given.on and not current[key(grant)] then
          table.insert(out, finding(grant, ("it expired on %s and nothing took its place")
            :format(given.say.day(grant.to))))
        end
      end
      return out
    end,
  },

  check "decisions.agreement" {
    title = "What section 75 carries is in an agreement", severity = "error", cites = cite("DOMAIN", "6.8, G15"),
    todo = "name the agreement", note = "A grant under section 75 names no agreement, or one that is not declared.",
    steps = function (given)
      local out, declared = {}, {}
      for _, each in ipairs(given.agreements) do
        declared[each.id] = true
      end
      for _, grant in ipairs(given.governance.grants) do
        if grant.by == "s75" and not grant.agreement then
          table.insert(out, finding(grant, ("%s is handed to %s under section 75 and no agreement is named"):format(
            grant.func, grant.taker)))
        elseif grant.agreement and #given.agreements > 0 and not declared[grant.agreement] then
          table.insert(out, finding(grant, ("its agreement '%s' is not declared%s"):format(grant.agreement,
            given.say.near(grant.agreement, declared))))
        end
      end
      return out
    end,
  },
}
