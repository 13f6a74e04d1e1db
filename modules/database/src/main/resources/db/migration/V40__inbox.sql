-- The inbox by what its tasks are about, who had a task and since when, and who stands in for whom (docs/adr/0020).

-- What a task is about, as it was when the task began: written with the row, wherever that is written.
ALTER TABLE registry.worklist_task
    ADD COLUMN item_code     text,
    ADD COLUMN submission_id bigint,
    ADD COLUMN findings      text[];        -- rules by which something was found in the lot, or in the record's row

CREATE FUNCTION registry.describe_task() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lot_received timestamptz;
    of_row integer;
BEGIN
    IF NEW.process = 'Submission' THEN
        SELECT s.id, s.item_code, s.received_at INTO NEW.submission_id, NEW.item_code, lot_received
          FROM registry.submission s WHERE s.no = NEW.business_key;
    ELSE
        SELECT s.id, c.item_code, s.received_at, c.row_no
          INTO NEW.submission_id, NEW.item_code, lot_received, of_row
          FROM registry.credit_record c JOIN registry.submission s ON s.id = c.submission_id
         WHERE c.record_no = NEW.business_key;
    END IF;
    IF of_row IS NULL THEN
        SELECT array_agg(DISTINCT f.rule) INTO NEW.findings FROM registry.finding f
         WHERE f.submission_id = NEW.submission_id AND f.received_at = lot_received;
    ELSE
        SELECT array_agg(DISTINCT f.rule) INTO NEW.findings FROM registry.finding f
         WHERE f.submission_id = NEW.submission_id AND f.received_at = lot_received AND f.row_no = of_row;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER describe_task BEFORE INSERT ON registry.worklist_task
    FOR EACH ROW EXECUTE FUNCTION registry.describe_task();

UPDATE registry.worklist_task t SET item_code = s.item_code, submission_id = s.id
  FROM registry.submission s WHERE t.process = 'Submission' AND s.no = t.business_key;
UPDATE registry.worklist_task t SET item_code = c.item_code, submission_id = c.submission_id
  FROM registry.credit_record c WHERE t.process <> 'Submission' AND c.record_no = t.business_key;
UPDATE registry.worklist_task t SET findings = f.rules
  FROM (SELECT f.submission_id, array_agg(DISTINCT f.rule) AS rules FROM registry.finding f GROUP BY 1) f
 WHERE t.process = 'Submission' AND t.state = 'OPEN' AND f.submission_id = t.submission_id;
UPDATE registry.worklist_task t SET findings = f.rules
  FROM (SELECT c.record_no, array_agg(DISTINCT f.rule) AS rules FROM registry.worklist_task o
          JOIN registry.credit_record c ON c.record_no = o.business_key
          JOIN registry.finding f ON f.submission_id = c.submission_id AND f.row_no = c.row_no
         WHERE o.state = 'OPEN' GROUP BY 1) f
 WHERE t.state = 'OPEN' AND f.record_no = t.business_key;

-- A filter is read from the place in its index where the page begins, or gives few tasks that are ordered then.
CREATE INDEX worklist_item ON registry.worklist_task
    (organisation_id, owner_role, item_code, (coalesce(due_on, DATE '9999-12-31')), id) WHERE state = 'OPEN';
CREATE INDEX worklist_of_lot ON registry.worklist_task
    (submission_id, (coalesce(due_on, DATE '9999-12-31')), id) WHERE state = 'OPEN';
CREATE INDEX worklist_findings ON registry.worklist_task USING gin (findings) WHERE state = 'OPEN';
CREATE INDEX worklist_lots ON registry.worklist_task (organisation_id, submission_id)
    WHERE state = 'OPEN' AND process = 'Submission';
-- What people of an organisation have, the longest first.
CREATE INDEX worklist_held ON registry.worklist_task (organisation_id, claimed_at, id)
    WHERE state = 'OPEN' AND assignee IS NOT NULL;

-- Who took a task, gave it back, got it from whom and why; can only be added to.
CREATE TABLE registry.task_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id     text NOT NULL,
    occurred_at timestamptz NOT NULL,
    act         text NOT NULL CHECK (act IN ('CLAIM','RELEASE','TAKE_OVER','REASSIGN','RETURN_TO_POOL')),
    actor       text NOT NULL,
    actor_name  text NOT NULL,
    from_user   text,
    from_name   text,
    to_user     text,
    to_name     text,
    reason      text,
    CHECK (reason IS NOT NULL OR act NOT IN ('REASSIGN','RETURN_TO_POOL'))
);
CREATE INDEX task_event_task ON registry.task_event (task_id, id);
REVOKE UPDATE, DELETE ON registry.task_event FROM ${app_role};

-- Who stands in for whom: from the first day to the last, both in; ended before that by hand. Nothing else of it changes.
CREATE TABLE registry.stand_in (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES registry.organisation,
    absent          text NOT NULL,
    absent_name     text NOT NULL,
    stand_in        text NOT NULL,
    stand_in_name   text NOT NULL,
    from_day        date NOT NULL,
    until_day       date NOT NULL,
    entered_by      text NOT NULL,
    entered_name    text NOT NULL,
    entered_at      timestamptz NOT NULL,
    ended_by        text,
    ended_at        timestamptz,
    CHECK (absent <> stand_in),
    CHECK (until_day >= from_day),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX stand_in_now ON registry.stand_in (stand_in, until_day) WHERE ended_at IS NULL;
CREATE INDEX stand_in_list ON registry.stand_in (organisation_id, until_day DESC, id DESC);
REVOKE UPDATE, DELETE ON registry.stand_in FROM ${app_role};
GRANT UPDATE (ended_by, ended_at) ON registry.stand_in TO ${app_role};

-- Filters that somebody gave a name.
CREATE TABLE registry.saved_filter (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username text NOT NULL,
    name     text NOT NULL,
    query    text NOT NULL,         -- the address of the list behind its question mark
    saved_at timestamptz NOT NULL,
    UNIQUE (username, name)
);
