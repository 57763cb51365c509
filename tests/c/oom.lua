-- What test_oom.c starves: one use of everything that stead.core hands out. `core` is given.
local core <const> = ...
local money <const> = core.money

local pounds <const> = money.gbp("1,234.56")
assert((pounds + pounds):times(money.pct("50")) == pounds)
assert(tostring(pounds) ~= "" and pounds:plain() == "1234.56")
assert(not pcall(function() return pounds * 0.5 end))
assert(not pcall(money.gbp, "twelve"))

local made <const> = core.frame.new(
  { { "code", "text" }, { "people", "integer" }, { "paid", "money" } },
  { { "A", 3, pounds }, { "B", 4, pounds } }
)
assert(made:width() == 3 and #made == 2 and made:row(2).code == "B")
assert(#made:sorted("people", "descending"):head(1) == 1)
for row in made:rows() do
  assert(row.paid == pounds)
end

assert(core.text.date("2023-04-01") == "2023-04-01")
assert(core.text.nearest("calderdal", { "calderdale", "kirklees" }) == "calderdale")
assert(#core.text.digest("x") == 64)

local name <const> = "oom.csv"
local recipe <const> = {
  header = "code",
  fields = {
    { name = "code", key = true },
    { name = "people", headings = { "patients", "people" }, is = "integer", blank = "leave out" },
    { name = "paid", is = "money", otherwise = "report" },
  },
  only = { code = "[A-Z]" },
  must = { rows = { 1, 9 }, sums = { of = "people", to = "people" } },
}
local file <const> = assert(io.open(name, "wb"))
file:write('code,people,paid\nA,,1\n"B",4,x\n"""",1,1\n')
file:close()
local read <const>, report <const> = assert(core.sheet.read(name, recipe))
assert(#read == 2 and #report.blanks == 1 and #report.problems == 1 and #report.left_out == 1)
for row in core.sheet.rows(name, { encoding = "cp1252" }) do
  assert(#row == 3)
end
assert(core.sheet.csv(made) == "code,people,paid\nA,3,1234.56\nB,4,1234.56\n")
assert(core.sheet.csv(made, name, { lines = "crlf" }))
assert(not pcall(core.sheet.read, name, { heder = "code" }))
os.remove(name)

local workbook <const> = {
  title = "Paid", notes = { "a note" }, sources = "a source",
  tables = { { name = "Table", frame = made, totals = made:head(1), headings = { "code", "people", "paid" },
    decimals = { people = 1 } } },
}
for _, ending in ipairs({ "xlsx", "ods" }) do
  assert(core.sheet[ending](name, workbook))
  assert(#assert(core.sheet.sheets(name)) == 2)
  local back <const> = assert(core.sheet.read(name, {
    header = "code", sheet = "Table", fields = { { name = "code" }, { name = "paid", is = "money" } },
  }))
  assert(#back == 3 and back:row(1).paid == pounds)
end
os.remove(name)
local parsed <const> = assert(core.sheet.json('{"b": [1, 2.5, "x", null], "a": {}}'))
assert(core.sheet.tojson(parsed):find('"a": {}', 1, true))
assert(core.sheet.tojson({ json_keys = { "z" }, values = { z = pounds } }) == '{\n  "z": 1234.56\n}')

local practices <const> = core.frame.new(
  { { "icb", "text" }, { "place", "text" }, { "need", "quantity" }, { "paid", "money" } },
  { { "Q", "a", 1, pounds }, { "Q", "b", "2.5", pounds }, { "Q", nil, 3 } }
)
local plan <const> = core.calc.plan({
  need = practices, columns = { "need" }, group = { outer = "icb", inner = "place" }, baseline = "paid",
})
local budgets <const>, working <const> = plan:run({
  method = "pace", column = "need", growth = money.pct("4"), closing = money.pct("50"), explain = true,
})
assert(#budgets == 2 and #plan:need() == 2 and #plan:left_out() == 1)
assert(working:steps("Q", "a")[1].money == budgets[1].allocation)
assert(#plan:streams({ method = "need", columns = { "need" }, envelope = { Q = pounds } }) == 2)
local given <const> = plan:given({ column = "need", growth = money.pct("4") })
local moved <const> = given.baseline:grow_to(given.envelope, "grown"):move_towards(given.target, money.pct("50"))
local footed <const> = moved:no_part_below({ a = pounds:times(money.pct("90")) })
  :no_part_above(given.baseline:uplift({ a = money.pct("50"), otherwise = money.pct("60") }))
  :foot_to(given.envelope)
assert(plan:awards(footed, given):row(1).allocation == footed:of("a"):money() and #footed:made().with == 1)
local mixed <const> = footed:mix({ { money.pct("50"), footed }, { money.pct("50"), given.target } })
assert(mixed:total() == given.target:total() and footed:foot("a").penny and tostring(mixed) ~= "")
assert(#given.baseline:converge(given.target, { closing = money.pct("50") }, given.envelope):codes() == 2)
assert(#given.baseline:scale_to(given.envelope, { a = pounds }):less({ b = pounds }):systems() == 1)
local borne <const> = core.parts.amount(pounds):met_from("pool", pounds):plus(pounds):share({ icb = 3, council = 1 })
assert(borne:cap({ icb = money.gbp(1), excess_to = "others" }):money().icb == money.gbp(1))
assert(not pcall(borne.plus, borne, core.parts.new({ X = { icb = pounds } })))
local parts <const> = pounds:share({ a = 1, b = 2.5 })
assert(parts.a + parts.b == pounds)

local rights <const> = core.authority.new({ { kind = "icb" }, { kind = "officer", parent = 1 } },
  { { origin = 1, statutory = true } }, { { func = 1, giver = 1, taker = 2, limit = pounds } }, 0)
assert(rights:ask(1, 0, pounds, "2023-04-01").takers[1].body == 2 and #rights:audit("2023-04-01") == 0)

local db <close> = assert(core.store.open(":memory:", { create = true, schema = "share/schema" }))
assert(db:as("given", made))
local counted <const> = assert(db:sql("select count(*) as n from given where people > ?", { 3 }))
assert(counted:cell(1, 1) == 1)
assert(select(3, db:sql("select nothing from nowhere")) == "DB")

local stats <const> = core.stats
local bands <const> = core.frame.new(
  { { "area", "text" }, { "band", "text" }, { "count", "integer" }, { "population", "integer" } },
  { { "A", "0-64", 30, 100 }, { "A", "65+", 40, 200 }, { "B", "65+", 4, 20 }, { "B", "0-64", 3, 10 } }
)
assert(#stats.rates(bands, { by = { "area" } }) == 2)
assert(#stats.direct(bands, { by = "area", standard = { ["0-64"] = 60, ["65+"] = 40 } }) == 2)
assert(#stats.quantiles({ value = { 1, 2.5, 3 }, area = { "x", "y", "z" } }, { quantiles = 3 }) == 3)
assert(#stats.inequality({
  value = { 1, 2, 3 }, population = { 1, 1, 1 }, lower = { 0, 1, 2 }, upper = { 2, 3, 4 },
}, { draws = 1000 }) == 1)
local points <const>, series <const> = stats.xmr({ period = { "2021", "2022" }, value = { 1, 2 } })
assert(#points == 2 and #series == 1)
assert(not pcall(stats.rates, { area = { "A" }, count = { "x" }, population = { 1 } }))
assert(stats.star({ { code = "s", cost = pounds, people = 1, benefit = 1, chance = 1 } })[1].code == "s")
assert(stats.horizon({ years = 2, lines = {
  { scheme = "s", body = "a", cost = { pounds } }, { scheme = "s", body = "b", saving = pounds, lag = 1 },
} }).even == 2)
