-- Identifiers and names over time with their source, provisional subjects and merging, persons behind organisations
-- (C01-C04, A07, A08; design "Subjects").
ALTER TABLE registry.subject
    ADD COLUMN merged_into bigint REFERENCES registry.subject,  -- always the subject that is left, never a chain
    ADD COLUMN without_code_reason text,                        -- why it has no code (C02: optional with reason)
    ADD CONSTRAINT merged_has_no_code CHECK (merged_into IS NULL OR code IS NULL);
CREATE INDEX subject_merged ON registry.subject (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX subject_provisional ON registry.subject (id) WHERE provisional AND merged_into IS NULL;

ALTER TABLE registry.subject_identifier
    ADD COLUMN valid_to               date,     -- null while it holds
    ADD COLUMN source_organisation_id bigint REFERENCES registry.organisation,
    ADD COLUMN source_submission_id   bigint REFERENCES registry.submission,
    ADD COLUMN recorded_at            timestamptz,
    DROP CONSTRAINT subject_identifier_kind_check,
    ADD CONSTRAINT subject_identifier_kind_check CHECK (kind IN ('UNIFIED','REGISTRATION','REGISTRATION_COOPERATIVE',
        'REGISTRATION_OLDER','ORGANISATION','TAXPAYER','CITIZEN_ID'));
UPDATE registry.subject_identifier i SET recorded_at = s.created_at FROM registry.subject s WHERE s.id = i.subject_id;
ALTER TABLE registry.subject_identifier ALTER COLUMN recorded_at SET NOT NULL;
-- a citizen's number that an individual business pays taxes under does not make the business that person
UPDATE registry.subject_identifier i SET kind = 'TAXPAYER'
  FROM registry.subject s
 WHERE s.id = i.subject_id AND i.kind = 'CITIZEN_ID' AND s.kind <> 'PERSON'
   AND NOT EXISTS (SELECT 1 FROM registry.subject_identifier o WHERE o.kind = 'TAXPAYER' AND o.value = i.value);

-- a name may come back after another one, so that a subject may hold it twice
ALTER TABLE registry.subject_name
    DROP CONSTRAINT subject_name_pkey,
    ADD COLUMN id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ADD COLUMN valid_from             date,     -- null where nobody said
    ADD COLUMN valid_to               date,
    ADD COLUMN source_organisation_id bigint REFERENCES registry.organisation,
    ADD COLUMN source_submission_id   bigint REFERENCES registry.submission,
    ADD COLUMN recorded_at            timestamptz;
UPDATE registry.subject_name n SET recorded_at = s.created_at FROM registry.subject s WHERE s.id = n.subject_id;
ALTER TABLE registry.subject_name ALTER COLUMN recorded_at SET NOT NULL;
CREATE UNIQUE INDEX subject_name_current ON registry.subject_name (subject_id) WHERE NOT former;
CREATE INDEX subject_name_subject ON registry.subject_name (subject_id, normalised);
-- officials look for fragments of names too, as the public does
CREATE INDEX subject_name_bigrams ON registry.subject_name USING gin (publication.bigrams(normalised));

-- who stands for an organisation: a person's record can be shown with the organisation (C04)
CREATE TABLE registry.subject_relation (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id              bigint NOT NULL REFERENCES registry.subject,
    organisation_id        bigint NOT NULL REFERENCES registry.subject,  -- the subject the person stands for
    role                   text NOT NULL CHECK (role IN ('LEGAL_REPRESENTATIVE','PERSON_IN_CHARGE')),
    valid_from             date,
    valid_to               date,
    source_organisation_id bigint REFERENCES registry.organisation,
    source_submission_id   bigint REFERENCES registry.submission,
    recorded_at            timestamptz NOT NULL,
    CHECK (person_id <> organisation_id)
);
CREATE UNIQUE INDEX subject_relation_current ON registry.subject_relation (organisation_id, role, person_id)
    WHERE valid_to IS NULL;
CREATE INDEX subject_relation_person ON registry.subject_relation (person_id);

-- two subjects that may be one; a person of the credit centre says whether they are
CREATE TABLE registry.subject_merge_candidate (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject_id    bigint NOT NULL REFERENCES registry.subject,
    other_id      bigint NOT NULL REFERENCES registry.subject,
    reason        text NOT NULL CHECK (reason IN ('SAME_NAME','CODES_CONTRADICT','CODES_OF_BOTH')),
    found_at      timestamptz NOT NULL,
    source_submission_id bigint REFERENCES registry.submission,
    resolution    text CHECK (resolution IN ('MERGED','DIFFERENT')),
    resolved_at   timestamptz,
    resolved_by   text,
    resolved_why  text,
    CHECK (subject_id < other_id),
    CHECK ((resolution IS NULL) = (resolved_at IS NULL)),
    UNIQUE (subject_id, other_id)
);
CREATE INDEX subject_merge_candidate_open ON registry.subject_merge_candidate (id) WHERE resolution IS NULL;
CREATE INDEX subject_merge_candidate_other ON registry.subject_merge_candidate (other_id);

CREATE TABLE registry.subject_event (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject_id         bigint NOT NULL REFERENCES registry.subject,
    occurred_at        timestamptz NOT NULL,
    type               text NOT NULL CHECK (type IN ('PROVISIONAL_OPENED','REGISTRATION_ARRIVED','MERGED_INTO','MERGED_FROM')),
    other_id           bigint REFERENCES registry.subject,
    actor              text NOT NULL,
    actor_organisation bigint,
    submission_id      bigint,
    reason             text
);
CREATE INDEX subject_event_subject ON registry.subject_event (subject_id, id);
REVOKE UPDATE, DELETE ON registry.subject_event FROM ${app_role};

-- the roles a subject may have in a record, in the words of the law
UPDATE registry.record_subject SET role = 'COUNTERPARTY' WHERE role = 'PRINCIPAL';
ALTER TABLE registry.record_subject ADD CONSTRAINT record_subject_role_check
    CHECK (role IN ('COUNTERPARTY','RESPONSIBLE_PERSON','LEGAL_REPRESENTATIVE','PERSON_IN_CHARGE'));

-- natural persons are never found anonymously (A08), whatever the application would write
ALTER TABLE publication.public_subject ADD CONSTRAINT no_natural_person CHECK (kind <> 'PERSON');
