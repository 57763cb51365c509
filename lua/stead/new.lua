--- Lays down a starting book for a system: its ICB, its councils, a place for each council or district that it
--- has a real part of. What only a person can decide is said, not guessed.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local format <const> = require("stead.format")
local words <const> = require("stead.words")

local new = {}

--- An area becomes a place when this part of its registered people, or of the ICB's, is in the ICB.
local PART_OF_AREA <const>, PART_OF_ICB <const> = 0.05, 0.01

local function areas_of(facts, year, icb, by)
  local registered = require("stead.overlap").registered(facts, year, by)
  local whole, out = 0, {}
  for _, of in pairs(registered) do
    whole = whole + (of[icb] and of[icb].people or 0)
  end
  for _, code in ipairs(words.keys(registered)) do
    local of, all = registered[code], 0
    for _, at in pairs(of) do
      all = all + at.people
    end
    if of[icb] then
      local people = of[icb].people
      out[#out + 1] = { code = code, people = people, practices = of[icb].practices,
        place = people >= PART_OF_AREA * all or people >= PART_OF_ICB * whole, elsewhere = all - people }
    end
  end
  return out
end

local function quoted(text)
  return ("%q"):format(text):gsub("\\\n", " ")
end

local function body_line(council, code, name)
  local fields = { ("kind = %q"):format("council"), ("tier = %q"):format(council.tier), "name = " .. quoted(name) }
  if council.from_date and council.from_date > "2022-04-01" then
    fields[#fields + 1] = ("from = %q"):format(council.from_date)
  end
  if council.to_date then
    fields[#fields + 1] = ("to = %q"):format(council.to_date)
  end
  return ("    body %q { %s },"):format(code, table.concat(fields, ", "))
end

--- A council and, for a district, its county; and whoever took over from either.
local function partners_of(facts, code)
  local list, queue, seen = {}, { code }, {}
  while #queue > 0 do
    local at = table.remove(queue, 1)
    local council = facts:council(at)
    if council and not seen[at] then
      seen[at] = true
      list[#list + 1] = at
      queue[#queue + 1] = council.parent
      for successor in (council.successor or ""):gmatch("%S+") do
        queue[#queue + 1] = successor
      end
    end
  end
  return list
end

local function system_file(facts, icb, years, places)
  local out, bodies = {}, {}
  local name = facts:names("icb")[icb]
  for _, place in ipairs(places) do
    for _, code in ipairs(place.partners) do
      bodies[code] = true
    end
  end
  out[#out + 1] = ("-- NHS %s: what the system is. Edit freely; `stead check` says what does not hold."):format(name)
  out[#out + 1] = ("return system %q {"):format(icb)
  out[#out + 1] = ("  name  = %s,"):format(quoted("NHS " .. name))
  out[#out + 1] = ("  years = { %q },"):format(table.concat(years, '", "')):gsub('\\"', '"')
  out[#out + 1] = "\n  bodies = {"
  local from = facts:rows("select from_date, name from icb where code = ?", { icb })[1]
  out[#out + 1] = ("    body %q { kind = %q, name = %s, from = %q },"):format(icb, "icb", quoted(from.name),
    from.from_date)
  for _, code in ipairs(words.keys(bodies)) do
    out[#out + 1] = body_line(facts:council(code), code, facts:names("council")[code])
  end
  out[#out + 1] = [[
  },

  -- The sum to share, and how. The figures are yours to give, with where they come from:
  -- envelopes = {
  --   envelope "primary-medical" { year = "2023/24", amount = gbp "…", status = "user", note = "…" },
  -- },
  -- allocations = {
  --   allocation "primary-medical" { year = "2023/24", method = "pace", baseline = "payments:2022/23",
  --     growth = pct "…", closing = pct "…", floor = pct "…", status = "user" },
  -- },
}
]]
  return table.concat(out, "\n")
end

--- What stands where the partners have yet to say why a place is there.
new.PURPOSE = "To be written by the partners: why this place is there, before how."

local function place_file(place, by)
  local list = {}
  for i, code in ipairs(place.partners) do
    list[i] = ("%q"):format(code)
  end
  return ([[
return place %q {
  name      = %s,
  purpose   = %s,
  footprint = practices { %s = %q },
  residents = districts { %q },
  partners  = { %q, %s },
}
]]):format(place.id, quoted(place.name), quoted(new.PURPOSE), by, place.code, place.code, place.icb,
    table.concat(list, ", "))
end

--- Writes the files of a book: all of them, or none when one cannot be written.
local function write(files)
  for i, file in ipairs(files) do
    local ok, message, code = core.host.write_file(file.path, file.text)
    if not ok then
      for k = 1, i - 1 do
        core.host.remove_file(files[k].path)
      end
      fault.try(nil, message, code)
    end
  end
end

local function folder(path)
  if core.host.exists(path) and (not core.host.is_dir(path) or #core.host.list(path) > 0) then
    fault.command("%s is already there and not empty; name a new folder", path)
  end
  if not core.host.is_dir(path) then
    fault.try(core.host.mkdir(path))
  end
  fault.try(core.host.mkdir(path .. "/places"))
end

local function unplaced(facts, areas)
  local lines, practices = {}, 0
  for _, area in ipairs(areas) do
    if not area.place then
      practices = practices + area.practices
      lines[#lines + 1] = ("  %s %s: %s, %s people here, %s in other ICBs"):format(area.code,
        facts:names("council")[area.code] or area.code, words.count(area.practices, "practice"),
        format.number(area.people, 0), format.number(area.elsewhere, 0))
    end
  end
  return lines, practices
end

--- Writes the book.
---@param facts stead.Facts
---@param options { dir: string, icb: string, by: "council"|"district", year: string }
---@return string[] lines to tell the user
function new.book(facts, options)
  local icb, by = facts:icb(options.icb), options.by
  local areas = areas_of(facts, options.year, icb, by)
  local places, names, taken = {}, facts:names("council"), {}
  for _, area in ipairs(areas) do
    if area.place then
      local name = names[area.code] or area.code
      local id = words.slug(name)
      places[#places + 1] = { id = taken[id] and id .. "-" .. area.code:lower() or id, name = name, code = area.code,
        icb = icb, partners = partners_of(facts, area.code) }
      taken[id] = true
    end
  end
  folder(options.dir)
  local years = facts:years("need")
  local files = {}
  for i, place in ipairs(places) do
    files[i] = { path = ("%s/places/%s.lua"):format(options.dir, place.id), text = place_file(place, by) }
  end
  files[#files + 1] = { path = options.dir .. "/.gitignore", text = "book.db\nbook.db-*\nbook.db.before-*\n" }
  -- Last, since a folder with a system.lua is a book.
  files[#files + 1] = { path = options.dir .. "/system.lua", text = system_file(facts, icb, years, places) }
  write(files)
  local out = { ("%s: a book for NHS %s, %s"):format(options.dir, facts:names("icb")[icb],
    words.count(#places, "place")) }
  local lines, practices = unplaced(facts, areas)
  if practices > 0 then
    out[#out + 1] = ("to decide: %s in areas that lie mostly in other ICBs; put each in a footprint, or leave it out "
      .. "by name with a reason"):format(words.count(practices, "practice"))
    table.move(lines, 1, #lines, #out + 1, out)
  end
  out[#out + 1] = ("next: stead check --book %s"):format(options.dir)
  return out
end

return new
