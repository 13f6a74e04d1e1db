-- Lots: the file, its raw rows, what each row became, and the findings (F01, F02, F22).
CREATE SEQUENCE registry.submission_seq START WITH 50 INCREMENT BY 50;
CREATE SEQUENCE registry.submission_number_seq;

CREATE TABLE registry.submission (
    id                bigint PRIMARY KEY,
    no                text NOT NULL UNIQUE,
    item_id           bigint NOT NULL REFERENCES registry.catalogue_item,
    item_code         text NOT NULL,
    item_version_id   bigint NOT NULL REFERENCES registry.catalogue_item_version,
    organisation_id   bigint NOT NULL REFERENCES registry.organisation,
    submitted_by      text NOT NULL,
    submitted_name    text NOT NULL,
    channel           text NOT NULL CHECK (channel IN ('API','CONSOLE')),
    file_name         text,
    media_type        text NOT NULL,
    content_sha256    text NOT NULL,
    size_bytes        bigint NOT NULL,
    encoding          text,
    idempotency_key   text,
    lot_scope         text CHECK (lot_scope IN ('PUBLIC','GOVERNMENT','AUTHORISED')),
    historic_document text,
    mapping           jsonb NOT NULL,   -- the mapping used, kept as provenance
    cleaning          jsonb,            -- how often each cleaning rule was applied
    state             text NOT NULL CHECK (state IN ('RECEIVED','CHECKING','IN_REVIEW','RETURNED','PROCESSING','DONE','REFUSED')),
    received          integer NOT NULL DEFAULT 0,
    accepted          integer NOT NULL DEFAULT 0,
    rejected          integer NOT NULL DEFAULT 0,
    suspect           integer NOT NULL DEFAULT 0,
    unmatched         integer NOT NULL DEFAULT 0,
    rows_checked      integer NOT NULL DEFAULT 0,   -- raw rows looked at so far
    last_row_checked  integer NOT NULL DEFAULT 0,
    rows_admitted     integer NOT NULL DEFAULT 0,   -- accepted rows that have become records
    last_row_admitted integer NOT NULL DEFAULT 0,
    reviewed_by       text,
    reviewed_name     text,
    reviewed_at       timestamptz,
    review_reason     text,
    received_at       timestamptz NOT NULL,
    closed_at         timestamptz,
    version           integer NOT NULL DEFAULT 0,
    CONSTRAINT four_eyes CHECK (reviewed_by IS NULL OR reviewed_by <> submitted_by)
);
-- The same lot sent twice makes nothing twice; a returned or refused one may come again.
CREATE UNIQUE INDEX submission_key ON registry.submission (organisation_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX submission_content ON registry.submission (organisation_id, item_id, content_sha256) WHERE state NOT IN ('RETURNED','REFUSED');
CREATE INDEX submission_list ON registry.submission (organisation_id, id DESC);

CREATE TABLE registry.submission_file (
    submission_id bigint NOT NULL REFERENCES registry.submission,
    seq           integer NOT NULL,
    bytes         bytea NOT NULL,
    PRIMARY KEY (submission_id, seq)
);
ALTER TABLE registry.submission_file ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE registry.raw_row (
    submission_id bigint NOT NULL,
    received_at   timestamptz NOT NULL,
    row_no        integer NOT NULL,
    cells         text NOT NULL,        -- JSON array of the cells as read
    PRIMARY KEY (submission_id, row_no, received_at)
) PARTITION BY RANGE (received_at);

CREATE TABLE registry.staged_row (
    submission_id bigint NOT NULL,
    received_at   timestamptz NOT NULL,
    row_no        integer NOT NULL,
    outcome       text NOT NULL CHECK (outcome IN ('ACCEPTED','REJECTED','SUSPECT','UNMATCHED')),
    content       jsonb,
    content_hash  text,
    dedupe_key    text,
    record_no     text,                 -- number and key reserved for the record, or those of the existing one
    record_id     bigint,
    makes_nothing boolean NOT NULL DEFAULT false,   -- the same content is on record already
    subject_id    bigint,
    subject_name  text,
    subject_code  text,
    title         text,
    legal_basis   text,
    decided_on    date,
    ends_on       date,                 -- as stated, or as it follows from the stated months
    severity      text,
    scope_column  boolean NOT NULL DEFAULT false,   -- the file has such a column; blank in it means undetermined
    stated_scope  text,
    PRIMARY KEY (submission_id, row_no, received_at)
) PARTITION BY RANGE (received_at);

CREATE TABLE registry.finding (
    submission_id bigint NOT NULL,
    received_at   timestamptz NOT NULL,
    row_no        integer NOT NULL,
    seq           integer NOT NULL,
    field         text,
    value         text,
    rule          text NOT NULL,
    severity      text NOT NULL CHECK (severity IN ('ERROR','SUSPECT','WARNING','INFO')),
    args          jsonb,
    suggestion    text,
    PRIMARY KEY (submission_id, row_no, seq, received_at)
) PARTITION BY RANGE (received_at);
