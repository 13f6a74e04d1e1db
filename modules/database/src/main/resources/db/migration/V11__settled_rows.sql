-- Rows that go on later: the supplier accepts, changes or drops what was doubtful or wrong; the credit centre says whom
-- a row is about. What is settled after its lot was approved goes on in a further round of the same lot.
ALTER TABLE registry.submission
    ADD COLUMN round          integer NOT NULL DEFAULT 0,
    ADD COLUMN pending_rows   integer NOT NULL DEFAULT 0,      -- settled, for the next round
    ADD COLUMN pending_review boolean NOT NULL DEFAULT false,  -- the supplier changed something: its reviewer looks again
    ADD COLUMN round_review   boolean NOT NULL DEFAULT true;   -- the present round needs a review

ALTER TABLE registry.staged_row
    ADD COLUMN round      integer NOT NULL DEFAULT 0,
    ADD COLUMN entered_by text,                                -- who settled it for the supplier; null: who sent the lot
    ADD COLUMN neutral_key text;                               -- of unmatched rows: the key's parts without the subject

-- The credit centre's queue, read in the order of the names; small, since it holds only what waits.
CREATE INDEX staged_row_unmatched ON registry.staged_row (coalesce(subject_name, ''), coalesce(subject_code, ''), submission_id, row_no)
    WHERE outcome = 'UNMATCHED';
CREATE INDEX staged_row_waiting ON registry.staged_row (submission_id, row_no) WHERE outcome = 'UNMATCHED';

-- Who settled which row how, and what it was before: nothing of a supplier's row is lost.
CREATE TABLE registry.row_settlement (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission_id   bigint NOT NULL REFERENCES registry.submission,
    row_no          integer NOT NULL,
    round           integer NOT NULL,
    action          text NOT NULL CHECK (action IN ('KEEP','SUGGESTIONS','CHANGE','DROP','MATCH','PROVISIONAL','RETURN','REMATCH','REVIEW_RETURN')),
    reason          text,
    actor           text NOT NULL,
    actor_name      text NOT NULL,
    organisation_id bigint,                -- null: the system, because a subject was registered
    settled_at      timestamptz NOT NULL,
    outcome_before  text NOT NULL,
    content_before  jsonb,
    findings_before jsonb,
    changes         jsonb                  -- field → value, as the supplier gave it
);
CREATE INDEX row_settlement_row ON registry.row_settlement (submission_id, row_no);
REVOKE UPDATE, DELETE ON registry.row_settlement FROM ${app_role};
