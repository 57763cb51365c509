--- The outermost layer of a page: one self-contained file, no script, nothing fetched.
local shell = {}

local html <const> = require("stead.html")

local h <const> = html.tags

-- The browser itself is told to fetch and run nothing, whatever a name in the data may contain.
local POLICY <const> = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
  .. "form-action 'none'"

local sheet

-- Inside stead the program knows where its share folder is; plain Lua looks beside this module.
local function sheet_path()
  local core <const> = package.loaded["stead.core"]
  if type(core) == "table" and core.host then
    return core.host.share_path("report/style.css")
  end
  local root <const> = debug.getinfo(1, "S").source:match("^@(.*)lua/stead/report/shell%.lua$")
  return root and root .. "share/report/style.css", "it is not beside the module"
end

--- The style sheet of stead's pages, share/report/style.css.
---@return string
local function style()
  if not sheet then
    local path <const>, why <const> = sheet_path()
    local file <close>, message = io.open(path or "", "rb")
    if not file then
      error("no style sheet report/style.css: " .. tostring(path and message or why), 0)
    end
    sheet = file:read("a")
  end
  return sheet
end

--- Uses another style sheet, such as a system's own.
---@param text string
function shell.use_style(text)
  sheet = text
end

-- What a person wrote as comment in the sheet is not needed by a reader of the page.
local function compact(css)
  return (css:gsub("/%*.-%*/", ""):gsub("%s+", " "):gsub("%s*([{};,])%s*", "%1"))
end

--- A whole document.
---@param spec { title: string, body: any, generator: string? }
---@return string
function shell.page(spec)
  return "<!doctype html>\n" .. tostring(h.html {
    lang = "en-GB",
    h.head {
      h.meta { charset = "utf-8" },
      h.meta { name = "viewport", content = "width=device-width,initial-scale=1" },
      h.meta { http_equiv = "Content-Security-Policy", content = POLICY },
      h.meta { name = "color-scheme", content = "light" },
      spec.generator and h.meta { name = "generator", content = spec.generator } or false,
      h.title(spec.title),
      h.style(html.raw(compact(style()))),
    },
    h.body(spec.body),
  }) .. "\n"
end

return shell
