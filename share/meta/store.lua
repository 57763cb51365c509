---@meta stead.core.store

--- The database of a book: published facts with their sources, the mirror of the book's
--- declarations, and the reference tables beside it. share/schema documents every table.
---@class stead.store
local store = {}

--- - `create`: make the file when there is none.
--- - `readonly`: nothing in the file may change.
--- - `schema`: folder of the numbered migrations. An older file is brought up to date after a
---   copy is made beside it, as PATH.before-N; a newer one is refused.
--- - `reference`: file of the reference tables, seen in SQL as `england`. The names icb, sub_icb,
---   pcn, council, trust, residents, practice_need_people, payments, outturns, sources and
---   left_out_people then answer from the book where it has them, else from there.
---@class stead.store.Options
---@field create? boolean
---@field readonly? boolean
---@field schema? string
---@field reference? string

--- Opens a database.
---
---     local db <close> = assert(core.store.open("book.db", { create = true, schema = "share/schema" }))
---@param path string ":memory:" for one that is not kept
---@param options? stead.store.Options
---@return stead.Database? db
---@return string? message
---@return string? code NOTFOUND, NEWER, IO, DB
function store.open(path, options) end

--- The version of SQLite that keeps it.
---@return string
function store.sqlite_version() end

--- A value for a parameter; nil is a missing one. Money goes in as pence.
---@alias stead.store.Value string|integer|number|boolean|stead.Money|nil

---@class stead.Database
local database = {}

--- Runs one statement of SQL. Columns called pence or ending in _pence are money; the others are
--- integer, real or text by what they hold. Unless `write`, whatever would change the database is
--- refused. A statement without rows gives one, with the column `changes`.
---
---     db:sql("select practice, pence from payments where year = ?", { "2022/23" })
---     db:sql("select * from council where code = :code", { code = "E08000033" })
---@param query string
---@param params? stead.store.Value[]|table<string, stead.store.Value> in order, or by name
---@param options? { write?: boolean }
---@return stead.Frame? frame
---@return string? message
---@return string? code DB, PARSE, MISMATCH, DUPLICATE, IO
function database:sql(query, params, options) end

--- Runs SQL of stead's own: any number of statements, nothing asked, no rows.
---@param script string
---@return boolean? done
---@return string? message
---@return string? code DB, IO
function database:exec(script) end

--- Inserts the rows of a frame by column names, all or nothing. Quantities and rates go in as
--- 10^-9, money as pence. A table with a column `line` takes the frame's lines.
---@param name string the table
---@param frame stead.Frame
---@param constants? table<string, stead.store.Value> values for further columns
---@return integer? rows
---@return string? message
---@return string? code NOTFOUND, DUPLICATE, DB, IO
function database:insert(name, frame, constants) end

--- Lets queries name a frame, in place of an earlier one of that name. Quantities and rates
--- become reals; a money column NAME is NAME_pence there, and money again when it comes back.
---
---     db:as("mine", frame)
---     db:sql("select m.*, p.pence from mine m join payments p using (practice)")
---@param name string
---@param frame stead.Frame
---@return boolean? done
---@return string? message
---@return string? code DB, RANGE
function database:as(name, frame) end

--- Everything that `work` does is kept, or nothing. What it raises is raised again.
---@param work fun(): ...
---@return boolean? done then whatever `work` returned
---@return string? message
---@return string? code DB, IO
function database:transaction(work) end

--- What was published, and its facts. `frame` goes into `table`, each row with its source and
--- line. What was left out is a frame, or a list, of line, key, field, weight and reason.
---@class stead.store.Import
---@field kind string need, payments, outturn, icb, …
---@field title string
---@field publisher string
---@field licence string
---@field sha256 string of the file
---@field year? string the financial year it is about
---@field name? string its name in sources.lua
---@field edition? string
---@field url? string
---@field retrieved? string
---@field recipe? string
---@field imported_at? string
---@field bytes? integer
---@field rows? integer
---@field table? string
---@field frame? stead.Frame
---@field left_out? stead.Frame|{ line?: integer, key?: string, field?: string, weight?: number, reason: string }[]

--- Keeps a published file's facts in one transaction. The same kind, year and digest again
--- changes nothing; a changed file becomes a new source beside the old.
---@param source stead.store.Import
---@return integer? id of the source
---@return boolean|string fresh false when it was there already; or the message
---@return string? code DUPLICATE, NOTFOUND, DB, IO
function database:import(source) end

--- What a ledger's file is held to.
---@class stead.store.LedgerTerms
---@field import integer the row of ledger_import
---@field years string[] that rows may be of
---@field constants? table<string, string> what every row has, by field
---@field negative_plan? boolean plans may be below nil

--- Appends a file to the ledger, a transaction for every 65,536 rows, past those that an earlier
--- run committed. Entries count once ledger_import names their source.
---@param path string
---@param recipe stead.sheet.Recipe fields called as those of a ledger
---@param terms stead.store.LedgerTerms
---@return { rows: integer, resumed: integer, bytes: integer, sha256: string }? report
---@return string? message
---@return string? code PARSE, NOTFOUND, RANGE, DUPLICATE, MISMATCH (the file has changed), DB, IO
function database:ledger(path, recipe, terms) end

--- Need of every practice in a year, from the source in use (the pinned one, else the newest; the
--- book's own before the reference tables). Rows are in the order of the file, with its lines.
---@param year string
---@return stead.Frame? frame
---@return table|string source its record, with `database` = "main" or "england"; or the message
---@return string? code NOTFOUND, DB
function database:need(year) end

--- What each practice was paid in a year, likewise: practice, name, sub_icb, pcn, pence.
---@param year string
---@return stead.Frame? frame
---@return table|string source or the message
---@return string? code NOTFOUND, DB
function database:payments(year) end

--- The years that there are sources of a kind for, in order.
---@param kind string
---@return string[]? years
---@return string? message
---@return string? code DB
function database:years(kind) end

--- Makes a finished file compact and readable from a read-only folder.
---@return boolean? done
---@return string? message
---@return string? code DB, IO
function database:seal() end

---@return string
function database:path() end

--- Closes it; safe twice. `local db <close> =` does the same.
function database:close() end

return store
