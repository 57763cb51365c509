local here <const> = debug.getinfo(1, "S").source:match("^@(.*)/")
local support <const> = dofile(here .. "/../support.lua")
local core <const> = require("stead.core")

--- The published files, when they are at hand.
local function published(name)
  local folder = os.getenv("STEAD_DATA") or support.source .. "/../shared/data"
  local path = folder .. "/" .. name
  return core.host.exists(path) and path or nil
end

describe("Council outturn of another year", function()
  teardown(support.clear)

  it("[R32] [R49] is read into a book and seen beside England's, what is missing missing", function()
    local path = published("council/mhclg_RSX_outturn_2021-22_by_LA.csv")
    if not path then
      pending("skipped: the published files are not here")
      return
    end
    local frame, source = require("stead.published").outturn(path, "2021/22")
    assert.are.equal(666, #frame)
    local book = support.open(support.west_yorkshire())
    source.frame, source.table, source.imported_at, source.left_out = frame, "outturn", "2024-01-01", {}
    assert(book.facts.db:import(source))
    local spend = book:sql("select pence from outturns where year = ? and council = ? and service = ?",
      { "2021/22", "E08000035", "adult-social-care" })
    assert.are.equal(26304100000, spend:cell(1, "pence"):pence())
    local woking = book:sql("select pence from outturns where year = '2021/22' and council = 'E07000217'")
    assert.are.equal(2, #woking)
    assert.is_nil(woking:cell(1, "pence"))
    book:close()
  end)
end)
