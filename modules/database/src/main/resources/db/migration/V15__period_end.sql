-- Periods end (period-end.bpmn, 国家发展改革委令第36号: at the longest period disclosure stops by itself).
-- Also those end that still wait for a person: their states stand in the index, or each run would read the table.
DROP INDEX registry.credit_record_ending;
CREATE INDEX credit_record_ending ON registry.credit_record (ends_on, id)
    WHERE state IN ('IN_REVIEW','UNDETERMINED','HELD','PUBLISHED') AND ends_on IS NOT NULL;
-- the certificate asks of all records whose last day lies in the days of a run, whatever became of them
CREATE INDEX credit_record_last_day ON registry.credit_record (ends_on) WHERE ends_on IS NOT NULL;

-- One row a run: what it found, what it did, and what the portal's own rule still showed afterwards.
CREATE TABLE registry.period_end_run (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    process_instance_id text NOT NULL UNIQUE,
    from_day            date NOT NULL,          -- first and last of the last visible days that this run looked at
    until_day           date NOT NULL,
    due                 bigint NOT NULL,        -- records past their day when it began
    ended               bigint NOT NULL,        -- of them, ended by this run; another one may have taken the rest
    left_over           bigint NOT NULL,        -- past their day and not ended when it finished
    past_day            bigint NOT NULL,        -- still public past their day by the portal's view; must be 0
    started_at          timestamptz NOT NULL,
    finished_at         timestamptz NOT NULL,
    node                text NOT NULL,
    CHECK (from_day <= until_day)
);
REVOKE UPDATE, DELETE ON registry.period_end_run FROM ${app_role};

-- The same for everybody, without what is of no concern to the public.
CREATE TABLE publication.period_end_certificate (
    run_id      bigint PRIMARY KEY,
    from_day    date NOT NULL,
    until_day   date NOT NULL,
    due         bigint NOT NULL,
    ended       bigint NOT NULL,
    past_day    bigint NOT NULL,
    finished_at timestamptz NOT NULL
);
REVOKE UPDATE, DELETE ON publication.period_end_certificate FROM ${app_role};
