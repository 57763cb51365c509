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
