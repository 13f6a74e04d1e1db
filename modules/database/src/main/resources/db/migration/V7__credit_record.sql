-- The credit record: aggregate, insert-only content versions, append-only events (I02, I05, design: what always holds 3 and 5).
CREATE SEQUENCE registry.credit_record_seq CACHE 50;

CREATE TABLE registry.credit_record (
    id              bigint PRIMARY KEY,
    record_no       text NOT NULL UNIQUE,
    item_id         bigint NOT NULL REFERENCES registry.catalogue_item,
    item_version_id bigint NOT NULL REFERENCES registry.catalogue_item_version,
    item_code       text NOT NULL,
    organisation_id bigint NOT NULL REFERENCES registry.organisation,
    submission_id   bigint NOT NULL REFERENCES registry.submission,
    row_no          integer NOT NULL,
    subject_id      bigint NOT NULL REFERENCES registry.subject,
    state           text NOT NULL CHECK (state IN ('RECEIVED','IN_REVIEW','RETURNED','UNDETERMINED','HELD','PUBLISHED','ENDED','WITHDRAWN','REPAIRED')),
    section         text CHECK (section IN ('IDENTITY','GOOD','WARNING','ALERT','OTHER')),
    section_rule    text,
    scope           text NOT NULL CHECK (scope IN ('PUBLIC','GOVERNMENT','AUTHORISED','UNDETERMINED')),
    scope_rule      text,
    severity         text,              -- what the supplier stated, as it stands in SupplierStatement
    scope_column     boolean NOT NULL,
    stated_scope     text,
    lot_scope        text,
    standing_scope   text,
    stated_ends_on   date,
    personal_subject boolean NOT NULL,
    disputed        boolean NOT NULL DEFAULT false,
    historic        boolean NOT NULL DEFAULT false,
    title           text NOT NULL,
    legal_basis     text,
    decided_on      date,
    ends_on         date,
    ends_rule       text,
    published_at    timestamptz,
    content_version integer NOT NULL,
    content_hash    text NOT NULL,
    dedupe_key      text NOT NULL,
    entered_by      text NOT NULL,
    reviewed_by     text NOT NULL,
    created_at      timestamptz NOT NULL,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (item_id, organisation_id, dedupe_key),
    CONSTRAINT four_eyes CHECK (entered_by <> reviewed_by),
    -- rule 2: nothing becomes public because a value was missing
    CONSTRAINT public_is_decided CHECK (state <> 'PUBLISHED' OR (scope = 'PUBLIC' AND section IS NOT NULL AND published_at IS NOT NULL)),
    CONSTRAINT held_is_decided CHECK (state <> 'HELD' OR scope IN ('GOVERNMENT','AUTHORISED'))
);
CREATE INDEX credit_record_lot ON registry.credit_record (submission_id, state);
CREATE INDEX credit_record_subject ON registry.credit_record (subject_id);
CREATE INDEX credit_record_ending ON registry.credit_record (ends_on) WHERE state IN ('PUBLISHED','HELD') AND ends_on IS NOT NULL;

CREATE TABLE registry.record_subject (
    record_id  bigint NOT NULL REFERENCES registry.credit_record,
    subject_id bigint NOT NULL REFERENCES registry.subject,
    role       text NOT NULL,
    PRIMARY KEY (record_id, subject_id, role)
);
CREATE INDEX record_subject_subject ON registry.record_subject (subject_id);

CREATE TABLE registry.record_content (
    record_id       bigint NOT NULL,
    version         integer NOT NULL,
    content         jsonb NOT NULL,
    content_hash    text NOT NULL,
    change_kind     text NOT NULL CHECK (change_kind IN ('FIRST','CHANGE','CORRECTION','REVOCATION')),
    item_version_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    submission_id   bigint NOT NULL,
    row_no          integer NOT NULL,
    actor           text NOT NULL,
    recorded_at     timestamptz NOT NULL,
    PRIMARY KEY (record_id, version)
);
REVOKE UPDATE, DELETE ON registry.record_content FROM ${app_role};

-- 谁提供谁更正: content is taken only in a transaction that declares the supplying organisation, and only when an
-- approved lot of that organisation holds exactly this content at this row. One check a statement, not one a row.
CREATE FUNCTION registry.record_content_is_supplied() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    refused bigint;
BEGIN
    SELECT n.record_id INTO refused
      FROM added n
      LEFT JOIN registry.credit_record r ON r.id = n.record_id
      LEFT JOIN registry.submission s ON s.id = n.submission_id
      LEFT JOIN registry.staged_row t
             ON t.submission_id = n.submission_id AND t.row_no = n.row_no AND t.received_at = s.received_at
     WHERE r.id IS NULL
        OR r.organisation_id IS DISTINCT FROM n.organisation_id
        OR n.organisation_id::text IS DISTINCT FROM current_setting('chengxin.supplier', true)
        OR s.id IS NULL
        OR s.organisation_id IS DISTINCT FROM n.organisation_id
        OR s.reviewed_by IS NULL
        OR s.state NOT IN ('PROCESSING','DONE')
        OR t.outcome IS DISTINCT FROM 'ACCEPTED'
        OR t.content IS DISTINCT FROM n.content
     LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'content of record % has no approved lot of its declared supplier behind it', refused
            USING ERRCODE = '23514', CONSTRAINT = 'record_content_is_supplied';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER record_content_is_supplied AFTER INSERT ON registry.record_content
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.record_content_is_supplied();

CREATE SEQUENCE registry.credit_record_event_seq;
GRANT USAGE ON SEQUENCE registry.credit_record_event_seq TO ${app_role};
CREATE TABLE registry.credit_record_event (
    id                  bigint NOT NULL DEFAULT nextval('registry.credit_record_event_seq'),
    record_id           bigint NOT NULL,
    occurred_at         timestamptz NOT NULL,
    type                text NOT NULL,
    from_state          text,
    to_state            text NOT NULL,
    actor               text NOT NULL,
    actor_organisation  bigint,
    process             text,
    process_instance_id text,
    activity            text,
    legal_basis         text,
    reason              text,
    details             jsonb,
    PRIMARY KEY (record_id, id, occurred_at)
) PARTITION BY RANGE (occurred_at);
REVOKE UPDATE, DELETE ON registry.credit_record_event FROM ${app_role};

CREATE TABLE registry.secrecy_ruling (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record_no       text NOT NULL,
    scope           text NOT NULL CHECK (scope IN ('PUBLIC','GOVERNMENT','AUTHORISED')),
    ground          text,
    legal_basis     text NOT NULL,
    reason          text NOT NULL,
    decided_by      text NOT NULL,
    organisation_id bigint NOT NULL,
    decided_at      timestamptz NOT NULL
);
CREATE INDEX secrecy_ruling_record ON registry.secrecy_ruling (record_no);
REVOKE UPDATE, DELETE ON registry.secrecy_ruling FROM ${app_role};
