std = "lua54"
max_line_length = 120
self = false
exclude_files = { "build", "tests/hostile" } -- hostile files are what they are

-- Where a verb or a runner hands a script its arguments.
files["lua/stead/cli/run.lua"] = { globals = { "arg" } }
files["lua/stead/cli/test.lua"] = { globals = { "arg" } }
files["tests/lua"] = { std = "lua54+busted", globals = { "arg" } }

-- The words that declarations are written in.
local words = {
  "system", "body", "place", "post", "ladder", "envelope", "allocation", "stream", "exclude", "grant",
  "agreement", "pool", "bcf", "func", "practices", "districts", "councils", "parameter", "rule", "variation",
  "check", "finding", "decision", "ambiguity",
  "between", "from", "parts_of", "money", "cite", "source", "column", "recipe", "gbp", "pence", "pct", "rate",
}
for _, folder in ipairs({ "share/books", "share/england", "share/policy" }) do
  files[folder] = { read_globals = words }
end

-- What an analyst's script sees besides Lua (lua/stead/globals.lua).
files["scripts"] = {
  read_globals = {
    "gbp", "pence", "pct", "rate", "frame", "book", "open", "england", "explain", "overlap", "chart",
    "csv", "words", "help", "sql",
  },
}

-- Declarations for the language server: functions without bodies.
files["share/meta"] = { ignore = { "212", "211", "241" }, max_line_length = false }
files["share/meta/policy.lua"] = { allow_defined_top = true, ignore = { "131", "212" } } -- the words stand ready in policy files
