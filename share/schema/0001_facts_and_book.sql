-- SPDX-FileCopyrightText: 2026 the stead authors
-- SPDX-License-Identifier: MIT
--
-- The first schema: published facts with their sources, the bodies and areas they speak of, and
-- the mirror of a book's declarations.
--
-- Units. Money is whole pence, in columns called pence or ending in _pence. People and weighted
-- people are whole numbers of 10^-9 of a person in the tables of facts, so that they add up exactly;
-- the views at the end give them as people, and pence as pounds. Dates are 'YYYY-MM-DD'; to_date is
-- the last day; a missing to_date means still in being. Financial years are '2023/24'.
-- A missing value is NULL: never zero, never ''.
--
-- Facts name bodies and areas by their published codes without a foreign key: a book keeps its own
-- facts while the reference tables stay in the product's database. The import checks the codes.
-- Only STRICT is particular to SQLite; elsewhere INTEGER is BIGINT and REAL is DOUBLE PRECISION.

-- One published file, as it was read. A changed file is a new source beside the old one.
CREATE TABLE source (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,    -- what its rows are: need, payments, outturn, residents, icb, …
  name        TEXT,             -- the name it has in sources.lua or the recipe
  title       TEXT NOT NULL,    -- the title its publisher gave it
  publisher   TEXT NOT NULL,
  licence     TEXT NOT NULL,    -- under which it may be used
  edition     TEXT,             -- its publisher's version or date of issue
  year        TEXT CHECK (year LIKE '____/__'), -- the financial year it is about, if about one
  url         TEXT,             -- where it was published
  retrieved   TEXT,             -- the day it was fetched
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64), -- digest of the file's bytes
  bytes       INTEGER,          -- the file's size
  rows        INTEGER,          -- how many rows of data were taken from it
  recipe      TEXT,             -- the recipe that read it
  imported_at TEXT              -- when, as the one who imported it says
) STRICT;
CREATE UNIQUE INDEX source_once ON source (kind, coalesce(year, ''), sha256);

-- Which of several sources for a kind and year is used, when it is not to be the newest.
CREATE TABLE source_pin (
  kind   TEXT NOT NULL,
  year   TEXT NOT NULL,
  sha256 TEXT NOT NULL,         -- digest of the one to use
  PRIMARY KEY (kind, year)
) STRICT;

-- What was left out of a source on reading it, and what that was worth.
CREATE TABLE left_out (
  source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  line   INTEGER,               -- line of the file, the first being 1
  key    TEXT,                  -- which practice, council, … it belongs to
  field  TEXT,                  -- the column left out; NULL when the whole row was
  weight INTEGER,               -- the population it stands for, in 10^-9 of a person
  reason TEXT NOT NULL          -- why
) STRICT;
CREATE INDEX left_out_source ON left_out (source);

-- Integrated care boards.
CREATE TABLE icb (
  code       TEXT PRIMARY KEY,  -- NHS code, such as QWO
  ons_code   TEXT,              -- statistical code, such as E54000054
  name       TEXT NOT NULL,     -- NHS West Yorkshire Integrated Care Board
  short_name TEXT,              -- West Yorkshire
  region     TEXT,              -- NHS England region code
  from_date  TEXT,
  to_date    TEXT,
  successor  TEXT,              -- the code that took over
  source     INTEGER NOT NULL REFERENCES source (id)
) STRICT;

-- Sub-ICB locations: the areas that clinical commissioning groups once covered.
CREATE TABLE sub_icb (
  code       TEXT PRIMARY KEY,  -- NHS code, such as 15F
  ons_code   TEXT,              -- statistical code, such as E38000225
  name       TEXT NOT NULL,
  former_ccg TEXT,              -- the clinical commissioning group it once was
  icb        TEXT NOT NULL REFERENCES icb (code),
  from_date  TEXT,
  to_date    TEXT,
  successor  TEXT,              -- the code that took over
  source     INTEGER NOT NULL REFERENCES source (id)
) STRICT;

-- Primary care networks.
CREATE TABLE pcn (
  code      TEXT PRIMARY KEY,   -- NHS code, such as U89141
  name      TEXT NOT NULL,
  sub_icb   TEXT,               -- code of its sub-ICB location
  from_date TEXT,
  to_date   TEXT,
  source    INTEGER NOT NULL REFERENCES source (id)
) STRICT;

