-- Version 1 of a ledger in SQLite. docs/ledger.md describes it; a change is a new file, sqlite-2.sql, that alters this.
--
-- Offsets count Unicode code points of the story's text, end exclusive, so that substr(text, start + 1, end - start)
-- gives the words. Days are ISO 8601 text ("2023-11-04"), which sorts as it reads. Absent values are NULL.

-- One call of `annals add`: what wrote the records, so that a row can be traced to program, model and lexicon.
CREATE TABLE runs (
  id        INTEGER PRIMARY KEY,
  started   TEXT NOT NULL,              -- ISO 8601, UTC
  ended     TEXT,                       -- NULL where the run was stopped
  program   TEXT NOT NULL,              -- version of annals
  model     TEXT NOT NULL,              -- checksum of the model file
  lexicon   TEXT NOT NULL,              -- JSON object: checksum of each table of the user's own, by its path
  added     INTEGER NOT NULL DEFAULT 0, -- stories that were new
  replaced  INTEGER NOT NULL DEFAULT 0, -- stories of which another version was there
  unchanged INTEGER NOT NULL DEFAULT 0, -- stories that were there already
  refused   INTEGER NOT NULL DEFAULT 0, -- inputs that could not be read
  skipped   INTEGER NOT NULL DEFAULT 0  -- stories in other languages
) STRICT;

-- A story, each version of it. Records and the words of stories_text hang on the current one only. docs/ledger.md says
-- what `doc` is where a story brings no id.
CREATE TABLE stories (
  id        INTEGER PRIMARY KEY,
  doc       TEXT NOT NULL,              -- the story's own id
  version   INTEGER NOT NULL,           -- from 1
  current   INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
  run       INTEGER NOT NULL REFERENCES runs,
  digest    BLOB NOT NULL,              -- 128-bit XXH3 of source, url, title, published and text
  source    TEXT,
  url       TEXT,
  title     TEXT,
  dateline  TEXT,
  published TEXT,                       -- day
  text      TEXT NOT NULL,
  UNIQUE (doc, version)
) STRICT;
CREATE UNIQUE INDEX stories_current ON stories (doc) WHERE current;
CREATE INDEX stories_digest ON stories (digest);
CREATE INDEX stories_published ON stories (published, id) WHERE current;

-- Actors and places as the records name them, each once.
CREATE TABLE actors (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  country TEXT NOT NULL,                -- ISO 3166-1 alpha-3, '' where there is none: NULLs would not be unique
  sector  TEXT NOT NULL,                -- LEDGER.md's sectors, or ''
  UNIQUE (name, country, sector)
) STRICT;
CREATE INDEX actors_country ON actors (country);

CREATE TABLE places (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,
  country   TEXT NOT NULL,              -- or ''
  geonames  INTEGER NOT NULL,           -- or 0
  latitude  REAL,
  longitude REAL,
  UNIQUE (name, country, geonames)
) STRICT;
CREATE INDEX places_country ON places (country);
-- The points of places, for boxes and distances.
CREATE VIRTUAL TABLE places_box USING rtree (id, south, north, west, east);

-- A sentence, or the part of one, that records rest on.
CREATE TABLE evidence (
  id    INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  UNIQUE (story, start, "end")
) STRICT;

-- The kinds. The columns up to why_words are the same in all six; `day` is the first day of `when` or else the story's,
-- and is what lists are sorted by. A record's printed id is the letter of its kind and `id`: e17, s4, f9, m2, t1, r3.
-- AUTOINCREMENT, so that an id once printed never comes to stand for another record.
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  evidence INTEGER NOT NULL REFERENCES evidence ON DELETE CASCADE,
  factuality TEXT NOT NULL CHECK (factuality IN ('actual', 'future', 'hypothetical', 'negated')),
  day TEXT, when_first TEXT, when_last TEXT, when_start INTEGER, when_end INTEGER,
  where_place INTEGER REFERENCES places, where_start INTEGER, where_end INTEGER,
  attributed_to INTEGER REFERENCES actors, attributed_start INTEGER, attributed_end INTEGER,
  why_entry TEXT, why_rule TEXT, why_words TEXT,       -- why_words: JSON array of [start, end]
  type TEXT, mode TEXT, cameo TEXT,
  trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
  killed INTEGER, injured INTEGER, size INTEGER
) STRICT;
CREATE INDEX events_story ON events (story);
CREATE INDEX events_evidence ON events (evidence);
CREATE INDEX events_day ON events (day, id);
CREATE INDEX events_type ON events (type, day, id);
CREATE INDEX events_place ON events (where_place, day, id);
CREATE INDEX events_attributed ON events (attributed_to) WHERE attributed_to IS NOT NULL;

