--- What a practice costs, from ten thousand to a million of them: the cost must grow as they do, no faster.
local core <const> = require("stead.core")
local synthetic <const> = require("synthetic")
local tools <const> = require("tools")

return function(note)
  synthetic.make()
  local all <const> = assert(core.sheet.read(synthetic.path, synthetic.fields()))
  local weights, before = {}, nil
  for _, name in ipairs(synthetic.columns) do
    weights[name] = pct "10"
  end
  for _, power in ipairs({ 4, 5, 6 }) do
    local count <const> = 10 ^ power // 1 | 0
    local need <const> = all:head(count)
    local group <const> = { outer = "system", inner = "district" }
    local plan <const> = core.calc.plan { need = need, columns = synthetic.columns, group = group }
    local envelope <const> = {}
    for row in plan:need():rows() do
      envelope[row.icb] = gbp "1,000,000"
    end
    local took <const> = tools.time(9, { function()
      plan:run { method = "need", envelope = envelope, weights = weights }
    end })
    local each <const> = took[1] * 1e6 / count
    note { what = ("ten columns re-weighted and shared: %d practices, for each"):format(count), unit = "ns",
      stead = each, beside = before and "a tenth of them" or nil, other = before,
      ratio = before and each / before, budget = before and { at_most = 1.5 } }
    before = each
    plan:close()
    need:close()
  end
  all:close()
end
