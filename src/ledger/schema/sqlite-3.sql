-- Version 3 of a ledger in SQLite: tallies, so that what the views show of the whole ledger is read and not counted.
--
-- A tally holds how many events (or parts) there are of each combination of its other columns. The writer adds what a
-- story told when it stores it, and takes it away before it drops the story's records, by the views `told_...`, which
-- say for each story what it adds. '' stands for a type, a mode or a day that there is not; a count of 0 for nothing.

CREATE TABLE event_days (
  type TEXT NOT NULL, day TEXT NOT NULL, events INTEGER NOT NULL,
  PRIMARY KEY (type, day)
) STRICT, WITHOUT ROWID;
CREATE VIEW told_event_days AS
  SELECT story, coalesce(type, '') AS type, coalesce(day, '') AS day FROM events;

-- What one actor did to another; an event with several actors or recipients counts for each pair.
CREATE TABLE actor_pairs (
  day TEXT NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL, type TEXT NOT NULL, mode TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (day, source, target, type, mode)
) STRICT, WITHOUT ROWID;
CREATE VIEW told_actor_pairs AS
  SELECT DISTINCT e.story AS story, e.id AS event, coalesce(e.day, '') AS day, p.actor AS source, q.actor AS target,
                  coalesce(e.type, '') AS type, coalesce(e.mode, '') AS mode
  FROM events e CROSS JOIN event_actors p ON p.event = e.id AND p.role = 'actor'
                CROSS JOIN event_actors q ON q.event = e.id AND q.role = 'recipient' AND q.actor <> p.actor;

-- The same of countries: an event of two actors of one country is one event of the country.
CREATE TABLE country_pairs (
  day TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, type TEXT NOT NULL, mode TEXT NOT NULL,
  factuality TEXT NOT NULL, events INTEGER NOT NULL,
  PRIMARY KEY (day, source, target, type, mode, factuality)
) STRICT, WITHOUT ROWID;
CREATE VIEW told_country_pairs AS
  SELECT DISTINCT e.story AS story, e.id AS event, coalesce(e.day, '') AS day, a.country AS source,
                  b.country AS target, coalesce(e.type, '') AS type, coalesce(e.mode, '') AS mode,
                  e.factuality AS factuality
  FROM events e CROSS JOIN event_actors p ON p.event = e.id AND p.role = 'actor'
                CROSS JOIN actors a ON a.id = p.actor AND a.country <> ''
                CROSS JOIN event_actors q ON q.event = e.id AND q.role = 'recipient'
                CROSS JOIN actors b ON b.id = q.actor AND b.country <> '' AND b.country <> a.country;

-- In how many events a country acts, or has something done to it.
CREATE TABLE country_parts (
  country TEXT NOT NULL, role TEXT NOT NULL, day TEXT NOT NULL, events INTEGER NOT NULL,
  PRIMARY KEY (country, role, day)
) STRICT, WITHOUT ROWID;
CREATE VIEW told_country_parts AS
  SELECT DISTINCT e.story AS story, e.id AS event, a.country AS country, p.role AS role, coalesce(e.day, '') AS day
  FROM events e CROSS JOIN event_actors p ON p.event = e.id CROSS JOIN actors a ON a.id = p.actor AND a.country <> '';

-- How often an actor takes part in events, statements, movements and talks.
CREATE TABLE actor_parts (actor INTEGER PRIMARY KEY, events INTEGER NOT NULL) STRICT;
CREATE VIEW told_actor_parts AS
  SELECT r.story AS story, p.actor AS actor FROM events r CROSS JOIN event_actors p ON p.event = r.id UNION ALL
  SELECT r.story, p.actor FROM statements r CROSS JOIN statement_actors p ON p.statement = r.id UNION ALL
  SELECT r.story, p.actor FROM movements r CROSS JOIN movement_actors p ON p.movement = r.id UNION ALL
  SELECT r.story, p.actor FROM talks r CROSS JOIN talks_actors p ON p.talks = r.id;

-- What is there already.
INSERT INTO event_days SELECT type, day, count(*) FROM told_event_days GROUP BY type, day;
INSERT INTO actor_pairs
  SELECT day, source, target, type, mode, count(*) FROM told_actor_pairs GROUP BY day, source, target, type, mode;
INSERT INTO country_pairs
  SELECT day, source, target, type, mode, factuality, count(*) FROM told_country_pairs
  GROUP BY day, source, target, type, mode, factuality;
INSERT INTO country_parts
  SELECT country, role, day, count(*) FROM told_country_parts GROUP BY country, role, day;
INSERT INTO actor_parts SELECT actor, count(*) FROM told_actor_parts GROUP BY actor;

-- The views of a time or of a type, and the routes of the map, are read from an index alone.
DROP INDEX events_day;
CREATE INDEX events_day ON events (day, id, type, mode, where_place);
DROP INDEX events_type;
CREATE INDEX events_type ON events (type, day, id, mode, where_place);
CREATE INDEX movements_route ON movements (from_place, to_place, day, id);