CREATE TABLE event_contexts (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  context TEXT NOT NULL,
  PRIMARY KEY (event, context)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_contexts_context ON event_contexts (context, event);

-- Who takes part, in the order of the record. start and end are NULL where the words stand elsewhere in the story.
-- `day` repeats the record's, so that a list of one actor's records is read in order from the index alone.
CREATE TABLE event_actors (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  ordinal INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors,
  start INTEGER, "end" INTEGER,
  day TEXT,
  PRIMARY KEY (event, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_actors_actor ON event_actors (actor, role, day, event);

CREATE TABLE statements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  evidence INTEGER NOT NULL REFERENCES evidence ON DELETE CASCADE,
  factuality TEXT NOT NULL CHECK (factuality IN ('actual', 'future', 'hypothetical', 'negated')),
  day TEXT, when_first TEXT, when_last TEXT, when_start INTEGER, when_end INTEGER,
  where_place INTEGER REFERENCES places, where_start INTEGER, where_end INTEGER,
  attributed_to INTEGER REFERENCES actors, attributed_start INTEGER, attributed_end INTEGER,
  why_entry TEXT, why_rule TEXT, why_words TEXT,
  content_start INTEGER NOT NULL, content_end INTEGER NOT NULL,
  content TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('direct', 'indirect', 'mixed')),
  cue_start INTEGER, cue_end INTEGER
) STRICT;
CREATE INDEX statements_story ON statements (story);
CREATE INDEX statements_evidence ON statements (evidence);
CREATE INDEX statements_day ON statements (day, id);
CREATE INDEX statements_place ON statements (where_place, day, id) WHERE where_place IS NOT NULL;

CREATE TABLE statement_actors (
  statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('speaker', 'addressee')),
  ordinal INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors,
  start INTEGER, "end" INTEGER,
  day TEXT,
  PRIMARY KEY (statement, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_actors_actor ON statement_actors (actor, role, day, statement);

CREATE TABLE figures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  evidence INTEGER NOT NULL REFERENCES evidence ON DELETE CASCADE,
  factuality TEXT NOT NULL CHECK (factuality IN ('actual', 'future', 'hypothetical', 'negated')),
  day TEXT, when_first TEXT, when_last TEXT, when_start INTEGER, when_end INTEGER,
  where_place INTEGER REFERENCES places, where_start INTEGER, where_end INTEGER,
  attributed_to INTEGER REFERENCES actors, attributed_start INTEGER, attributed_end INTEGER,
  why_entry TEXT, why_rule TEXT, why_words TEXT,
  "of" TEXT NOT NULL,
  low REAL, high REAL,
  qualifier TEXT NOT NULL
    CHECK (qualifier IN ('exact', 'about', 'at_least', 'at_most', 'more_than', 'less_than', 'between')),
  unit TEXT NOT NULL, per TEXT, measure TEXT
) STRICT;
CREATE INDEX figures_story ON figures (story);
CREATE INDEX figures_evidence ON figures (evidence);
CREATE INDEX figures_day ON figures (day, id);
CREATE INDEX figures_measure ON figures (measure, day, id);
CREATE INDEX figures_place ON figures (where_place, measure, day);
CREATE INDEX figures_attributed ON figures (attributed_to) WHERE attributed_to IS NOT NULL;

CREATE TABLE movements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  evidence INTEGER NOT NULL REFERENCES evidence ON DELETE CASCADE,
  factuality TEXT NOT NULL CHECK (factuality IN ('actual', 'future', 'hypothetical', 'negated')),
  day TEXT, when_first TEXT, when_last TEXT, when_start INTEGER, when_end INTEGER,
  where_place INTEGER REFERENCES places, where_start INTEGER, where_end INTEGER,
  attributed_to INTEGER REFERENCES actors, attributed_start INTEGER, attributed_end INTEGER,
  why_entry TEXT, why_rule TEXT, why_words TEXT,
  from_place INTEGER REFERENCES places, from_start INTEGER, from_end INTEGER,
  to_place INTEGER REFERENCES places, to_start INTEGER, to_end INTEGER,
  purpose TEXT
) STRICT;
CREATE INDEX movements_story ON movements (story);
CREATE INDEX movements_evidence ON movements (evidence);
CREATE INDEX movements_day ON movements (day, id);
CREATE INDEX movements_place ON movements (where_place, day, id) WHERE where_place IS NOT NULL;
CREATE INDEX movements_from ON movements (from_place, day, id) WHERE from_place IS NOT NULL;
CREATE INDEX movements_to ON movements (to_place, day, id) WHERE to_place IS NOT NULL;

