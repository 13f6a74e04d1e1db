-- What each source says about the identity of a subject, side by side (F13), and which of them holds (F15). The register
-- keeps what the losing source said; its record stays as it is.
CREATE TABLE registry.subject_fact (
    subject_id      bigint NOT NULL REFERENCES registry.subject,
    attribute       text NOT NULL CHECK (attribute IN ('LEGAL_REPRESENTATIVE','ADDRESS','ESTABLISHED_ON','SUBJECT_STATUS','REGISTERED_CAPITAL')),
    organisation_id bigint NOT NULL REFERENCES registry.organisation,
    item_code       text NOT NULL,
    value           text NOT NULL,
    value_key       text NOT NULL,          -- the form in which values are compared
    stated_on       date,                   -- day of the decision or of the assessment; null: unknown
    received_at     timestamptz NOT NULL,
    record_no       text NOT NULL,
    PRIMARY KEY (subject_id, attribute, organisation_id, item_code)
);

-- Which source is believed first; what is not listed comes after all that is. The registration authority answers for the
-- identity of those it registers (企业信息公示暂行条例 第6条).
CREATE TABLE registry.source_rank (
    item_code text NOT NULL,
    attribute text NOT NULL,
    rank      integer NOT NULL,
    PRIMARY KEY (item_code, attribute)
);
INSERT INTO registry.source_rank (item_code, attribute, rank)
SELECT 'REG-BASIC', a, 1 FROM unnest(ARRAY['LEGAL_REPRESENTATIVE','ADDRESS','ESTABLISHED_ON','SUBJECT_STATUS','REGISTERED_CAPITAL']) AS a;

-- Where sources differ; kept with the facts, so that the list costs nothing however many facts there are.
CREATE TABLE registry.subject_conflict (
    subject_id bigint NOT NULL REFERENCES registry.subject,
    attribute  text NOT NULL,
    found_at   timestamptz NOT NULL,
    PRIMARY KEY (subject_id, attribute)
);
CREATE INDEX subject_conflict_latest ON registry.subject_conflict (found_at DESC, subject_id DESC, attribute);