-- Councils of both tiers.
CREATE TABLE council (
  code      TEXT PRIMARY KEY,   -- statistical code, such as E08000035
  name      TEXT NOT NULL,
  tier      TEXT NOT NULL CHECK (tier IN ('upper', 'lower', 'both')), -- both: a single-tier council
  kind      TEXT NOT NULL,      -- county, district, unitary, metropolitan, london
  parent    TEXT,               -- for a lower tier: the code of its county
  from_date TEXT,               -- NULL: since before the register begins
  to_date   TEXT,
  successor TEXT,               -- the code that took over
  source    INTEGER NOT NULL REFERENCES source (id)
) STRICT;

-- How many residents of a council live in the area of an ICB.
CREATE TABLE residents (
  council TEXT NOT NULL REFERENCES council (code),
  icb     TEXT NOT NULL REFERENCES icb (code),
  basis   TEXT NOT NULL,        -- the count it rests on, such as mid-2020 or census-2021
  people  INTEGER NOT NULL CHECK (people >= 0), -- whole people
  source  INTEGER NOT NULL REFERENCES source (id),
  line    INTEGER,
  PRIMARY KEY (basis, council, icb, source)
) STRICT;

-- NHS trusts and foundation trusts, and the ICB each belongs to.
CREATE TABLE trust (
  code      TEXT PRIMARY KEY,   -- NHS code, such as RR8
  name      TEXT NOT NULL,
  postcode  TEXT,
  icb       TEXT REFERENCES icb (code), -- NULL: in no ICB of England
  from_date TEXT,
  to_date   TEXT,
  source    INTEGER NOT NULL REFERENCES source (id)
) STRICT;

-- Weighted populations of practices: one row per practice of one source.
-- The ten columns of need are in 10^-9 of a person.
CREATE TABLE practice_need (
  source               INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  line                 INTEGER NOT NULL, -- line of the file
  practice             TEXT NOT NULL,    -- practice code
  name                 TEXT,
  postcode             TEXT,
  latitude             REAL,             -- degrees north
  longitude            REAL,             -- degrees east
  icb                  TEXT,             -- code of its ICB
  sub_icb              TEXT,             -- code of its sub-ICB location
  pcn                  TEXT,             -- code of its primary care network
  district             TEXT,             -- code of the lower-tier or single-tier council it stands in
  council              TEXT,             -- code of the upper-tier or single-tier council it stands in
  population           INTEGER,          -- registered people, scaled to the published total
  general_acute        INTEGER,          -- weighted for general and acute need
  community            INTEGER,          -- … for community services
  mental_health        INTEGER,          -- … for mental health
  maternity            INTEGER,          -- … for maternity; NULL where the file leaves it blank
  prescribing          INTEGER,          -- … for prescribing
  health_inequalities  INTEGER,          -- … for the health inequalities adjustment
  core                 INTEGER,          -- the final weighted population for core allocations
  primary_medical_need INTEGER,          -- weighted for primary medical care before adjustment
  primary_medical      INTEGER,          -- the final weighted population for primary medical care
  PRIMARY KEY (source, line),
  UNIQUE (source, practice)
) STRICT;

-- What the NHS paid each practice in a year.
CREATE TABLE payment (
  source   INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  line     INTEGER NOT NULL,
  practice TEXT NOT NULL,                -- practice code
  name     TEXT,
  sub_icb  TEXT,                         -- code of its sub-ICB location
  pcn      TEXT,                         -- code of its primary care network
  pence    INTEGER,                      -- total NHS payments to general practice
  PRIMARY KEY (source, line),
  UNIQUE (source, practice)
) STRICT;

-- What each council spent on a service in a year.
CREATE TABLE outturn (
  source  INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  line    INTEGER NOT NULL,
  council TEXT NOT NULL,
  service TEXT NOT NULL,                 -- adult-social-care, public-health, …
  pence   INTEGER,                       -- net current expenditure; NULL where the file says [x]
  PRIMARY KEY (source, council, service)
) STRICT;

-- The mirror of a book's declarations: written afresh, in one transaction, when the book loads.

-- Legal persons and committees.
CREATE TABLE body (
  code      TEXT PRIMARY KEY,
  kind      TEXT NOT NULL,               -- icb, council, trust, committee, post, …
  tier      TEXT,                        -- of a council: upper, lower, both
  name      TEXT NOT NULL,
  from_date TEXT,
  to_date   TEXT,
  file      TEXT                         -- the declaration it was read from
) STRICT;

