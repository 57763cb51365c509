--- The tree of a figure, read off the values that a rule's steps left behind: what adds up to it, and what each of
--- those was made from, down to what the rule was given.
local core <const> = require("stead.core")
local format <const> = require("stead.format")

local tree = {}

---@class stead.Node
---@field text string the amount as printed
---@field exact string? every digit
---@field label string
---@field operation string?
---@field note string? where it comes from
---@field children stead.Node[]

--- Steps that add to what was there; the others make a new amount out of what they were given.
local additive <const> = { move_towards = true, plus = true, less = true, cap = true, converge = true }

local operations <const> = {
  grow_to = "× envelope ÷ Σ of all", move_towards = "fraction × (target − amount so far)", uplift = "× (1 + rate)",
  times = "× rate", converge = "fraction × −distance from target × baseline, within the cap",
  scale_to = "bid × what is left ÷ Σ bids", mix = "Σ rate × amount", share = "× weight ÷ Σ weight",
  target = "envelope × weight ÷ Σ weight", cap = "what is over the cap moves", met_from = "as much as there is",
}

local said <const> = {
  grow_to = "grown with everyone else's", move_towards = "part of the way to its target", uplift = "with growth",
  times = "a part", plus = "added", less = "taken away", converge = "convergence towards its target",
  scale_to = "its bid, scaled to what there is", mix = "a mix", target = "its target", cap = "what its cap moves",
  share = "its share", met_from = "drawn", baseline = "its baseline",
}

--- "35509310.11123456789" as whole hundredths of a penny and what is left, in 10^-7 of one of those.
local function units(text)
  local sign, pounds, decimals = text:match("^(%-?)(%d+)%.?(%d*)$")
  decimals = (decimals .. ("0"):rep(11)):sub(1, 11)
  local hundredths = math.tointeger(pounds) * 10000 + math.tointeger(decimals:sub(1, 4))
  local rest = math.tointeger(decimals:sub(5, 11))
  if sign == "-" then
    return -hundredths, -rest
  end
  return hundredths, rest
end

local REST <const> = 10000000

local function nearest(hundredths, rest)
  local extra = rest // REST
  rest = rest - extra * REST
  return hundredths + extra + (rest * 2 >= REST and 1 or 0)
end

