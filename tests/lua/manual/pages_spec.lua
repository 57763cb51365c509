--- The manual says what the program says: pages as they would be made now, examples that run.
local root <const>, program <const> = os.getenv("STEAD_SOURCE"), os.getenv("STEAD_PROGRAM")
local help <const> = require("stead.manual")
local manual <const> = dofile(root .. "/scripts/manual.lua")

local function slurp(path)
  local file <close> = io.open(path, "rb")
  return file and file:read("a")
end

--- The first line where two texts part.
local function parting(now, before)
  local line, a, b = 0, (now .. "\n"):gmatch("(.-)\n"), (before .. "\n"):gmatch("(.-)\n")
  repeat
    line = line + 1
    local x, y = a(), b()
    if x ~= y then
      return ("line %d is now:\n  %s\nand the page has:\n  %s\nrun: stead run scripts/manual.lua"):format(line,
        tostring(x), tostring(y))
    end
  until x == nil
  return nil
end

describe("the manual", function()
  for _, page in ipairs(manual.pages(root)) do
    it(page.path .. " is what the program says, and its examples run", function()
      local text, faults = manual.make(root, program, page)
      assert.are.equal("", table.concat(faults, "\n"))
      assert.is_nil(parting(text, slurp(root .. "/" .. page.path) or ""))
    end)
  end

  it("finds an example that fails, and a page that has drifted", function()
    local folder <const> = manual.folder(root, program)
    local text, faults = manual.renew("```sh\nstead version\n```\n\n```text\nold\n```\n\n```sh\nstead alocate\n```\n\n"
      .. "```sh 2\nstead alocate\n```\n\n```lua\nerror('no')\n```\n\n```lua fragment\nlocal x =\n```\n", folder)
    os.execute(("rm -rf '%s'"):format(folder))
    assert.are.equal(3, #faults)
    assert.truthy(faults[1]:find("line 9: left with 2", 1, true))
    assert.truthy(text:find("```text\nstead 0", 1, true))
    assert.truthy(parting(text, "```sh\n"))
  end)

  it("shows in the README what scripts/demo runs", function()
    local demo <const>, shown = slurp(root .. "/scripts/demo"), 0
    for command in slurp(root .. "/README.md"):gmatch("<!%-%- output of: stead (.-) %-%->") do
      shown = shown + 1
      assert.truthy(demo:find('stead" ' .. command, 1, true), command)
    end
    assert.are.equal(1, shown)
  end)

  it("names every picture and page that it points to", function()
    for _, page in ipairs(manual.pages(root)) do
      local text, folder = slurp(root .. "/" .. page.path), page.path:match("^(.*)/") or "."
      for target in text:gmatch("%]%(([^)#]+)#?[^)]*%)") do
        if not target:find("^https?:") then
          assert.is_string(slurp(("%s/%s/%s"):format(root, folder, target)) or nil, page.path .. ": " .. target)
        end
      end
    end
  end)
end)

describe("examples of help", function()
  local folder
  setup(function()
    folder = manual.folder(root, program)
    local script = { "local function try(name, text)", "  local chunk = load('return ' .. text) or assert(load(text))",
      "  local ok, problem = pcall(chunk)", "  if not ok then print(name .. ': ' .. tostring(problem)) end", "end" }
    for _, chapter in ipairs(help.chapters) do
      for _, entry in ipairs(help.entries(chapter[2])) do
        if entry.example then
          script[#script + 1] = ("try(%q, %q)"):format(entry.name, entry.example)
        end
      end
    end
    local file <close> = assert(io.open(folder .. "/examples.lua", "w"))
    local body = table.concat(script, "\n"):gsub("then print", "then say")
    file:write("local say = print\nprint = function() end\n", body)
  end)
  teardown(function()
    os.execute(("rm -rf '%s'"):format(folder))
  end)

  it("run, every one", function()
    local output, status = manual.shell(folder, "stead run examples.lua")
    assert.are.equal("", output)
    assert.are.equal(0, status)
  end)
end)
