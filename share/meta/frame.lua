---@meta stead.core.frame

--- Tables of typed columns, which do not change once made.
---@class stead.frame
---@field methods table<string, function> what frames can do; Lua modules add methods of presentation
local frame = {}

---@alias stead.Kind "text"|"integer"|"quantity"|"money"|"rate"|"real"

--- A frame from rows by name or by position. A cell of another kind and a name that no column has are
--- refused, with row and column; nil is a missing cell. Quantities may be decimal text.
---@param columns { [1]: string, [2]: stead.Kind }[]
---@param rows? table[]
---@return stead.Frame
function frame.new(columns, rows) end

--- `#f` counts its rows and `f[i]` is `f:row(i)`, or nil past the end.
---@class stead.Frame
---@field [integer] table<string, any>
---@operator len: integer

---@return integer
function frame:width() end

---@return integer
function frame:height() end

---@param name string
---@return boolean
function frame:has(name) end

---@return string[]
function frame:names() end

---@return stead.Kind[]
function frame:kinds() end

---@param row integer from 1
---@param column string|integer
---@return string|integer|number|stead.Money|stead.Rate|nil
function frame:cell(row, column) end

---@param row integer from 1
---@return table<string, any>
function frame:row(row) end

---@return fun(): table<string, any>?
function frame:rows() end

--- The cells of a column, with nil where one is missing: count rows with `#f`.
---@param name string|integer
---@return table<integer, any>
function frame:column(name) end

--- The line of the source file that a row came from.
---@param row integer from 1
---@return integer?
function frame:line(row) end

---@param names string[]
---@return stead.Frame
function frame:select(names) end

---@param count integer
---@return stead.Frame
function frame:head(count) end

--- The rows by a column's cells, missing ones last; equal cells keep their order.
---@param name string|integer
---@param way? "ascending"|"descending"
---@return stead.Frame
function frame:sorted(name, way) end

--- With that text column added, or in place of the one it has.
---@param name string
---@param list table<integer, string> by row; nil is missing
---@return stead.Frame
function frame:with_text(name, list) end

--- What is known of the frame beside its cells: title, decimals, totals, notes. Made when first asked for.
---@return stead.About
function frame:about() end

--- Gives its memory back; it cannot be used afterwards.
function frame:close() end
