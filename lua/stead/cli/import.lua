--- `stead import`: a published file into the book's database.
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")
local published <const> = require("stead.published")
local words <const> = require("stead.words")
local core <const> = require("stead.core")

local tables <const> = { need = "practice_need", payments = "payment", outturn = "outturn" }
local kinds <const> = { "ledger", "need", "outturn", "payments" }

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

--- The book's own ledger, by the recipe that the user names.
local function import_ledger(book, given)
  if not given.recipe then
    fault.command("--recipe R is missing: the recipe that reads this ledger, a file or the name of one in recipes/")
  end
  local declared, controls = require("stead.ledger.recipe").load(book, given.recipe)
  local report = require("stead.ledger.import").run(book, given[2], declared, controls)
  print(("%s  %s: %s, sha256 %s…"):format(report.fresh and "imported" or "already there", declared.title,
    words.count(report.rows, "row"), report.sha256:sub(1, 12)))
  if report.resumed > 0 then
    print(("  went on after %s of an import that had stopped"):format(words.count(report.resumed, "row")))
  end
  if report.fresh and #controls > 0 then
    print(("  %s agree"):format(words.count(#controls, "control total")))
  end
end

return {
  summary = "a published file into the book, by its recipe, in one transaction",
  usage = "KIND FILE [--year Y] [--recipe R]",
  example = "stead import need gp_weighted_pop_2025_26.csv --year 2025/26 --book west-yorkshire",
  about = "KIND is need, payments, outturn or ledger. The same file again changes nothing; a changed one becomes a\n"
    .. "new source beside the old. A ledger is read by the recipe you name; an import that was killed goes on where\n"
    .. "it stood.",
  options = {
    year = { takes = "Y", is = "year", help = "the financial year it is about (not of a ledger, whose rows say it)" },
    recipe = { takes = "R", help = "of a ledger: a recipe's file, or its name in the book's recipes folder" },
  },
  positional = { { name = "KIND", required = true }, { name = "FILE", required = true } },
  run = function(given)
    local kind, path = given[1], given[2]
    if not tables[kind] and kind ~= "ledger" then
      fault.command("no kind '%s'%s (kinds: %s)", kind, words.did_you_mean(kind, kinds), words.list(kinds))
    elseif kind ~= "ledger" and not given.year then
      fault.command("--year Y is missing: the financial year it is about")
    end
    local book = output.book(given)
    if not book.root then
      fault.command("facts are imported into a book, and there is none here; name one with --book DIR")
    end
    if kind == "ledger" then
      return import_ledger(book, given)
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
