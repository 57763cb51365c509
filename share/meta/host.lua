---@meta stead.core.host

--- What Lua may ask of the program and the machine. Nothing here reaches a calculation.
---@class stead.host
local host = {}

--- What limited code may take; without a field there is no limit of that kind.
---@class stead.host.Limits
---@field instructions? integer of Lua's machine, checked every thousand
---@field memory? integer bytes above what is held when it begins
---@field seconds? integer of the processor's time, for single instructions that take long

--- Where `name` is in the share folder: the one that the environment's STEAD_SHARE names, else
--- share/stead beside the program or one folder up, else the source tree's.
---@param name? string such as "schema"; without it, the folder itself
---@return string? path
---@return string? message
---@return string? code NOTFOUND
function host.share_path(name) end

---@param file 0|1|2 standard input, output, error
---@return boolean
function host.is_terminal(file) end

--- Columns of the terminal: the environment's COLUMNS, else the terminal's own, else 80.
---@return integer
function host.terminal_width() end

--- The local date and time, "2026-11-21T09:30:00": the only clock. STEAD_NOW in the environment
--- stands in for it.
---@return string
function host.now() end

--- Whether Ctrl-C was pressed since the statement began: for long work that looks now and then.
---@return boolean
function host.interrupted() end

---@return integer held bytes that Lua holds now
---@return integer most the most it has held
function host.memory() end

--- Runs the text of a declaration, which sees `env` and nothing else, inside limits that no
--- pcall outlives. Bytecode is refused; strings have their methods but for string.dump.
---@param text string
---@param chunkname string "@places/calderdale.lua"
---@param env table
---@param limits stead.host.Limits
---@return any value what the declaration returns
---@return string? message names the file, the line and what is wrong
---@return string? code PARSE (not Lua), LIMIT (a limit was passed), DECLARATION (an error, or nothing returned)
function host.load_declaration(text, chunkname, env, limits) end

--- Calls a function that a declaration gave, inside limits. It gives one value.
---@param subject string the file that messages name
---@param limits stead.host.Limits
---@param f function
---@param ... any
---@return any value
---@return string? message
---@return string? code LIMIT, DECLARATION
function host.call_limited(subject, limits, f, ...) end

--- Loads text as an expression, whose values are then returned, else as statements.
---@param text string
---@param chunkname string
---@return function? chunk
---@return string? message
---@return string? code PARSE, or INCOMPLETE when more text could complete it
function host.load_statement(text, chunkname) end

---@class stead.host.Session
---@field answer? fun(text: string, seconds: number, ...: any) is given what a statement gave, and how long it took
---@field command? fun(text: string) a line that begins with `?`, or with `.` and a letter
---@field failed? fun(error: any, text: string) tells what went wrong
---@field complete? fun(before: string): { back: integer?, text: string?, list: string? }? what Tab does
---@field remember? fun(text: string) keeps a statement typed on a terminal
---@field history? string[] statements kept, oldest first
---@field done? boolean the session is over

--- Reads statements from standard input until it ends; errors are reported and reading goes on.
---@param session stead.host.Session
function host.repl(session) end

---@param path string
---@return boolean
function host.exists(path) end

---@param path string
---@return boolean
function host.is_dir(path) end

--- The names in a folder, in byte order.
---@param folder string
---@return string[]? names
---@return string? message
---@return string? code NOTFOUND, IO
function host.list(folder) end

--- Makes a folder and those above it; one that is there already is no error.
---@param path string
---@return true?
---@return string? message
---@return string? code DUPLICATE (a file is in the way), IO
function host.mkdir(path) end

---@param path string
---@return true?
---@return string? message
---@return string? code NOTFOUND, IO
function host.remove_file(path) end

--- What stood at `to` is replaced.
---@param from string
---@param to string
---@return true?
---@return string? message
---@return string? code NOTFOUND, IO
function host.rename(from, to) end

--- Writes a whole file: beside its place, to the disk, then renamed into it. A failure leaves what
--- was there before.
---@param path string
---@param text string
---@return true?
---@return string? message
---@return string? code NOTFOUND, IO
function host.write_file(path, text) end

--- The path with links resolved.
---@param path string
---@return string?
---@return string? message
---@return string? code NOTFOUND, IO
function host.realpath(path) end

--- The working folder.
---@return string?
---@return string? message
---@return string? code
function host.cwd() end

return host
