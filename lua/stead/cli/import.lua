--- `stead import`: a published file into the book's database.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")
local published <const> = require("stead.published")
local words <const> = require("stead.words")
local core <const> = require("stead.core")

local tables <const> = { need = "practice_need", payments = "payment", outturn = "outturn" }

local function frame_for(book, kind, path, year)
  if kind == "need" then
    return published.need(book.facts, path, year)
  end
  return published[kind](path, year)
end

--- The same file is not the figures of two years.
local function check_year(book, source)
  local held = book:sql("select year from sources where sha256 = ? and kind = ? and year <> ?",
    { source.sha256, source.kind, source.year })
  if #held > 0 then
    fault.command("this file is held as %s of %s; it is not also that of %s", source.kind, held:cell(1, "year"),
      source.year)
  end
end

return {
  summary = "a published file into the book, by its recipe, in one transaction",
  usage = "KIND FILE --year Y",
  example = "stead import need gp_weighted_pop_2025_26.csv --year 2025/26 --book west-yorkshire",
  about = "KIND is need, payments or outturn. The same file again changes nothing; a changed one becomes a new source\n"
    .. "beside the old.",
  options = { year = { takes = "Y", is = "year", required = true, help = "the financial year it is about" } },
  positional = { { name = "KIND", required = true }, { name = "FILE", required = true } },
  run = function(given)
    local kind, path = given[1], given[2]
    if not tables[kind] then
      fault.command("no kind '%s'%s (kinds: %s)", kind, words.did_you_mean(kind, words.keys(tables)),
        words.list(words.keys(tables)))
    end
    local book = output.book(given)
    if not book.root then
      fault.command("facts are imported into a book, and there is none here; name one with --book DIR")
    end
    local frame, source, report = frame_for(book, kind, path, given.year)
    check_year(book, source)
    source.imported_at = core.host.now()
    source.frame, source.table = frame, tables[kind]
    source.left_out = {}
    for i, each in ipairs(report.blanks or {}) do
      source.left_out[i] = { line = each.line, field = each.field, key = each.key, reason = "blank in the file" }
    end
    local _, fresh = fault.try(book.facts.db:import(source))
    print(fresh and ("imported  %s: %s, sha256 %s…"):format(source.title, words.count(#frame, "row"),
      source.sha256:sub(1, 12)) or ("already there  %s, sha256 %s…"):format(source.title, source.sha256:sub(1, 12)))
    for _, each in ipairs(report.blanks or {}) do
      print(("  left out  line %d, %s of %s: blank"):format(each.line, (each.field:gsub("_", " ")), each.key or "?"))
    end
  end,
}
