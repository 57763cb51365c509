--- An explanation as text, Markdown, HTML or JSON: the same tree, the same words.
local html <const> = require("stead.html")
local json <const> = require("stead.json")

local render = {}

local function node_text(node)
  local text = node.text == "" and node.label or node.text .. "   " .. node.label
  return node.operation and text .. "   [" .. node.operation .. "]" or text
end

local function deep(depth, level)
  return depth == nil or level < depth
end

local function draw(node, indent, out, depth, level)
  for i, child in ipairs(deep(depth, level) and node.children or {}) do
    local last = i == #node.children
    local below = indent .. (last and "    " or "│   ")
    out[#out + 1] = indent .. (last and "└── " or "├── ") .. node_text(child)
    if child.note then
      out[#out + 1] = below .. "    " .. child.note
    end
    draw(child, below, out, depth, level + 1)
  end
end

--- The tree as VISION shows it, what it rests on, and the paragraph.
---@param e stead.Explanation
---@param depth integer? how many levels below the figure
---@return string
function render.text(e, depth)
  local out = { ("£%s   %s   [%s]"):format(e.root.text, e.title, e.reference) }
  draw(e.root, "", out, depth, 0)
  out[#out + 1] = ""
  for _, line in ipairs(e.rests_on) do
    out[#out + 1] = ("%-10s %s"):format(line[1], line[2])
  end
  out[#out + 1] = ""
  out[#out + 1] = e.words
  return table.concat(out, "\n")
end

local function list(node, indent, out, depth, level)
  for _, child in ipairs(deep(depth, level) and node.children or {}) do
    local amount = child.text ~= "" and "**" .. child.text .. "** " or ""
    local how = child.operation and " (" .. child.operation .. ")" or ""
    out[#out + 1] = ("%s- %s%s%s"):format(indent, amount, child.label, how)
    if child.note then
      out[#out + 1] = ("%s  *%s*"):format(indent, child.note)
    end
    list(child, indent .. "  ", out, depth, level + 1)
  end
end

--- For a board paper: the paragraph first, then how it was made, then what it rests on.
---@param e stead.Explanation
---@param depth integer?
---@return string
function render.md(e, depth)
  local out = { e.words, "", ("**£%s** %s [%s]"):format(e.root.text, e.title, e.reference), "" }
  list(e.root, "", out, depth, 0)
  out[#out + 1] = ""
  for _, line in ipairs(e.rests_on) do
    out[#out + 1] = ("- %s: %s"):format(line[1], line[2])
  end
  return table.concat(out, "\n")
end

local h <const> = html.tags

local function items(node, depth, level)
  if #node.children == 0 or not deep(depth, level) then
    return nil
  end
  local out = {}
  for i, child in ipairs(node.children) do
    out[i] = h.li {
      h.b { child.text }, " ", child.label, child.operation and " (" .. child.operation .. ")" or "",
      child.note and h.small { " ", child.note } or "", items(child, depth, level + 1) or "",
    }
  end
  return h.ul(out)
end

--- A piece of a page: a section with the paragraph, the tree and what it rests on.
---@param e stead.Explanation
---@param depth integer?
---@return string
function render.html(e, depth)
  local rests = {}
  for _, line in ipairs(e.rests_on) do
    rests[#rests + 1] = h.dt { line[1] }
    rests[#rests + 1] = h.dd { line[2] }
  end
  return tostring(h.section {
    id = e.reference, h.h2 { e.title }, h.p { e.words }, h.p { h.b { "£" .. e.root.text }, " ", e.reference },
    items(e.root, depth, 0) or "", h.dl(rests),
  })
end

local function plain(node, depth, level)
  local children = {}
  for i, child in ipairs(deep(depth, level) and node.children or {}) do
    children[i] = plain(child, depth, level + 1)
  end
  return json.ordered({ "amount", "exact", "label", "operation", "note", "children" }, {
    amount = node.text, exact = node.exact, label = node.label, operation = node.operation, note = node.note,
    children = children,
  })
end

--- Every digit of every step.
---@param e stead.Explanation
---@param depth integer?
---@return string
function render.json(e, depth)
  local rests = {}
  for i, line in ipairs(e.rests_on) do
    rests[i] = json.ordered({ "what", "is" }, { what = line[1], is = line[2] })
  end
  return json.encode(json.ordered({ "reference", "title", "words", "figure", "rests_on" }, {
    reference = e.reference, title = e.title, words = e.words, figure = plain(e.root, depth, 0), rests_on = rests,
  }))
end

return render
