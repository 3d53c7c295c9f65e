-- Version 4 of a ledger in SQLite: provinces, so that a question for one finds what happened in its towns; and the days of
-- what a source claims, so that the newest are found from an index alone.
--
-- The names of the province that the place is or lies in, as the gazetteer of the model has them, parted by '|'; '' where
-- it knows none. A place that was kept before gets them when a story names it again.
ALTER TABLE places ADD COLUMN province TEXT NOT NULL DEFAULT '';
CREATE INDEX places_province ON places (province) WHERE province <> '';

DROP INDEX events_attributed;
CREATE INDEX events_attributed ON events (attributed_to, day, id) WHERE attributed_to IS NOT NULL;
DROP INDEX figures_attributed;
CREATE INDEX figures_attributed ON figures (attributed_to, day, id) WHERE attributed_to IS NOT NULL;
