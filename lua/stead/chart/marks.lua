--- Marks that tell up to thirty-five kinds apart by shape as well as by colour.
local marks = {}

local svg <const> = require("stead.svg")

-- Okabe and Ito's colours, told apart by those who see few; their pale yellow is left out because
-- it does not show on white.
local COLOURS <const> = {
  "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#222222",
}

-- Shapes about a point, of the same area as a circle of radius r. Five shapes and seven colours
-- have no common divisor, so that the pairs repeat only after thirty-five.
local SHAPES <const> = {
  function(x, y, r)
    return svg.tags.circle { cx = x, cy = y, r = r }
  end,
  function(x, y, r)
    local a <const> = r * 0.886
    return svg.tags.rect { x = x - a, y = y - a, width = 2 * a, height = 2 * a }
  end,
  function(x, y, r)
    local a <const> = r * 1.347
    return svg.tags.path {
      d = string.format("M%.1f %.1fl%.1f %.1fh%.1fz", x, y - a * 1.155, a, a * 1.732, -2 * a),
    }
  end,
  function(x, y, r)
    local a <const> = r * 1.253
    return svg.tags.path {
      d = string.format("M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz", x, y - a, a, a, -a, a, -a, -a),
    }
  end,
  function(x, y, r)
    local a <const> = r * 1.347
    return svg.tags.path {
      d = string.format("M%.1f %.1fl%.1f %.1fh%.1fz", x, y + a * 1.155, a, -a * 1.732, -2 * a),
    }
  end,
}

--- How many kinds can be told apart.
marks.KINDS = #COLOURS * #SHAPES

---@param kind integer from 1
---@return string
function marks.colour(kind)
  return COLOURS[(kind - 1) % #COLOURS + 1]
end

--- One mark; colour and edge are set by the group it stands in.
---@param kind integer from 1
---@param x number
---@param y number
---@param r number radius of the circle of the same area
---@return stead.Markup
function marks.mark(kind, x, y, r)
  return SHAPES[(kind - 1) % #SHAPES + 1](x, y, r)
end

return marks
