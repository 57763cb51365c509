--- Lets `require` find the modules that stand beside a script, and those in the scripts folder of the book found from
--- here. They come before whatever is installed.
local core <const> = require("stead.core")
local files <const> = require("stead.files")

--- A folder as package.path may hold it; one with its marks in its name cannot stand there.
local function add(folder)
  if not folder:find("[;?]") then
    package.path = ("%s/?.lua;%s/?/init.lua;%s"):format(folder, folder, package.path)
  end
end

---@param script string? the script's path
return function(script)
  local named = os.getenv("STEAD_BOOK")
  local root = named and named ~= "" and named or files.find(core.host.cwd())
  if root then
    add(root .. "/scripts")
  end
  if script and script ~= "-" then
    add(script:match("^(.*)/[^/]*$") or ".")
  end
end
