--- A picture of what a terminal shows: for scripts/manual.lua.

--- A terminal's text as a picture.
---@param title string
---@param text string
---@return string svg
local function picture(title, text)
  local lines, width = {}, 0
  for line in (text:gsub("\n$", "") .. "\n"):gmatch("(.-)\n") do
    lines[#lines + 1] = line
    width = math.max(width, utf8.len(line))
  end
  local out = { ('<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t" viewBox="0 0 %d %d" '
    .. 'font-family="ui-monospace,Menlo,Consolas,\'DejaVu Sans Mono\',monospace" font-size="14">'):format(
    math.ceil(width * 8.43) + 40, #lines * 20 + 36), "<title id=\"t\">" .. title .. "</title>",
    '<rect width="100%" height="100%" rx="8" fill="#16202b"/>', '<g fill="#e8edf2">' }
  for i, line in ipairs(lines) do
    local safe = line:gsub("&", "&amp;"):gsub("<", "&lt;"):gsub(" ", "\u{A0}") -- plain spaces would run together
    out[#out + 1] = ('<text x="20" y="%d" textLength="%.1f">%s</text>'):format(i * 20 + 14, utf8.len(line) * 8.43, safe)
  end
  out[#out + 1] = "</g></svg>"
  return table.concat(out, "\n"):gsub('<text [^>]*textLength="0%.0"></text>\n', "") .. "\n"
end

return picture
