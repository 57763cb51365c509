--- What `require "stead"` gives: the words that scripts and the REPL have as globals.
return require("stead.globals").all()
