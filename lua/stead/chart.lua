--- Pictures: static SVG that needs no script and says what it shows to those who do not see it.
---
---     chart.bars(frame):svg("bars.svg")      -- a picture
---     chart.dots(frame, { title = "…" }):html("distance.html")
---     chart.map(practices):svg()             -- as text
---
--- Each takes a frame, or a list of tables with the same fields.
local chart = {}

--- Who gets what: `name, baseline, allocation, target`, in pounds.
chart.bars = require("stead.chart.bars").new
--- How far from target: `name, opening_distance, closing_distance`, as fractions.
chart.dots = require("stead.chart.dots").new
--- Where practices are: `code, name, place, latitude, longitude, patients`.
chart.map = require("stead.chart.map").new
--- How a figure goes over time: `{ x = COLUMN, y = COLUMN }`.
chart.line = require("stead.chart.line").new
--- The same against limits that are given: `lower`, `upper`, and if wanted `centre` and `target`.
chart.spc = require("stead.chart.line").spc

return chart
