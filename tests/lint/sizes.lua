--- Fails when a function or a file has grown too long to hold in the head.
local most <const> = { c = { file = 400, item = 60 }, h = { file = 400, item = 60 }, lua = { file = 300, item = 60 } }

-- A function at the margin begins at such a line and ends at the other.
local shapes <const> = {
  c = { begins = "^{", ends = "^}" },
  h = { begins = "^{", ends = "^}" },
  lua = { begins = "^[%a][%w_%. ]*function", ends = "^end" },
}

local seen, breaches = 0, 0

local function complain(...)
  breaches = breaches + 1
  print(string.format(...))
end

local function check(path)
  local kind = path:match("%.(%w+)$")
  local shape, limit, lines, began = shapes[kind], most[kind], 0, nil
  for line in io.lines(path) do
    lines = lines + 1
    if line:match(shape.begins) then
      began = lines
    elseif began and line:match(shape.ends) then
      local length = lines - began + 1
      if length > limit.item then
        complain("%s:%d: a function of %d lines, the most is %d", path, began, length, limit.item)
      end
      began = nil
    end
  end
  if lines > limit.file then
    complain("%s: %d lines, the most is %d", path, lines, limit.file)
  end
  seen = seen + 1
end

for path in io.popen("find src lua \\( -name '*.[ch]' -o -name '*.lua' \\) | LC_ALL=C sort"):lines() do
  check(path)
end
print(("%d files, %d breaches"):format(seen, breaches))
os.exit(seen > 0 and breaches == 0)
