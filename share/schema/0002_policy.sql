-- SPDX-FileCopyrightText: 2026 the stead authors
-- SPDX-License-Identifier: MIT
--
-- The texts of rules as the book has met them, so that a rule that changed after a local variation
-- was agreed can be set beside what was agreed.

CREATE TABLE rule_version (
  name       TEXT NOT NULL,     -- the rule, such as allocation.pace
  digest     TEXT NOT NULL CHECK (length(digest) = 64), -- of its file
  text       TEXT NOT NULL,     -- the whole file
  first_seen TEXT NOT NULL,     -- the day on which this book first met it
  PRIMARY KEY (name, digest)
) STRICT;
