---@meta stead.core.sheet

--- Published files in and out: CSV, XLSX, ODS, JSON. A recipe declares what a file looks like; what does not
--- fit it is refused with file, line, column and text, or listed where the recipe says so.
---@class stead.sheet
---@field null lightuserdata JSON's null, which nil would lose
local sheet = {}

--- One column of the frame, and where the file has it.
---
--- - `name`: the frame's column.
--- - `is`: what it holds (default "text"). Texts keep leading zeros; money must be whole pence;
---   quantities are rounded at the ninth place, half away from zero.
--- - `headings`: its headings by edition, of which the first that the file has is read (default
---   its name). Runs of spaces and line ends count as one space.
--- - `position`: for files without headings; 1 is the first column.
--- - `optional`: without such a column every cell is missing and a problem is listed; else the
---   file is refused.
--- - `key`: the key fields together differ on every row.
--- - `blank`: a blank cell refuses the file (default), is missing and listed, or is missing.
--- - `missing`: marks that mean missing, such as "[x]"; always listed with the blanks.
--- - `unit`: what the file counts in (default "one"; "percent" is for rates).
--- - `pattern`: what the text must look like from end to end: characters, ".", %d %a %u %l %w and
---   [sets], each alone or with "?", "+" or "*".
--- - `otherwise`: a cell that does not fit refuses the file (default), or is missing and listed
---   as a problem.
---@class stead.sheet.Field
---@field name string
---@field is? "text"|"integer"|"quantity"|"money"|"rate"|"real"
---@field headings? string|string[]
---@field position? integer
---@field optional? boolean
---@field key? boolean
---@field blank? "refuse"|"leave out"|"allow"
---@field missing? string|string[]
---@field unit? "one"|"thousand"|"million"|"percent"
---@field pattern? string
---@field otherwise? "refuse"|"report"

--- Each of the columns `of` adds up to the column `to`.
---@class stead.sheet.Sums
---@field of string|string[] fields of one kind
---@field to string a field of the same kind
---@field within? string how far apart they may be, as decimal text (default "0")
---@field otherwise? "refuse"|"report"

---@class stead.sheet.Must
---@field rows? integer[] the least and the most rows: { 6000, 7000 }
---@field sums? stead.sheet.Sums|stead.sheet.Sums[]

--- What one kind of published file looks like.
---
--- - `header`: the first cell of the heading row; false when there are no headings.
--- - `within`: the heading row is among so many first rows (default 20).
--- - `stop`: the table ends before a row whose first cell is one of these; "" is a blank one.
--- - `encoding`: of CSV; default "utf-8".
--- - `sheet`: the name of the workbook's sheet, or its number from 1; not needed where there is only
---   one.
--- - `trim`: drop the spaces around every cell.
--- - `commas`: numbers may have thousands commas.
--- - `only`: patterns by field; rows that are not like them are left out and listed.
---@class stead.sheet.Recipe
---@field header string|false
---@field within? integer
---@field stop? string|string[]
---@field encoding? "utf-8"|"cp1252"
---@field sheet? string|integer
---@field trim? boolean
---@field commas? boolean
---@field fields stead.sheet.Field[]
---@field only? table<string, string>
---@field must? stead.sheet.Must

--- Something listed: where it stands and what the file has there.
---@class stead.sheet.Note
---@field line? integer the line of the file where the row begins; nil for the whole table
---@field field string
---@field key? string the row's key fields, joined by " / "
---@field text? string the cell as the file has it
---@field message? string what is wrong, for problems

---@class stead.sheet.Report
---@field path string
---@field sha256 string of the whole file
---@field bytes integer
---@field rows integer rows kept
---@field blanks stead.sheet.Note[] cells left missing: blank, or with a mark
---@field left_out stead.sheet.Note[] rows that `only` left out
---@field problems stead.sheet.Note[] what did not fit, where the recipe says "report"

