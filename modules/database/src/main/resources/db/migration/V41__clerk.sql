-- The clerk's side (docs/adr/0022): a record entered by hand, what somebody typed and has not sent, and lots that bring
-- rows again which an earlier lot lost.
ALTER TABLE registry.submission DROP CONSTRAINT submission_channel_check;
ALTER TABLE registry.submission ADD CONSTRAINT submission_channel_check CHECK (channel IN ('API','CONSOLE','FORM'));

-- What a person typed, kept for this person alone until it is sent, given up or forgotten.
CREATE TABLE registry.draft (
    user_id    bigint NOT NULL REFERENCES registry.app_user,
    kind       text NOT NULL CHECK (kind IN ('ENTRY','TASK')),   -- a record entered by hand; the form of a task
    key        text NOT NULL,                                    -- of the entry, chosen by its page; of the task
    about      text NOT NULL,                                    -- code of the catalogue item; key of the task
    content    text NOT NULL,                                    -- JSON: field → what was typed
    version    integer NOT NULL DEFAULT 1,
    started_at timestamptz NOT NULL,
    touched_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, kind, key)
);
CREATE INDEX draft_list ON registry.draft (user_id, kind, touched_at DESC, key);
CREATE INDEX draft_age ON registry.draft (touched_at);

-- A lot that corrects another one: the first lot of such a chain is the key under which all of it is found.
CREATE TABLE registry.lot_correction (
    submission_id bigint PRIMARY KEY REFERENCES registry.submission,
    corrects_id   bigint NOT NULL REFERENCES registry.submission,
    first_id      bigint NOT NULL REFERENCES registry.submission,
    CHECK (submission_id <> corrects_id AND submission_id <> first_id)
);
CREATE INDEX lot_correction_first ON registry.lot_correction (first_id);
CREATE INDEX lot_correction_of ON registry.lot_correction (corrects_id);

-- Which row of an earlier lot a row brings again: each once, so that the counts of a chain add up.
CREATE TABLE registry.resent_row (
    origin_id     bigint NOT NULL REFERENCES registry.submission,
    origin_row    integer NOT NULL,
    submission_id bigint NOT NULL REFERENCES registry.lot_correction,
    row_no        integer NOT NULL,
    PRIMARY KEY (origin_id, origin_row)
);
CREATE INDEX resent_row_lot ON registry.resent_row (submission_id);
REVOKE UPDATE, DELETE ON registry.lot_correction, registry.resent_row FROM ${app_role};
