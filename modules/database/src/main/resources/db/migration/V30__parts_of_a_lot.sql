-- The rows of an approved lot become records in parts side by side (docs/adr/0015): how far each part has come in the
-- present round. A part writes its own row and leaves the lot's alone, so that no part waits for another or for people who
-- settle rows meanwhile; when the round closes, the parts are added up into the lot and go.
CREATE TABLE registry.lot_part (
    submission_id     bigint NOT NULL,      -- no reference: checking it would wait for whoever holds the lot
    part              integer NOT NULL CHECK (part >= 0 AND part < parts),
    parts             integer NOT NULL,
    last_row_admitted integer NOT NULL,
    rows_admitted     integer NOT NULL,     -- of this round
    PRIMARY KEY (submission_id, part)
);

-- Each part finds the row that fails in it by itself.
ALTER TABLE registry.admission_trouble ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE registry.admission_trouble DROP CONSTRAINT admission_trouble_pkey;
ALTER TABLE registry.admission_trouble ADD PRIMARY KEY (submission_id, part);
