--- What VAT the same spending bears under an NHS host and under a council. Source: DOMAIN 4.8.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local vat = {}

vat.CAVEAT = "estimate; requires VAT advice; delivery must genuinely be by that body"

local takes <const> = { net = true, taxable = true, recovered = true, restricted = true, on = true }

--- Compares hosts: net spending, the rate of it that is taxable, the rate of its VAT that an NHS body recovers on
--- contracted-out services, the rate that a council cannot recover (none, unless given). Each amount to the penny.
---@param book stead.Book
---@param options { net: stead.Money, taxable: stead.Rate, recovered: stead.Rate, restricted: stead.Rate?, on: string }
---@return stead.Frame
function vat.compare(book, options)
  for _, name in ipairs(words.keys(options)) do
    if not takes[name] then
      fault.command("vat takes no '%s'%s", name, words.did_you_mean(name, words.keys(takes)))
    end
  end
  local whole = core.money.pct(100)
  for _, name in ipairs({ "taxable", "recovered", "restricted" }) do
    local rate = options[name]
    if rate and (rate:parts() < 0 or rate > whole) then
      fault.command("%s of %s is not from 0%% to 100%%", name, tostring(rate))
    end
  end
  local found, message = book:policy():resolve("vat.standard", { on = options.on })
  if not found then
    fault.command("%s", message)
  end
  local due = options.net:times(options.taxable):times(found.value)
  local nhs = due - due:times(options.recovered)
  local council = due:times(options.restricted or core.money.pct(0))
  local frame = core.frame.new({ { "host", "text" }, { "vat", "money" }, { "recovered", "money" },
    { "borne", "money" } }, { { "an NHS body", due, due - nhs, nhs }, { "a council", due, due - council, council },
    { "difference", nil, nil, nhs - council } })
  local about <const> = frame:about()
  about.title, about.keys = ("VAT on %s by host"):format(tostring(options.net)), { "host" }
  about.headings = { vat = "VAT" }
  about.notes = { vat.CAVEAT, ("standard rate %s (%s)"):format(tostring(found.value), found.status) }
  return frame
end

return vat
