--- `stead test`: a book's worked examples, and its busted specs with the toolkit loaded.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

--- Runs the worked examples of a book's policy, or of England's; says what fails.
local function run_examples(book)
  local results, failed = require("stead.policy.examples").run(book:policy()), 0
  for _, each in ipairs(results) do
    if not each.passes then
      failed = failed + 1
      print(("worked example fails: %s\n  %s: %s"):format(each.id, each.where, each.message))
    end
  end
  return #results, failed
end

--- Runs specs by busted, which leaves the program when one fails: here it comes back.
local function run_specs(list)
  local ok, runner = pcall(require, "busted.runner")
  if not ok then
    fault.command("busted is not installed for %s (Debian: apt-get install lua-busted)", _VERSION)
  end
  require("stead.globals").install(_G)
  local exit <const>, left = os.exit, nil
  arg = table.move(list, 1, #list, 2, { [0] = "stead test", "--helper=stead.cli.test_count" })
  os.exit = function(status) -- luacheck: ignore 122
    left = status == true and 0 or status or 0
    error("busted has ended", 0)
  end
  local done, message = pcall(runner, { standalone = false })
  os.exit = exit -- luacheck: ignore 122
  if not done and not left then
    error(message, 0)
  end
  return require("stead.cli.test_count"), left or 0
end

local function words_of(argv)
  local list, folder, i = {}, nil, 1
  while i <= #argv do
    if argv[i] == "--book" then
      folder, i = argv[i + 1], i + 1
    else
      list[#list + 1] = argv[i]
    end
    i = i + 1
  end
  return list, folder
end

--- The specs to run: those named, else the folder tests, here or in the book.
local function specs_of(list, book)
  if #list > 0 then
    for _, each in ipairs(list) do
      if each:sub(1, 1) ~= "-" and not core.host.exists(each) then
        fault.command("%s: nothing there to test", each)
      end
    end
    return list
  end
  for _, folder in ipairs({ "tests", book.root and book.root .. "/tests" or nil }) do
    if core.host.is_dir(folder) then
      return { folder }
    end
  end
  return {}
end

return {
  summary = "run worked examples, and busted specs with the toolkit loaded",
  usage = "[FILE|FOLDER…]",
  example = "stead test tests",
  about = "The worked examples of the book's rules and variations always run. Without FILE or FOLDER, so do the\n"
    .. "specs in the folder tests, here or in the book. Exit status 1 when one fails.",
  options = {},
  raw = true,
  run = function(_, argv)
    local list, folder = words_of(argv)
    if list[1] == "--help" then
      print(require("stead.cli").help("test"))
      return 0
    end
    local book <close> = setmetatable({ open = require("stead.book").here(folder) }, { __close = function(self)
      self.open:close()
    end })
    local specs = specs_of(list, book.open)
    local examples, failed = run_examples(book.open)
    local count, status = { success = 0, failure = 0, error = 0, pending = 0 }, 0
    if #specs > 0 then
      count, status = run_specs(specs)
    end
    local ran = count.success + count.failure + count.error
    if examples + ran + count.pending == 0 and status == 0 then
      fault.command("nothing to test: no worked example in policy and no spec in tests")
    end
    failed = failed + count.failure + count.error
    print(("%s and %s: %s%s"):format(words.count(examples, "worked example"), words.count(ran, "test"),
      failed == 0 and "all pass" or failed .. (failed == 1 and " fails" or " fail"),
      count.pending > 0 and ", " .. count.pending .. " left out" or ""))
    return (failed > 0 or status ~= 0) and 1 or 0
  end,
}
