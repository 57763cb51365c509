--- The manual page, made from the program: for scripts/manual.lua.
local cli <const> = require("stead.cli")
local core <const> = require("stead.core")
local help <const> = require("stead.manual")
local words <const> = require("stead.words")

local function escaped(text)
  return (text:gsub("\\", "\\e"):gsub("%-", "\\-"):gsub("^([.'])", "\\&%1"):gsub("\n([.'])", "\n\\&%1"))
end

--- The manual page, in roff.
---@return string
local function roff()
  local out = { '.TH STEAD 1 "" "stead ' .. core.version .. '" "stead"', ".SH NAME",
    "stead \\- budgets for England's places, exact to the penny, from published data", ".SH SYNOPSIS",
    ".B stead\n[\\fIVERB\\fR [\\fIOPTION\\fR ...]]", ".br\n.B stead \\-e\n\\fICODE\\fR", ".SH DESCRIPTION",
    ".ad l\n.nh\nWithout a verb, the REPL in the book found from the working folder. Every verb takes \\-\\-help.",
    ".SH VERBS" }
  for _, group in ipairs(cli.groups) do
    for _, name in ipairs(group[2]) do
      local verb = cli.verb(name)
      out[#out + 1] = (".SS stead %s %s"):format(name, escaped(verb.usage))
      local about = verb.about and "\n" .. verb.about or ""
      out[#out + 1] = escaped(verb.summary:gsub("^%l", string.upper) .. "." .. about)
      for _, key in ipairs(words.keys(verb.options or {})) do
        local option = verb.options[key]
        local takes = option.takes and " " .. escaped(option.takes) or ""
        out[#out + 1] = (".TP\n.B \\-\\-%s%s\n%s"):format(escaped(key), takes, escaped(option.help))
      end
      out[#out + 1] = ".PP\n.nf\n.RS\n" .. escaped(verb.example) .. "\n.RE\n.fi"
    end
  end
  out[#out + 1] = ".SH EXIT STATUS"
  for _, each in ipairs(help.statuses) do
    out[#out + 1] = (".TP\n.B %d\n%s"):format(each[1], escaped(each[2]))
  end
  out[#out + 1] = ".SH FILES\n.TP\n.I system.lua\nA book is the folder that has it.\n.TP\n.I book.db\n"
    .. "What the book has imported, and a mirror of its declarations.\n.SH ENVIRONMENT\n.TP\n.B STEAD_BOOK\n"
    .. "The folder of the book that scripts call \\fIbook\\fR.\n.TP\n.B STEAD_SHARE\nWhere the reference tables are.\n"
    .. ".TP\n.BR STEAD_LIMIT_INSTRUCTIONS \", \" STEAD_LIMIT_MEMORY \", \" STEAD_LIMIT_SECONDS\n"
    .. "What one declaration may use: steps of Lua's machine, memory (bytes, or such as 128MB), the processor's time.\n"
    .. ".TP\n.B NO_COLOR\nNo colour, on a terminal either."
  return table.concat(out, "\n") .. "\n"
end

return roff
