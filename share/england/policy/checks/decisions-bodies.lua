-- Those who decide: one person accountable for each place, and bodies that can settle what divides them.
return {
  check "decisions.accountable" {
    title = "One person is accountable for each place", severity = "error", cites = cite("DOMAIN", "6.8, G09"),
    todo = "declare the post (accountable = true), agreed by the place's partners",
    note = "A place of a scheme has no accountable post, several, a vacant one, or one that is shared between places "
      .. "without the agreement of all their partners.",
    steps = function (given)
      local out, partners = {}, {}
      if not given.governance.declared then
        return out
      end
      for _, place in ipairs(given.places) do
        partners[place.id] = place.partners or {}
      end
      local function add(place, message, post)
        table.insert(out, { subject = place.id, place = place.id, message = message, where = post and post.where })
      end
      for _, place in ipairs(given.places) do
        local posts = {}
        for _, post in ipairs(given.governance.posts) do
          for _, id in ipairs(post.accountable and post.places or {}) do
            if id == place.id then
              table.insert(posts, post)
            end
          end
        end
        local post = posts[1]
        if #posts ~= 1 then
          add(place, #posts == 0 and "nobody is accountable" or ("%d posts are accountable"):format(#posts), post)
        elseif post.vacant then
          add(place, ("the accountable post '%s' is vacant"):format(post.id), post)
        elseif #post.places > 1 then
          local agreed = {}
          for _, id in ipairs(post.agreed_by or {}) do
            agreed[id] = true
          end
          for _, id in ipairs(partners[place.id]) do
            if not agreed[id] then
              add(place, ("'%s' is shared between places, and %s has not agreed"):format(post.id, id), post)
            end
          end
        end
      end
      return out
    end,
  },

  check "decisions.settles" {
    title = "Bodies that decide together can settle what divides them", severity = "warning",
    cites = cite("DOMAIN", "6.8, G12"), todo = "agree it, and declare it with the body",
    note = "A committee of a place, or a joint committee, has no ladder for disputes, no quorum or no rule on "
      .. "conflicts of interest.",
    steps = function (given)
      local out = {}
      for _, body in ipairs(given.bodies) do
        local meets = body.kind == "joint-committee" or body.kind == "committee" and body.place
        for _, each in ipairs(meets and { { "ladder", "ladder for disputes" }, { "quorum", "quorum" },
          { "conflicts", "rule on conflicts of interest" } } or {}) do
          if not body[each[1]] then
            table.insert(out, { subject = body.id, place = body.place, where = body.where,
              message = ("%s has no %s"):format(body.name, each[2]) })
          end
        end
      end
      return out
    end,
  },

  check "decisions.money" {
    title = "Functions and budgets go together", severity = "warning", cites = cite("DOMAIN", "6.8, G10"),
    todo = "declare the allocation, or the grant that decides on it",
    note = "A grant decides on a stream that the book has no allocation of; or, where grants name streams, none "
      .. "decides on a stream that is allocated.",
    steps = function (given)
      local out, allocated, named, any = {}, {}, {}, false
      for _, each in ipairs(given.allocations) do
        allocated[each.stream] = true
      end
      for _, grant in ipairs(given.governance.grants) do
        if grant.stream then
          any, named[grant.stream] = true, true
          if not allocated[grant.stream] then
            table.insert(out, { subject = grant.id, place = grant.place, where = grant.where,
              message = ("it decides on %s, of which there is no allocation"):format(grant.stream) })
          end
        end
      end
      for _, each in ipairs(any and given.allocations or {}) do
        if not named[each.stream] then
          table.insert(out, { subject = each.subject, where = each.where, stream = each.stream,
            message = ("no grant decides on %s"):format(each.stream) })
        end
      end
      return out
    end,
  },

  check "decisions.duplicate" {
    title = "Bodies that double each other", severity = "info", cites = cite("DOMAIN", "6.8, G17"),
    note = "Two bodies have most of their members in common (the parameter decisions.duplicate_share says how many) "
      .. "and are granted the same functions.",
    steps = function (given)
      local out, functions, members = {}, {}, {}
      local least = given.value("decisions.duplicate_share") or 100
      for _, grant in ipairs(given.governance.grants) do
        functions[grant.taker] = functions[grant.taker] or {}
        functions[grant.taker][grant.func] = true
      end
      local function alike(a, b)
        local both, either = 0, 0
        for key in pairs(a) do
          either = either + 1
          both = both + (b[key] and 1 or 0)
        end
        for key in pairs(b) do
          either = either + (a[key] and 0 or 1)
        end
        return both, either
      end
      for _, body in ipairs(given.bodies) do
        members[body.id] = {}
        for _, member in ipairs(body.members or {}) do
          members[body.id][member.name] = true
        end
      end
      for i, first in ipairs(given.bodies) do
        for j, second in ipairs(given.bodies) do
          if i < j and first.members and second.members and functions[first.id] and functions[second.id] then
            local both, either = alike(members[first.id], members[second.id])
            local shared, all = alike(functions[first.id], functions[second.id])
            if both * 100 >= least * either and shared == all then
              table.insert(out, { subject = first.id, where = first.where,
                message = ("%s and %s share %d of %d members and have the same functions"):format(first.name,
                  second.name, both, either) })
            end
          end
        end
      end
      return out
    end,
  },

  check "decisions.both-tiers" {
    title = "Both tiers of council are at the table", severity = "warning", cites = cite("DOMAIN", "6.8, G18"),
    todo = "add the other tier to the place's partners",
    note = "A place of a two-tier area has councils of one tier among its partners and none of the other.",
    steps = function (given)
      local out, body = {}, {}
      for _, each in ipairs(given.bodies) do
        body[each.id] = each
      end
      for _, place in ipairs(given.places) do
        local upper, lower = false, false
        for _, id in ipairs(place.partners or {}) do
          local each = body[id]
          if each.kind == "council" and (not each.to or given.on <= each.to) then
            upper = upper or each.tier == "upper" or each.tier == "both"
            lower = lower or each.tier == "lower" or each.tier == "both"
          end
        end
        if upper ~= lower then
          table.insert(out, { subject = place.id, place = place.id, where = place.where,
            message = ("no %s-tier council is among its partners"):format(upper and "lower" or "upper") })
        end
      end
      return out
    end,
  },
}
