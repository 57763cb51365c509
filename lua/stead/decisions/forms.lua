--- The shapes of declarations about who decides: func, body with its members, grant, decision, post, ambiguity.
local shape <const> = require("stead.shape")

local forms = {}

local text <const>, must_text <const> = { check = shape.text }, { check = shape.text, required = true }
local date <const>, must_date <const> = { check = shape.date }, { check = shape.date, required = true }
local texts <const>, flag <const> = { check = shape.list_of(shape.text) }, { check = shape.boolean }
local tables <const>, citation <const> = { check = shape.list_of(shape.table) },
  { check = shape.declared("citation") }

--- Kinds of body, as the law sees them.
forms.kinds = {
  "icb", "icp", "council", "nhs-trust", "foundation-trust", "nhs-england", "committee", "joint-committee",
  "officer", "combined-authority", "vcse", "forum", "pcn",
}
forms.mechanisms = { "internal", "s65Z5", "s65Z6", "s75", "s101", "contract" }
--- Levels, the nearest to people first.
forms.levels = { "neighbourhood", "place", "provider-collaborative", "system", "england" }

local function rate_by_body(value)
  local wrong = shape.table(value)
  if wrong then
    return wrong
  end
  for key, share in pairs(value) do
    wrong = type(key) ~= "string" and "must be given by name" or shape.rate(share)
    if wrong then
      return wrong
    end
  end
end

forms.forms = {
  body = {
    kind = { check = shape.one_of(forms.kinds), required = true }, name = must_text, from = date, to = date,
    parent = text, tier = { check = shape.one_of({ "upper", "lower", "both" }) }, note = text, place = text,
    members = tables, quorum = { check = shape.count }, roles = texts,
    voting = { check = shape.one_of({ "consensus", "majority", "unanimous" }) }, casting = text, conflicts = text,
    ladder = { check = shape.declared("ladder") },
  },
  func = {
    name = must_text, origin = must_text, level = { check = shape.one_of(forms.levels), required = true },
    kind = { check = shape.one_of({ "commissioning", "provision", "enabling", "oversight" }), required = true },
    tier = { check = shape.one_of({ "upper", "lower" }) }, statute = citation,
    status = { check = shape.one_of({ "verified", "unverified", "unknown", "user", "illustrative" }) },
    reserved = flag, delegable = flag, excluded = flag, detail = text, rationale = text, measure = text,
    owner = text, note = text,
  },
  grant = {
    func = must_text, giver = must_text, taker = must_text, place = text,
    by = { check = shape.one_of(forms.mechanisms), required = true }, limit = { check = shape.money },
    per = { check = shape.one_of({ "decision", "year" }) }, from = must_date, to = date, onward = flag,
    under = { check = citation.check, required = true }, consult = texts, answers_to = text, oversight = text,
    stream = text, agreement = text, note = text,
  },
  decision = {
    func = must_text, taker = must_text, on = must_date, value = { check = shape.money, required = true },
    place = text, supplier = text, purpose = text, present = texts, conflicted = texts, note = text,
  },
  post = {
    title = text, holder = text, employers = texts, note = text, from = date, to = date, places = texts,
    wte = { check = shape.rate }, shares = { check = rate_by_body }, vacant = flag, accountable = flag,
    agreed_by = texts,
  },
  ambiguity = {
    func = must_text, place = text, agreed_by = must_text, on = must_date, review = must_date, reason = must_text,
  },
}

forms.folders = {
  governance = { body = true, func = true, grant = true, decision = true, post = true, ambiguity = true },
}

forms.words = {}

function forms.agree(book)
  require("stead.decisions.agree").check(book)
end

return forms
