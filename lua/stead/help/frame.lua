--- What frames can do. In the examples `f` is a small frame.
local lead <const> = 'local f = sql "select code, name from icb order by code limit 4"\n'

local function of(name, usage, means, example, units)
  return { name = "frame:" .. name, usage = usage, means = means, units = units,
    example = lead .. "return " .. example }
end

---@type stead.HelpEntry[]
return {
  of("about", "f:about()", "What is known of the frame beside its cells, to read and to set: title, headings, "
    .. "decimals, signed, keys, hidden, totals, notes.", "f:about().title"),
  of("cell", "f:cell(row, column)", "One cell, by row from 1 and by column name or number; nil when it is missing.",
    'f:cell(1, "name")'),
  of("close", "f:close()", "Gives its memory back at once; it cannot be used afterwards.", "f:close()"),
  of("column", "f:column(name)", "The cells of a column as a list, nil where one is missing: count rows with #f.",
    'f:column("code")'),
  of("csv", "f:csv(), f:csv(path)", "CSV text with every column at full precision, or written to a file.", "f:csv()",
    "money is plain pounds with two decimals"),
  of("has", "f:has(name)", "Whether there is such a column.", 'f:has("region")'),
  of("head", "f:head(count)", "The first rows as a frame.", "f:head(2)"),
  of("height", "f:height()", "How many rows there are; so does #f.", "f:height()"),
  of("json", "f:json()", "The rows as a JSON list of objects; a missing cell is null.", "f:head(1):json()"),
  of("kinds", "f:kinds()", "What each column holds: text, integer, quantity, money, rate or real.", "f:kinds()"),
  of("line", "f:line(row)", "The line of the source file that a row came from; nil when it came from none.",
    'book.facts:need("2023/24"):line(1)'),
  of("markdown", "f:markdown()", "The frame as a Markdown table, for a paper or a message.", "f:markdown()"),
  of("names", "f:names()", "The names of the columns.", "f:names()"),
  of("ods", "f:ods(path), f:ods(path, options)", "The same as an OpenDocument spreadsheet.", 'f:ods("need.ods")'),
  of("row", "f:row(i)", "A row as a table by column name; so does f[i].", "f:row(2).name"),
  of("rows", "f:rows()", "An iterator of the rows, each a table by column name.", "f:rows()().name"),
  of("select", "f:select(names)", "A frame of those columns, in that order.", 'f:select({ "name" })'),
  of("sorted", 'f:sorted(column, "descending")', "The rows by a column's cells, missing ones last; equal cells keep "
    .. "their order.", 'f:sorted("name", "descending")'),
  of("text", "f:text({ width = 100, most = 20 })", "The ruled table that print shows, within a width and a number of "
    .. "rows.", "f:text({ most = 2 })"),
  of("width", "f:width()", "How many columns there are.", "f:width()"),
  of("xlsx", "f:xlsx(path), f:xlsx(path, options)",
    "An Excel workbook: a cover sheet, then every column at full precision.",
    'f:xlsx("need.xlsx", { sources = "NHS England, 2023/24" })',
    "options: title, notes, sources, sheet; codes stay text, money and rates have their formats"),
  of("with_text", "f:with_text(name, list)", "The frame with that text column added, or in place of the one it has.",
    'f:with_text("mark", { "a", "b" })'),
}
