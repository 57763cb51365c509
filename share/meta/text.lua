---@meta stead.core.text

--- Dates and financial years, digests, the nearest word, and how wide text prints.
---@class stead.text
local text = {}

--- The day as "2023-04-01", when there is such a day.
---@param day string
---@return string? day
---@return string? message
---@return string? code
function text.date(day) end

--- "1 April 2023".
---@param day string
---@return string? words
---@return string? message
---@return string? code
function text.words(day) end

--- The year that "2023/24" starts in.
---@param year string
---@return integer? start
---@return string? message
---@return string? code
function text.year(year) end

--- "2023/24" for 2023.
---@param start integer
---@return string
function text.year_text(start) end

--- The year in which the day's financial year starts.
---@param day string
---@return integer? start
---@return string? message
---@return string? code
function text.year_of(day) end

--- SHA-256 in 64 hexadecimal digits.
---@param bytes string
---@return string? digest
---@return string? message
---@return string? code
function text.digest(bytes) end

--- SHA-256 of what a file holds.
---@param path string
---@return string? digest
---@return string? message
---@return string? code
function text.digest_file(path) end

--- The candidate that differs least: at most three edits, and fewer than half the word's length.
---@param word string
---@param candidates string[]
---@return string?
function text.nearest(word, candidates) end

--- The columns it takes on a terminal.
---@param utf8 string
---@return integer
function text.width(utf8) end
