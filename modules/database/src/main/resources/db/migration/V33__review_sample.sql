-- The random sample of a lot's review (docs/adr/0017): drawn once a review, kept, and the same for everybody.
CREATE TABLE registry.lot_sample (
    submission_id     bigint NOT NULL REFERENCES registry.submission,
    round             integer NOT NULL,
    review            text NOT NULL UNIQUE,           -- the task in which it is looked at
    lot_size          integer NOT NULL,               -- N: the rows of this review in which nothing was found
    inspection_level  text NOT NULL,                  -- GB/T 2828.1-2012 table 1
    aql               numeric(6, 3) NOT NULL,         -- acceptance quality limit, rows with an error in a hundred
    code_letter       text NOT NULL,                  -- of the plan
    sample_size       integer NOT NULL,               -- n: table 2-A, never more than N
    acceptance_number integer NOT NULL,               -- Ac: table 2-A
    seed              bigint NOT NULL,                -- the sample are the n first rows by md5(seed:row)
    drawn_for         text NOT NULL,
    drawn_at          timestamptz NOT NULL,
    PRIMARY KEY (submission_id, round),
    CHECK (sample_size BETWEEN 0 AND lot_size)
);

CREATE TABLE registry.lot_sample_row (
    submission_id bigint NOT NULL,
    round         integer NOT NULL,
    row_no        integer NOT NULL,
    PRIMARY KEY (submission_id, round, row_no),
    FOREIGN KEY (submission_id, round) REFERENCES registry.lot_sample
);

-- Who looked at which row of it, first.
CREATE TABLE registry.lot_sample_look (
    submission_id bigint NOT NULL,
    round         integer NOT NULL,
    row_no        integer NOT NULL,
    actor         text NOT NULL,
    actor_name    text NOT NULL,
    seen_at       timestamptz NOT NULL,
    PRIMARY KEY (submission_id, round, actor, row_no),
    FOREIGN KEY (submission_id, round, row_no) REFERENCES registry.lot_sample_row
);
REVOKE UPDATE, DELETE ON registry.lot_sample, registry.lot_sample_row, registry.lot_sample_look FROM ${app_role};
