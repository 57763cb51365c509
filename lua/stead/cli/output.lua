--- How verbs print: a ruled table on a terminal, CSV or JSON when asked, and the book they work in.
local core <const> = require("stead.core")
require("stead.frame")

local output = {}

--- The book a verb works in: --book DIR, the one found from here, or none.
---@param given table<string, any>
---@return stead.Book
function output.book(given)
  return require("stead.book").here(given.book)
end

--- How wide a table may be: the window's width, or plenty through a pipe.
---@return integer
function output.width()
  return core.host.is_terminal(1) and core.host.terminal_width() or 200
end

--- Prints a frame, or anything with the same methods, as the options ask.
---@param given table<string, any>
---@param frame stead.Frame
function output.frame(given, frame)
  if given.csv then
    io.write((frame:csv()))
  elseif given.json then
    print(frame:json())
  else
    print(frame:text({ width = output.width() }))
  end
end

return output
