-- The working days of a year, as the State Council's yearly notice arranges them, kept by an administrator (docs/adr/0016).
-- The years that come with a version are put in by R__shipped_calendars; none is ever written over by it.
CREATE TABLE registry.calendar_year (
    year         integer PRIMARY KEY CHECK (year BETWEEN 1949 AND 2999),
    source       text NOT NULL,
    holidays     jsonb NOT NULL,        -- [{"name", "from", "to"}]
    make_up_days jsonb NOT NULL,        -- ["2026-01-04"]
    revision     integer NOT NULL DEFAULT 0,
    changed_by   text,                  -- null for a year that came with the version
    changed_at   timestamptz NOT NULL
);
REVOKE DELETE ON registry.calendar_year FROM ${app_role};

ALTER TABLE registry.administration_event DROP CONSTRAINT administration_event_object_kind_check;
ALTER TABLE registry.administration_event ADD CONSTRAINT administration_event_object_kind_check
    CHECK (object_kind IN ('ITEM','SUPPLIER','CODE_TABLE','ORGANISATION','ACCOUNT','CALENDAR'));

-- What a deadline was counted from, so that it can be counted again when a calendar arrives or changes.
ALTER TABLE registry.worklist_task ADD COLUMN due_term text, ADD COLUMN due_from date;
UPDATE registry.worklist_task
   SET due_term = CASE step WHEN 'DecideDisclosure' THEN 'SECRECY_RULING' ELSE 'LOT_REVIEW' END,
       due_from = (created_at AT TIME ZONE 'Asia/Shanghai')::date
 WHERE due_on IS NOT NULL;
