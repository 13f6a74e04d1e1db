-- The inbox: one row per user task, written in the transaction that makes the task (docs/adr/0005).
CREATE TABLE registry.worklist_task (
    id                  text PRIMARY KEY,       -- the engine's task id
    process             text NOT NULL,
    process_instance_id text NOT NULL,
    step                text NOT NULL,
    form                text NOT NULL,
    business_key        text NOT NULL,
    title               text NOT NULL,
    organisation_id     bigint NOT NULL REFERENCES registry.organisation,
    owner_role          text NOT NULL,
    assignee            text,
    assignee_name       text,
    claimed_at          timestamptz,
    created_at          timestamptz NOT NULL,
    due_on              date,
    due_rule            text,
    provisional         boolean NOT NULL DEFAULT false,
    reminded_at         timestamptz,
    state               text NOT NULL CHECK (state IN ('OPEN','DONE','CANCELLED')),
    outcome             text,
    reason              text,
    fields              jsonb,
    decided_by          text,
    decided_name        text,
    decided_at          timestamptz,
    version             integer NOT NULL DEFAULT 0
);
CREATE INDEX worklist_open ON registry.worklist_task (organisation_id, owner_role, due_on, id) WHERE state = 'OPEN';
CREATE INDEX worklist_mine ON registry.worklist_task (assignee, due_on, id) WHERE state = 'OPEN';
CREATE INDEX worklist_done ON registry.worklist_task (decided_by, decided_at DESC) WHERE state = 'DONE';
CREATE INDEX worklist_key ON registry.worklist_task (business_key);