--- Reads a file as its recipe says: CSV, XLSX or ODS, whichever its content shows it to be. Every row
--- of the frame keeps its line, or its row in the sheet (`f:line(i)`).
---
--- Of a workbook, texts keep their leading zeros, also those that a number only shows by its format;
--- numbers keep the digits the file holds, and what must be exact is read from the 15 that a
--- spreadsheet shows; days are texts such as "2023-04-01", truth "TRUE" or "FALSE"; a cell with an
--- error such as #REF! does not fit any field. Rows end where they end: what is not there is blank,
--- and cells past the headings are passed over. Formulas are read as what they last came to.
---
---     local frame, report = assert(core.sheet.read("need.csv", {
---       header = "Practice_Code",
---       fields = {
---         { name = "code", headings = "Practice_Code", key = true, pattern = "%u%d+" },
---         { name = "population", is = "quantity", headings = { "Population", "pop 2022/23" } },
---         { name = "maternity", is = "quantity", headings = "Mat WP", blank = "leave out" },
---       },
---       must = { rows = { 6000, 7000 }, sums = { of = "maternity", to = "population", within = "1" } },
---     }))
---@param path string
---@param recipe stead.sheet.Recipe
---@return stead.Frame? frame
---@return stead.sheet.Report|string report or, without a frame, the message
---@return string? code NOTFOUND, IO, PARSE, RANGE, DUPLICATE, MISMATCH
function sheet.read(path, recipe) end

--- The rows of a file as they are, for scripts that only look: each a list of texts, with the line it
--- begins on. Raises when the file cannot be read or is not well formed.
---
---     for row, line in core.sheet.rows("need.xlsx", { sheet = "GP_wp" }) do print(line, row[1]) end
---@param path string
---@param options? { encoding?: "utf-8"|"cp1252", sheet?: string|integer }
---@return fun(): string[]?, integer?
function sheet.rows(path, options) end

--- The names of a workbook's sheets, in its order; none for a CSV file.
---@param path string
---@return string[]? names
---@return string? message
---@return string? code NOTFOUND, IO, PARSE, RANGE
function sheet.sheets(path) end

--- A frame as CSV: its text, or written to a file, which is then either the old one or the new
--- one whole. Money in pounds ("1234.56"), rates as decimals ("0.036"), missing cells as nothing.
---@param frame stead.Frame
---@param path? string
---@param options? { lines?: "lf"|"crlf" }
---@return string|boolean? text, or true when written
---@return string? message
---@return string? code NOTFOUND, IO
function sheet.csv(frame, path, options) end

--- One sheet of a workbook to be written.
---
--- - `name`: of the sheet; 1 to 31 characters, none of [ ] : * ? / \\.
--- - `title`: its first cell (default its name).
--- - `headings`: one for each column (default their names).
--- - `decimals`: shown, by column, for quantities, rates and reals.
--- - `totals`: a frame of one row, set below; what is the sum of its column becomes a formula.
---@class stead.sheet.Table
---@field name string
---@field frame stead.Frame
---@field title? string
---@field headings? string[]
---@field decimals? table<string, integer>
---@field totals? stead.Frame

---@class stead.sheet.Workbook
---@field title string
---@field notes? string|string[] on the cover sheet
---@field sources? string|string[] on the cover sheet
---@field tables stead.sheet.Table[]

--- Writes an Excel workbook: a sheet called "Cover" with title, notes, sources and what the sheets
--- are, then a sheet for each table: its title, headings in the third row, which stay in view, and
--- the rows. Figures keep all their digits; money, rates and days (texts such as "2023-04-01") have
--- their formats. The file is then either the old one or the new; the same workbook gives the same
--- bytes.
---@param path string
---@param workbook stead.sheet.Workbook
---@return true? written
---@return string? message
---@return string? code NOTFOUND, IO, PARSE, RANGE, DUPLICATE
function sheet.xlsx(path, workbook) end

--- Writes the same as an OpenDocument spreadsheet.
---@param path string
---@param workbook stead.sheet.Workbook
---@return true? written
---@return string? message
---@return string? code NOTFOUND, IO, PARSE, RANGE, DUPLICATE
function sheet.ods(path, workbook) end

--- The value of a JSON text: whole numbers as integers, null as `sheet.null`. What is not JSON is
--- refused with line and column; so are a key given twice, a whole number past 64 bits and nesting
--- past 2,048.
---@param text string
---@return any value
---@return string? message
---@return string? code PARSE
function sheet.json(text) end

--- A value as JSON: money in pounds with two decimals, a rate as its decimal, a real in the fewest
--- digits that read back the same or null when it is not finite, keys in order. Raises for what has no
--- JSON form.
---@param value any
---@return string
function sheet.tojson(value) end

return sheet
