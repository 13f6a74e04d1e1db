-- What is late is told: owners before the deadline, supervisors after it (docs/adr/0016).
ALTER TABLE registry.worklist_task ADD COLUMN escalated_at timestamptz;
CREATE INDEX worklist_escalated ON registry.worklist_task (organisation_id, due_on, id)
    WHERE state = 'OPEN' AND escalated_at IS NOT NULL;

-- One notice for each event, to the role of an organisation; can only be added to.
CREATE TABLE registry.task_notice (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id         text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('REMINDER','ESCALATION')),
    organisation_id bigint NOT NULL REFERENCES registry.organisation,
    role            text NOT NULL,
    due_on          date NOT NULL,
    due_rule        text,
    occurred_at     timestamptz NOT NULL,
    UNIQUE (task_id, kind)
);
CREATE INDEX task_notice_receiver ON registry.task_notice (organisation_id, role, occurred_at);
REVOKE UPDATE, DELETE ON registry.task_notice FROM ${app_role};

-- Every open task has two timers now: who looks for due jobs must not read all that rest.
CREATE INDEX act_ru_job_due ON engine.act_ru_job (duedate_);

-- What the last checks found and repaired.
CREATE TABLE registry.stuck_check (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    node        text NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    found       jsonb NOT NULL          -- {"GROUP_EMPTY": {"found": 1, "repaired": 0}}
);
REVOKE UPDATE ON registry.stuck_check FROM ${app_role};
CREATE TABLE registry.stuck_finding (
    check_id        bigint NOT NULL REFERENCES registry.stuck_check ON DELETE CASCADE,
    kind            text NOT NULL,
    business_key    text NOT NULL,
    process         text,
    step            text,
    organisation_id bigint,
    role            text,
    since           timestamptz,
    PRIMARY KEY (check_id, kind, business_key)
);
REVOKE UPDATE ON registry.stuck_finding FROM ${app_role};

-- Records that wait for a person or are on their way: few at any time, and found without reading the others.
CREATE INDEX credit_record_in_motion ON registry.credit_record (record_no)
    WHERE state IN ('RECEIVED','IN_REVIEW','UNDETERMINED');
