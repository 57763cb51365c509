-- Agreements between bodies, and the funds they pool.
return {
  check "agreement.contents" {
    title = "An agreement says what the regulations ask of it", severity = "error", cites = cite("DOMAIN", "4.2"),
    note = "An agreement says nothing of something that SI 2000/617 asks it to specify.",
    todo = "agree it, and write it in the agreement's field",
    steps = function (given)
      local out = {}
      for _, a in ipairs(given.agreements) do
        if #a.missing > 0 then
          table.insert(out, { subject = a.id, where = a.where,
            message = "does not say: " .. given.say.list(a.missing) })
        end
      end
      return out
    end,
  },

  check "agreement.review-past" {
    title = "Agreements are reviewed by the day set", severity = "warning", cites = cite("DOMAIN", "4.2"),
    note = "An agreement is in force after the day by which it was to be reviewed.",
    todo = "the partners review it and set the next day",
    steps = function (given)
      local out = {}
      for _, a in ipairs(given.agreements) do
        if a.counts and not a.awaited and a.review and a.review < given.on then
          table.insert(out, { subject = a.id, where = a.where,
            message = ("was to be reviewed by %s"):format(given.say.day(a.review)) })
        end
      end
      return out
    end,
  },

  check "pool.schemes" {
    title = "A pool's schemes come to its contributions", severity = "error", cites = cite("DOMAIN", "4.6"),
    note = "The schemes of a pool come to more or less than its contributions.",
    steps = function (given)
      local out = {}
      for _, p in ipairs(given.pools) do
        if p.spend and p.spend ~= p.total then
          table.insert(out, { subject = p.id, where = p.where, message = ("schemes come to %s and contributions to %s")
            :format(given.say.money(p.spend), given.say.money(p.total)) })
        end
      end
      return out
    end,
  },

  check "pool.unfunded" {
    title = "Every pound of an over- or underspend is somebody's", severity = "error", cites = cite("DOMAIN", "4.7"),
    note = "A pool's outturn leaves something that no partner bears, or cannot be settled at all.",
    todo = "the partners agree who bears it, or raise a cap with the authority that the agreement names",
    steps = function (given)
      local out = {}
      for _, p in ipairs(given.pools) do
        if p.fails or p.unfunded and p.unfunded > gbp "0" then
          table.insert(out, { subject = p.id, where = p.where, message = p.fails
            or ("%s is unfunded: no partner bears it"):format(given.say.money(p.unfunded)) })
        end
      end
      return out
    end,
  },

  check "pool.minimum-only" {
    title = "Pools of the required minimum alone", severity = "info", cites = cite("DOMAIN", "4.5"),
    note = "A pool holds what must be pooled and nothing more.",
    steps = function (given)
      local out = {}
      for _, p in ipairs(given.pools) do
        if p.minimum_only then
          table.insert(out, { subject = p.id, where = p.where, message = "pools the required minimum and no more" })
        end
      end
      return out
    end,
  },
}