CREATE TABLE movement_actors (
  movement INTEGER NOT NULL REFERENCES movements ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role = 'who'),
  ordinal INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors,
  start INTEGER, "end" INTEGER,
  day TEXT,
  PRIMARY KEY (movement, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX movement_actors_actor ON movement_actors (actor, role, day, movement);

CREATE TABLE talks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  evidence INTEGER NOT NULL REFERENCES evidence ON DELETE CASCADE,
  factuality TEXT NOT NULL CHECK (factuality IN ('actual', 'future', 'hypothetical', 'negated')),
  day TEXT, when_first TEXT, when_last TEXT, when_start INTEGER, when_end INTEGER,
  where_place INTEGER REFERENCES places, where_start INTEGER, where_end INTEGER,
  attributed_to INTEGER REFERENCES actors, attributed_start INTEGER, attributed_end INTEGER,
  why_entry TEXT, why_rule TEXT, why_words TEXT,
  subject TEXT,
  status TEXT NOT NULL
    CHECK (status IN ('proposed', 'planned', 'under_way', 'stalled', 'agreed', 'failed', 'ended')),
  obstacle TEXT
) STRICT;
CREATE INDEX talks_story ON talks (story);
CREATE INDEX talks_evidence ON talks (evidence);
CREATE INDEX talks_day ON talks (day, id);
CREATE INDEX talks_place ON talks (where_place, day, id) WHERE where_place IS NOT NULL;
CREATE INDEX talks_status ON talks (status, day, id);

CREATE TABLE talks_actors (
  talks INTEGER NOT NULL REFERENCES talks ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('party', 'mediator')),
  ordinal INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors,
  start INTEGER, "end" INTEGER,
  day TEXT,
  PRIMARY KEY (talks, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX talks_actors_actor ON talks_actors (actor, role, day, talks);

CREATE TABLE roles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  evidence INTEGER NOT NULL REFERENCES evidence ON DELETE CASCADE,
  factuality TEXT NOT NULL CHECK (factuality IN ('actual', 'future', 'hypothetical', 'negated')),
  day TEXT, when_first TEXT, when_last TEXT, when_start INTEGER, when_end INTEGER,
  where_place INTEGER REFERENCES places, where_start INTEGER, where_end INTEGER,
  attributed_to INTEGER REFERENCES actors, attributed_start INTEGER, attributed_end INTEGER,
  why_entry TEXT, why_rule TEXT, why_words TEXT,
  person TEXT NOT NULL,
  title TEXT NOT NULL,
  of_actor INTEGER REFERENCES actors, of_start INTEGER, of_end INTEGER
) STRICT;
CREATE INDEX roles_story ON roles (story);
CREATE INDEX roles_evidence ON roles (evidence);
CREATE INDEX roles_day ON roles (day, id);
CREATE INDEX roles_person ON roles (person, day);
CREATE INDEX roles_of ON roles (of_actor) WHERE of_actor IS NOT NULL;

-- Search over words. External content: the words stand in stories, statements and actors only.
CREATE VIRTUAL TABLE stories_text USING fts5 (title, text, content = 'stories', content_rowid = 'id',
                                              tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statements_text USING fts5 (content, content = 'statements', content_rowid = 'id',
                                                 tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE actors_text USING fts5 (name, content = 'actors', content_rowid = 'id',
                                             tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE places_text USING fts5 (name, content = 'places', content_rowid = 'id',
                                             tokenize = 'unicode61 remove_diacritics 2');
