-- Form follows function: why a place is there comes before how.
return {
  check "place.no-purpose" {
    title = "Every place says why it is there", severity = "warning",
    note = "The purpose of a place is what `stead new` wrote, or empty. Why a place is there comes before how.",
    todo = "the partners write it, in the place's purpose",
    steps = function (given)
      local out = {}
      for _, place in ipairs(given.places) do
        if not place.purpose_written then
          table.insert(out, { subject = place.id, place = place.id, where = place.where,
            message = "its purpose is still to be written" })
        end
      end
      return out
    end,
  },

  check "system.no-purpose" {
    title = "The system says why it is there", severity = "info", todo = "write it in system.lua: purpose = \"…\"",
    note = "The book does not say what the system is for.",
    steps = function (given)
      if given.system.purpose_written then
        return {}
      end
      return { { subject = given.system.name, where = given.system.where, message = "its purpose is not written" } }
    end,
  },
}
