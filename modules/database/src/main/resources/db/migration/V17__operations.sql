-- What an operator watches must cost the same with ten records and with ten million.

-- How many records are in each state: every statement that changes records leaves its difference, one row a state, and
-- whoever reads adds them up and packs them. A counter that is updated in place would make all lots wait for each other.
CREATE TABLE registry.record_state_change (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state  text NOT NULL,
    change bigint NOT NULL
);

CREATE FUNCTION registry.count_added_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry.record_state_change (state, change) SELECT state, count(*) FROM added GROUP BY state;
    RETURN NULL;
END $$;
CREATE FUNCTION registry.count_changed_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry.record_state_change (state, change)
    SELECT state, sum(n) FROM (SELECT state, 1 AS n FROM after_it UNION ALL SELECT state, -1 FROM before_it) c
     GROUP BY state HAVING sum(n) <> 0;
    RETURN NULL;
END $$;
CREATE FUNCTION registry.count_removed_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry.record_state_change (state, change) SELECT state, -count(*) FROM removed GROUP BY state;
    RETURN NULL;
END $$;
CREATE TRIGGER count_added_records AFTER INSERT ON registry.credit_record
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.count_added_records();
CREATE TRIGGER count_changed_records AFTER UPDATE ON registry.credit_record
    REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it
    FOR EACH STATEMENT EXECUTE FUNCTION registry.count_changed_records();
CREATE TRIGGER count_removed_records AFTER DELETE ON registry.credit_record
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION registry.count_removed_records();
INSERT INTO registry.record_state_change (state, change)
    SELECT state, count(*) FROM registry.credit_record GROUP BY state;

CREATE INDEX submission_state ON registry.submission (state);
CREATE INDEX worklist_age ON registry.worklist_task (created_at, due_on) WHERE state = 'OPEN';

-- A lot of which a chunk failed: the next try takes fewer rows, until the one that fails alone is found.
CREATE TABLE registry.admission_trouble (
    submission_id bigint PRIMARY KEY,       -- no reference: it is written while the failed chunk still holds the lot
    chunk         integer NOT NULL,
    until_row     integer NOT NULL,
    culprit       integer,
    cause         text
);
-- Accepted rows that failed alone; their lot went on without them. An administrator lets them be tried again.
CREATE TABLE registry.set_aside_row (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission_id bigint NOT NULL REFERENCES registry.submission,
    row_no        integer NOT NULL,
    cause         text,
    set_aside_at  timestamptz NOT NULL,
    retried_at    timestamptz,
    retried_by    text
);
CREATE INDEX set_aside_row_open ON registry.set_aside_row (id) WHERE retried_at IS NULL;
CREATE INDEX set_aside_row_lot ON registry.set_aside_row (submission_id);
REVOKE DELETE ON registry.set_aside_row FROM ${app_role};
