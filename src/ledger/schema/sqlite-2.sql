-- Version 2 of a ledger in SQLite: what reviewers said of records, and indexes for the views of the page.
--
-- A correction stands beside the record and changes nothing in it. It keeps the record as JSON, so that it says what was
-- judged also after the story was read again; from then on `record` is NULL, because rows are numbered anew.
CREATE TABLE corrections (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('event', 'statement', 'figure', 'movement', 'talks', 'role')),
  record   INTEGER,                     -- row of the kind's table, or NULL
  doc      TEXT NOT NULL,               -- the story's own id
  type     TEXT,                        -- the event's, as it was judged
  verdict  TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'fixed', 'withdrawn')),
  changes  TEXT CHECK (changes IS NULL OR json_valid(changes)),  -- the members as they should be; with 'fixed' only
  reviewer TEXT NOT NULL,
  made     TEXT NOT NULL,               -- ISO 8601, UTC
  note     TEXT,
  original TEXT NOT NULL CHECK (json_valid(original)),
  CHECK ((verdict = 'fixed') = (changes IS NOT NULL))
) STRICT;
CREATE INDEX corrections_record ON corrections (kind, record) WHERE record IS NOT NULL;
CREATE INDEX corrections_reviewer ON corrections (reviewer);

CREATE TRIGGER corrections_event AFTER DELETE ON events BEGIN
  UPDATE corrections SET record = NULL WHERE kind = 'event' AND record = old.id;
END;
CREATE TRIGGER corrections_statement AFTER DELETE ON statements BEGIN
  UPDATE corrections SET record = NULL WHERE kind = 'statement' AND record = old.id;
END;
CREATE TRIGGER corrections_figure AFTER DELETE ON figures BEGIN
  UPDATE corrections SET record = NULL WHERE kind = 'figure' AND record = old.id;
END;
CREATE TRIGGER corrections_movement AFTER DELETE ON movements BEGIN
  UPDATE corrections SET record = NULL WHERE kind = 'movement' AND record = old.id;
END;
CREATE TRIGGER corrections_talks AFTER DELETE ON talks BEGIN
  UPDATE corrections SET record = NULL WHERE kind = 'talks' AND record = old.id;
END;
CREATE TRIGGER corrections_role AFTER DELETE ON roles BEGIN
  UPDATE corrections SET record = NULL WHERE kind = 'role' AND record = old.id;
END;

-- What the views count over the whole ledger is read from an index alone, not from rows and texts.
CREATE INDEX events_spot ON events (where_place, type, day, id) WHERE where_place IS NOT NULL;
CREATE INDEX events_mode ON events (mode) WHERE mode IS NOT NULL;
CREATE INDEX figures_series ON figures (measure, unit, per, day, id) WHERE measure IS NOT NULL;
CREATE INDEX stories_source ON stories (source) WHERE current;
