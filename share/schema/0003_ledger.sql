-- SPDX-FileCopyrightText: 2026 the stead authors
-- SPDX-License-Identifier: MIT
--
-- The ledger: what was planned, spent and forecast, month by month. Entries are never changed: a
-- correction is a new entry that names the one it corrects, and stands in its place.

-- A file on its way into the ledger, or there. Its entries count once `source` is set.
CREATE TABLE ledger_import (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,         -- the file
  recipe TEXT NOT NULL,         -- the recipe that reads it
  bytes  INTEGER NOT NULL,      -- its size
  rows   INTEGER NOT NULL DEFAULT 0, -- how many of its rows are here
  chain  INTEGER NOT NULL DEFAULT 0, -- digest of those rows, by which a changed file is known
  source INTEGER REFERENCES source (id) -- set when all of it is here and its totals agree
) STRICT;
CREATE UNIQUE INDEX ledger_import_under_way ON ledger_import (name, recipe, bytes)
  WHERE source IS NULL;

-- What an entry is of. The same line is kept once, however many entries it has.
CREATE TABLE ledger_line (
  id        INTEGER PRIMARY KEY,
  year      TEXT NOT NULL,      -- financial year
  place     TEXT NOT NULL,      -- code of a place, or system-held, or unallocated
  stream    TEXT NOT NULL,
  service   TEXT,               -- service line
  funder    TEXT,               -- who the money comes from
  holder    TEXT NOT NULL,      -- code of the legal body that is accountable for it
  kind      TEXT NOT NULL CHECK (kind IN ('plan', 'actual', 'forecast', 'adjustment')),
  recurrent TEXT NOT NULL CHECK (recurrent IN ('recurrent', 'non-recurrent')),
  status    TEXT NOT NULL CHECK (status IN ('pooled', 'aligned', 'in view', 'out')),
  level     TEXT,               -- where it is decided: system, place, neighbourhood, provider collaborative
  basis     TEXT                -- what it rests on: historic, target, bottom-up, fixed
) STRICT;
CREATE UNIQUE INDEX ledger_line_once ON ledger_line
  (year, place, stream, service, funder, holder, kind, recurrent, status, level, basis);

CREATE TABLE ledger_entry (
  id       INTEGER PRIMARY KEY,
  import   INTEGER NOT NULL,    -- of ledger_import
  row      INTEGER NOT NULL,    -- line of the file
  line     INTEGER NOT NULL,    -- of ledger_line
  month    INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12), -- 1 is April
  pence    INTEGER NOT NULL,
  corrects INTEGER              -- the entry in whose place this one stands
) STRICT;
CREATE UNIQUE INDEX ledger_entry_corrects ON ledger_entry (corrects) WHERE corrects IS NOT NULL;

-- Append-only: what is complete stays as it is.
CREATE TRIGGER ledger_entry_kept BEFORE DELETE ON ledger_entry
  WHEN (SELECT source FROM ledger_import WHERE id = old.import) IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'the ledger is append-only; enter a correction that names the entry');
END;
CREATE TRIGGER ledger_entry_unchanged BEFORE UPDATE ON ledger_entry
BEGIN
  SELECT raise(ABORT, 'the ledger is append-only; enter a correction that names the entry');
END;
CREATE TRIGGER ledger_line_unchanged BEFORE UPDATE ON ledger_line
BEGIN
  SELECT raise(ABORT, 'the ledger is append-only; enter a correction that names the entry');
END;

-- Every entry of complete imports, corrected ones too: `in_force` is 0 for those.
CREATE VIEW ledger AS
  SELECT e.id, l.year, e.month, l.place, l.stream, l.service, l.funder, l.holder, l.kind,
         l.recurrent, l.status, l.level, l.basis, e.pence, e.corrects, i.source, e.row,
         NOT EXISTS (SELECT 1 FROM ledger_entry AS c JOIN ledger_import AS ci ON ci.id = c.import
           WHERE c.corrects = e.id AND ci.source IS NOT NULL) AS in_force
  FROM ledger_entry AS e
  JOIN ledger_import AS i ON i.id = e.import AND i.source IS NOT NULL
  JOIN ledger_line AS l ON l.id = e.line;
