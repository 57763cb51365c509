--- `stead report`: one page for the system.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local output <const> = require("stead.cli.output")
local words <const> = require("stead.words")

return {
  summary = "one page for the system: table, pictures, how each figure was made",
  usage = "[--year Y] [--out DIR]",
  example = "stead report --book share/books/west-yorkshire --out out",
  about = "Writes self-contained HTML and a CSV twin of each budget, aside and renamed into place: never half.",
  options = {
    year = { takes = "Y", is = "year", help = "one year (else all that the book declares)" },
    out = { takes = "DIR", help = "the folder to write in (out)" },
  },
  run = function(given)
    local book = output.book(given)
    if not book.root then
      fault.command("no book here: no system.lua in this folder or above it; name one with --book DIR")
    end
    local findings = book:check()
    if findings.errors > 0 then
      print(tostring(findings))
      fault.check("%s; nothing is published", words.count(findings.errors, "error stands", "errors stand"))
    end
    local data = require("stead.report.data").of(book, given.year)
    local page = require("stead.report.page").make(data)
    local folder = given.out or "out"
    if not core.host.is_dir(folder) then
      fault.try(core.host.mkdir(folder))
    end
    local path = ("%s/%s.html"):format(folder, words.slug(book.system.name))
    fault.try(core.host.write_file(path, page))
    print("written  " .. path)
    for _, each in ipairs(book.system.allocations) do
      if not given.year or each.year == given.year then
        local twin = ("%s/%s-%s-%s.csv"):format(folder, words.slug(book.system.name), each.id,
          each.year:gsub("/", "-"))
        fault.try(book:allocate({ stream = each.id, year = each.year }):frame():csv(twin))
        print("written  " .. twin)
      end
    end
  end,
}