-- Places. A place is not a body: it holds nothing.
CREATE TABLE place (
  code    TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  purpose TEXT,
  file    TEXT
) STRICT;

-- The practices that a place's footprint came to, by year of the need it was resolved on.
CREATE TABLE place_practice (
  place    TEXT NOT NULL REFERENCES place (code) ON DELETE CASCADE,
  year     TEXT NOT NULL,
  practice TEXT NOT NULL,
  PRIMARY KEY (place, year, practice)
) STRICT;

-- The bodies that work together in a place.
CREATE TABLE place_partner (
  place TEXT NOT NULL REFERENCES place (code) ON DELETE CASCADE,
  body  TEXT NOT NULL REFERENCES body (code) ON DELETE CASCADE,
  PRIMARY KEY (place, body)
) STRICT;

-- The sum to be shared in one stream and year.
CREATE TABLE envelope (
  stream TEXT NOT NULL,                  -- core, primary-medical, …
  year   TEXT NOT NULL,
  pence  INTEGER NOT NULL,
  status TEXT,                           -- verified, derived, unverified, user, illustrative
  note   TEXT,
  PRIMARY KEY (stream, year)
) STRICT;

-- Practices left out of every place by name, with the reason.
CREATE TABLE exclusion (
  practice TEXT PRIMARY KEY,
  reason   TEXT NOT NULL
) STRICT;

-- The files of the book that this mirror was made from.
CREATE TABLE book_digest (
  path   TEXT PRIMARY KEY,               -- relative to the book's folder
  sha256 TEXT NOT NULL
) STRICT;

-- Views, for questions in SQL.

-- For each kind and year the source that is used: the pinned one, else the newest.
CREATE VIEW source_in_use AS
  SELECT s.* FROM source AS s
  LEFT JOIN source_pin AS p ON p.kind = s.kind AND p.year = s.year
  WHERE s.sha256 = p.sha256
     OR (p.sha256 IS NULL AND s.id = (SELECT max(newer.id) FROM source AS newer
           WHERE newer.kind = s.kind AND coalesce(newer.year, '') = coalesce(s.year, '')));

-- Need in people, from the sources in use.
CREATE VIEW practice_need_people AS
  SELECT s.year, n.practice, n.name, n.postcode, n.latitude, n.longitude,
         n.icb, n.sub_icb, n.pcn, n.district, n.council,
         n.population / 1000000000.0 AS population,
         n.general_acute / 1000000000.0 AS general_acute,
         n.community / 1000000000.0 AS community,
         n.mental_health / 1000000000.0 AS mental_health,
         n.maternity / 1000000000.0 AS maternity,
         n.prescribing / 1000000000.0 AS prescribing,
         n.health_inequalities / 1000000000.0 AS health_inequalities,
         n.core / 1000000000.0 AS core,
         n.primary_medical_need / 1000000000.0 AS primary_medical_need,
         n.primary_medical / 1000000000.0 AS primary_medical,
         n.line
  FROM source_in_use AS s JOIN practice_need AS n ON n.source = s.id;

-- Payments in pence and in pounds, from the sources in use.
CREATE VIEW payments AS
  SELECT s.year, p.practice, p.name, p.sub_icb, p.pcn, p.pence, p.pence / 100.0 AS pounds, p.line
  FROM source_in_use AS s JOIN payment AS p ON p.source = s.id;

-- Council spending in pence and in pounds, from the sources in use.
CREATE VIEW outturns AS
  SELECT s.year, o.council, o.service, o.pence, o.pence / 100.0 AS pounds, o.line
  FROM source_in_use AS s JOIN outturn AS o ON o.source = s.id;

-- The sources in use.
CREATE VIEW sources AS
  SELECT kind, year, name, title, publisher, licence, edition, url, retrieved, sha256, bytes, rows,
         recipe, imported_at
  FROM source_in_use;

-- What was left out of the sources in use, with the people it stands for.
CREATE VIEW left_out_people AS
  SELECT s.kind, s.year, l.line, l.key, l.field, l.weight / 1000000000.0 AS people, l.reason
  FROM source_in_use AS s JOIN left_out AS l ON l.source = s.id;
