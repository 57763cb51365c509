--- Reads the synthetic file, as a process of its own: stead run scripts/bench.d/read.lua
package.path = "scripts/bench.d/?.lua;" .. package.path
local synthetic <const> = require("synthetic")
print(#assert(require("stead.core").sheet.read(synthetic.path, synthetic.fields())))
