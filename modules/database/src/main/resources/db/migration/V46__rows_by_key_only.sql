-- The planner takes a lot that came after the last statistics for one of a few rows, to which any index leads. Looking for
-- a lot's next rows in the order of the file it then took the index of keys, read the whole lot and sorted it, for each
-- chunk: 15 of 60 seconds of a lot of 100,000 in a register of five million. Who does not ask by key cannot use this one.
DROP INDEX registry.staged_row_key;
CREATE INDEX staged_row_key ON registry.staged_row (submission_id, dedupe_key)
    WHERE dedupe_key IS NOT NULL AND outcome IN ('ACCEPTED', 'UNMATCHED');
