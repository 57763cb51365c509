--- Writes a book's declarations into its database, in one transaction, when they have changed: SQL then sees the
--- same model as Lua and C.
local core <const> = require("stead.core")
local fault <const> = require("stead.fault")
local words <const> = require("stead.words")

local mirror = {}

local function current(book)
  local seen = {}
  for _, row in ipairs(book.facts:rows("select path, sha256 from book_digest")) do
    seen[row.path] = row.sha256
  end
  for path, digest in pairs(book.digests) do
    if seen[path] ~= digest then
      return false
    end
    seen[path] = nil
  end
  return next(seen) == nil
end

local function insert(db, name, columns, rows)
  if #rows > 0 then
    fault.try(db:insert(name, core.frame.new(columns, rows), {}))
  end
end

local text <const> = "text"

local function bodies(book)
  local rows = {}
  for _, b in ipairs(book.system.bodies or {}) do
    rows[#rows + 1] = { b.id, b.kind, b.tier, b.name, b.from, b.to, b.file }
  end
  return { { "code", text }, { "kind", text }, { "tier", text }, { "name", text }, { "from_date", text },
    { "to_date", text }, { "file", text } }, rows
end

local function places(book)
  local rows, partners = {}, {}
  for _, p in ipairs(book.places) do
    rows[#rows + 1] = { p.id, p.name, p.purpose, p.file }
    for _, partner in ipairs(p.partners or {}) do
      partners[#partners + 1] = { p.id, partner }
    end
  end
  return { { "code", text }, { "name", text }, { "purpose", text }, { "file", text } }, rows,
    { { "place", text }, { "body", text } }, partners
end

local function envelopes(book)
  local rows = {}
  for _, e in ipairs(book.system.envelopes or {}) do
    rows[#rows + 1] = { e.id, e.year, e.amount, e.status, e.note }
  end
  return { { "stream", text }, { "year", text }, { "pence", "money" }, { "status", text }, { "note", text } }, rows
end

local function footprints(book)
  local rows = {}
  for _, year in ipairs(book.system.years) do
    local held = book.facts:years("need")
    if table.concat(held, " "):find(year, 1, true) then
      local cover = book:cover(year)
      local practices = cover.need:column("practice")
      for _, row in ipairs(cover.inside) do
        local index = cover.place[row]
        if index then
          rows[#rows + 1] = { book.places[index].id, year, practices[row] }
        end
      end
    end
  end
  return { { "place", text }, { "year", text }, { "practice", text } }, rows
end

local function write_all(book)
  local db = book.facts.db
  for _, name in ipairs({
    "place_practice", "place_partner", "place", "body", "envelope", "exclusion", "book_digest",
  }) do
    fault.try(db:exec("delete from " .. name))
  end
  insert(db, "body", bodies(book))
  local columns, rows, partner_columns, partner_rows = places(book)
  insert(db, "place", columns, rows)
  insert(db, "place_partner", partner_columns, partner_rows)
  insert(db, "envelope", envelopes(book))
  insert(db, "place_practice", footprints(book))
  local excluded, digests = {}, {}
  for _, each in ipairs(book.system.excludes or {}) do
    excluded[#excluded + 1] = { each.id, each.reason }
  end
  for _, path in ipairs(words.keys(book.digests)) do
    digests[#digests + 1] = { path, book.digests[path] }
  end
  insert(db, "exclusion", { { "practice", text }, { "reason", text } }, excluded)
  insert(db, "book_digest", { { "path", text }, { "sha256", text } }, digests)
end

--- Keeps the text of each rule the first time the book meets it: a variation may be agreed against it.
---@param book stead.Book
---@param policy stead.Policy
function mirror.rules(book, policy)
  local db, met, rows = book.facts.db, {}, {}
  for _, row in ipairs(book.facts:rows("select name, digest from rule_version")) do
    met[row.name .. " " .. row.digest] = true
  end
  for _, id in ipairs(words.keys(policy.rules)) do
    local rule = policy.rules[id]
    if not met[id .. " " .. rule.digest] then
      rows[#rows + 1] = { id, rule.digest, rule.text, core.host.now():sub(1, 10) }
    end
  end
  if #rows > 0 then
    fault.try(db:transaction(function()
      insert(db, "rule_version",
        { { "name", text }, { "digest", text }, { "text", text }, { "first_seen", text } }, rows)
    end))
  end
end

--- The text of the version of a rule, when the book has met it.
---@param book stead.Book
---@param name string
---@param version string the first digits of its digest
---@return string?
function mirror.rule_text(book, name, version)
  local found = book.facts:rows("select text from rule_version where name = ? and substr(digest, 1, ?) = ? "
    .. "order by digest", { name, #version, version })
  return #found == 1 and found[1].text or nil
end

---@param book stead.Book
function mirror.write(book)
  if not current(book) then
    fault.try(book.facts.db:transaction(function()
      write_all(book)
    end))
  end
end

return mirror
