-- Subjects with their identifiers and names over time (C01-C04, A07, A08).
CREATE SEQUENCE registry.subject_seq START WITH 500 INCREMENT BY 500;

CREATE TABLE registry.subject (
    id            bigint PRIMARY KEY,
    public_id     text NOT NULL UNIQUE,
    kind          text NOT NULL CHECK (kind IN ('ENTERPRISE','INDIVIDUAL_BUSINESS','OTHER_ORGANISATION','GOVERNMENT_BODY','REPRESENTATIVE_OFFICE','PERSON')),
    name          text NOT NULL,
    code          text,                 -- unified social credit code; null for those without one
    division_code text,
    status        text,
    out_of_region boolean NOT NULL DEFAULT false,
    provisional   boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    version       integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX subject_code ON registry.subject (code) WHERE code IS NOT NULL;

CREATE TABLE registry.subject_identifier (
    subject_id bigint NOT NULL REFERENCES registry.subject,
    kind       text NOT NULL CHECK (kind IN ('UNIFIED','REGISTRATION','REGISTRATION_COOPERATIVE','ORGANISATION','TAXPAYER','CITIZEN_ID')),
    value      text NOT NULL,
    valid_from date,
    PRIMARY KEY (kind, value)
);
CREATE INDEX subject_identifier_subject ON registry.subject_identifier (subject_id);
CREATE INDEX subject_identifier_value ON registry.subject_identifier (value);

CREATE TABLE registry.subject_name (
    subject_id bigint NOT NULL REFERENCES registry.subject,
    normalised text NOT NULL,
    name       text NOT NULL,
    former     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (subject_id, normalised)
);
CREATE INDEX subject_name_normalised ON registry.subject_name (normalised);