--- Hundredths of a penny as pounds, to two or four decimals.
local function pounds(hundredths, decimals)
  local size = math.abs(hundredths)
  local text = ("%s%d.%04d"):format(hundredths < 0 and "-" or "", size // 10000, size % 10000)
  return format.decimal(decimals == 2 and text:sub(1, -3) or text)
end

--- An exact amount in pounds, to four decimals.
---@param exact string
---@return string
function tree.pounds(exact)
  return pounds(nearest(units(exact)), 4)
end

--- Rounds amounts one after another on their running sum, so that as printed they add up to the whole.
---@param nodes stead.Node[]
function tree.add_up(nodes)
  local hundredths, rest, before = 0, 0, 0
  for _, node in ipairs(nodes) do
    local h, r = units(node.exact)
    hundredths, rest = hundredths + h, rest + r
    local now = nearest(hundredths, rest)
    node.text, before = pounds(now - before, 4), now
  end
end

local function is_nil(exact)
  return not exact:find("[1-9]")
end

local function sentence_of(made)
  return made.sentence or said[made.op] or made.op:gsub("_", " ")
end

---@class stead.TreeContext
---@field icb string?
---@field code string
---@field named fun(value: any): string?, string? what a rate or amount is called, and where it comes from
---@field leaf fun(value: any): stead.Node[] rows of a file under what the rule was given
---@field envelope fun(): stead.Node what there is to share, and who says so

local node_of

--- What a step was told, as nodes: other parts, amounts, rates.
local function inputs_of(made, at)
  local out = {}
  for _, each in ipairs(made.with) do
    local kind = core.parts.kind(each.value)
    local number = core.money.kind(each.value)
    if kind == "parts" then
      out[#out + 1] = node_of(each.value, at, each.label)
    elseif each.label == "envelope" then
      out[#out + 1] = at.envelope()
    elseif kind == "amount" or number == "money" then
      out[#out + 1] = { text = kind and tree.pounds(each.value:text()) or format.money(each.value), label = each.label,
        children = {} }
    elseif number == "rate" or type(each.value) == "table" and core.money.kind(each.value[at.code]) == "rate" then
      local rate = number and each.value or each.value[at.code]
      local name, note = at.named(rate)
      out[#out + 1] = { text = "× " .. tostring(rate), label = name or each.label, note = note, children = {} }
    elseif type(each.value) == "table" and core.money.kind(each.value[at.icb or at.code]) == "money" then
      out[#out + 1] = { text = format.money(each.value[at.icb or at.code]), label = each.label, children = {} }
    end
  end
  return out
end

--- The bounds noted since `value` was last footed, by the step that noted them.
local function bound_note(value)
  local notes, made = {}, value:made()
  while made and (made.op == "no_part_below" or made.op == "no_part_above") do
    notes[#notes + 1] = { sentence = sentence_of(made), with = made.with, op = made.op }
    made = made.from and made.from:made()
  end
  return notes
end

--- What footing did to a part: its bound, its part of others' bounds, the penny.
local function footed(value, at, out)
  local foot, from = value:foot(at.code, at.icb), value:made().from
  local notes = bound_note(from)
  local lifted = foot.bound:sub(1, 1) ~= "-"
  local by <const> = { bound = lifted and "raised to the floor" or "held at the ceiling",
    settled = "its part of meeting others' bounds", penny = "to the penny, by largest remainder" }
  local list = {}
  for _, key in ipairs({ "bound", "settled", "penny" }) do
    if not is_nil(foot[key]) then
      local node = { exact = foot[key], label = by[key], children = {} }
      for _, note in ipairs(key == "bound" and notes or {}) do
        if (note.op == "no_part_below") == lifted then
          node.label = ("%s: %s"):format(by[key], note.sentence)
          node.children = inputs_of(note, at)
        end
      end
      list[#list + 1] = node
    end
  end
  table.move(list, 1, #list, #out + 1, out)
end

--- The amounts that add up to a value for one part, oldest first.
local function contributions(value, at)
  local made = value:made()
  if made.op == "no_part_below" or made.op == "no_part_above" then
    return contributions(made.from, at)
  elseif made.op == "foot_to" then
    local out = contributions(made.from, at)
    footed(value, at, out)
    return out
  elseif additive[made.op] and made.from then
    local out = contributions(made.from, at)
    local exact = value:delta(at.code, at.icb)
    if not is_nil(exact) then
      out[#out + 1] = { exact = exact, label = sentence_of(made), operation = operations[made.op],
        children = inputs_of(made, at) }
    end
    return out
  end
  local children = inputs_of(made, at)
  if made.from and core.parts.kind(made.from) == "parts" then
    table.insert(children, 1, node_of(made.from, at))
  end
  if made.op == "grow_to" then
    local all = made.from:total(at.icb):text()
    children[#children + 1] = { text = "÷ " .. tree.pounds(all), exact = all, label = "all of them together",
      children = {} }
  end
  local exact = value:of(at.code, at.icb):text()
  local leaves = at.leaf(value)
  table.move(leaves, 1, #leaves, #children + 1, children)
  return { { exact = exact, label = sentence_of(made), operation = operations[made.op], children = children } }
end

--- A value for one part, with what it was made from below it.
function node_of(value, at, label)
  local list = contributions(value, at)
  if #list == 1 then
    local node = list[1]
    node.text = tree.pounds(node.exact)
    node.label = label and label ~= node.label and ("%s: %s"):format(label, node.label) or node.label
    return node
  end
  tree.add_up(list)
  return { exact = value:of(at.code, at.icb):text(), text = tree.pounds(value:of(at.code, at.icb):text()),
    label = label or "", children = list }
end

--- b − a, as exact text; both are near one another.
local function between(a, b)
  local ha, ra = units(a)
  local hb, rb = units(b)
  local all = (hb - ha) * REST + (rb - ra)
  local size = math.abs(all)
  return ("%s%d.%011d"):format(all < 0 and "-" or "", size // 100000000000, size % 100000000000)
end

--- The tree of a figure.
---@param value stead.Parts
---@param at stead.TreeContext
---@param printed string? the figure as published, when what a rule was given is printed to the penny
---@return stead.Node
function tree.of(value, at, printed)
  local list, exact = contributions(value, at), value:of(at.code, at.icb):text()
  local penny = printed and between(exact, printed) or "0"
  if not is_nil(penny) then
    list[#list + 1] = { exact = penny, label = "printed to the penny, by largest remainder", children = {} }
    exact = printed
  end
  tree.add_up(list)
  return { exact = exact, text = pounds(nearest(units(exact)), 2), label = "", children = list }
end

return tree
