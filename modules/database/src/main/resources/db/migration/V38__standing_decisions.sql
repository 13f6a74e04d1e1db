-- Decisions that take effect after a while, so that who decided can undo them until then (docs/adr/0019).
ALTER TABLE registry.worklist_task ADD COLUMN takes_effect_at timestamptz
    CONSTRAINT only_what_is_decided_stands CHECK (takes_effect_at IS NULL OR state = 'DONE');
-- Those that stand: a minute's worth, however many tasks there are.
CREATE INDEX worklist_standing ON registry.worklist_task (takes_effect_at) WHERE takes_effect_at IS NOT NULL;

-- What was decided and came to nothing; can only be added to.
CREATE TABLE registry.withdrawn_decision (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id      text NOT NULL,
    outcome      text,
    reason       text,
    fields       jsonb,
    decided_by   text NOT NULL,
    decided_name text,
    decided_at   timestamptz NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    cause        text NOT NULL          -- UNDONE by who decided, or the code of what refused it when it was to take effect
);
CREATE INDEX withdrawn_decision_task ON registry.withdrawn_decision (task_id, id);
REVOKE UPDATE, DELETE ON registry.withdrawn_decision FROM ${app_role};
