--- Who may decide, from Lua: what is answered and what is refused.
local core <const> = require("stead.core")
local gbp <const> = core.money.gbp

local bodies <const> = { { kind = "icb", from = "2022-07-01" }, { kind = "officer", parent = 1 },
  { kind = "forum" } }
local functions <const> = { { origin = 1, statutory = true }, {} }

local function made(grants)
  return core.authority.new(bodies, functions, grants or {}, 2)
end

describe("who may decide", function()
  it("is the last that it is handed to, with the route, its least limit and its dates", function()
    local rights = made({ { func = 1, giver = 1, taker = 2, area = 2, limit = gbp(10), from = "2023-04-01" } })
    local answer = rights:ask(1, 2, gbp(10), "2023-05-01")
    assert.same("one", answer.verdict)
    assert.same({ 1 }, answer.takers[1].route)
    assert.same(2, answer.takers[1].body)
    assert.is_true(answer.takers[1].limit == gbp(10))
    assert.same("2023-04-01", answer.takers[1].from)
    assert.is_nil(answer.takers[1].to)
    assert.same(1, rights:ask(1, 2, gbp("10.01"), "2023-05-01").takers[1].body)
    assert.same(1, rights:ask(1, 1, gbp(1), "2023-05-01").takers[1].body)
    assert.same(1, rights:ask(1, 2, gbp(1), "2023-03-31").takers[1].body)
  end)

  it("is nobody when nobody is known to hold it, or whose it is was not in being", function()
    assert.same("no origin", made():ask(2, 0, gbp(1), "2023-05-01").verdict)
    assert.same("origin not then", made():ask(1, 0, gbp(1), "2022-06-30").verdict)
  end)

  it("tells what is wrong with grants, and why the law does not carry one", function()
    local found = made({ { func = 1, giver = 1, taker = 3 } }):audit("2023-05-01")
    assert.same({ { fault = "unlawful", grant = 1, why = "decides nothing" } }, found)
  end)

  it("refuses what cannot be, naming the list, the position and the key", function()
    for text, call in pairs({
      ["grant 1, mechanism: .*s65Z5"] = function()
        made({ { func = 1, giver = 1, taker = 2, mechanism = "s65Z" } })
      end,
      ["grant 1, limit: must be money"] = function() made({ { func = 1, giver = 1, taker = 2, limit = 5 } }) end,
      ["grant 1: 'form' is not known; did you mean 'from'"] = function() made({ { form = 1 } }) end,
      ["no function"] = function() made({ { giver = 1, taker = 2 } }) end,
      ["ends before it starts"] = function()
        made({ { func = 1, giver = 1, taker = 2, from = "2023-04-02", to = "2023-04-01" } })
      end,
      ["no such function"] = function() made():ask(3, 0, gbp(1), "2023-05-01") end,
      ["no such area"] = function() made():ask(1, 3, gbp(1), "2023-05-01") end,
      ["money expected"] = function() made():ask(1, 1, 5, "2023-05-01") end,
    }) do
      local ok, message = pcall(call)
      assert.is_false(ok)
      assert.truthy(tostring(message):find(text), ("wanted %q: %s"):format(text, message))
    end
  end)
end)
