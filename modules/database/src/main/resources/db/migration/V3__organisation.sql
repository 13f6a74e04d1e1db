-- Organisations, people and how they sign in (C09, C11-C13, C24, A45).
CREATE SEQUENCE registry.organisation_seq START WITH 50 INCREMENT BY 50;
CREATE SEQUENCE registry.app_user_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE registry.setting (
    key   text PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE registry.organisation (
    id            bigint PRIMARY KEY,
    code          text NOT NULL UNIQUE,
    name          text NOT NULL,
    short_name    text NOT NULL,
    name_en       text,
    kind          text NOT NULL CHECK (kind IN ('DEPARTMENT','COURT','ASSOCIATION','UTILITY','BANK','THIRD_PARTY','CENTRE','SECRECY_AUTHORITY','GOVERNMENT')),
    level         text NOT NULL CHECK (level IN ('NATIONAL','PROVINCIAL','MUNICIPAL','COUNTY')),
    division_code text NOT NULL CHECK (division_code ~ '^[0-9]{6}$'),
    parent_id     bigint REFERENCES registry.organisation,
    first_batch   boolean NOT NULL DEFAULT false,   -- one of the 25 first departments (C09)
    priority      boolean NOT NULL DEFAULT false    -- one of the 8 to come first (C10)
);

CREATE TABLE registry.organisation_alias (
    organisation_id bigint NOT NULL REFERENCES registry.organisation,
    name            text NOT NULL,
    valid_from      date,
    valid_to        date,
    PRIMARY KEY (organisation_id, name)
);

CREATE TABLE registry.app_user (
    id              bigint PRIMARY KEY,
    username        text NOT NULL UNIQUE,
    display_name    text NOT NULL,
    organisation_id bigint NOT NULL REFERENCES registry.organisation,
    password_hash   text NOT NULL,
    enabled         boolean NOT NULL DEFAULT true,
    demonstration   boolean NOT NULL DEFAULT false, -- listed on the sign-in page while the demonstration is on
    failed_attempts integer NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    version         integer NOT NULL DEFAULT 0
);

CREATE TABLE registry.user_role (
    user_id bigint NOT NULL REFERENCES registry.app_user,
    role    text NOT NULL,
    PRIMARY KEY (user_id, role)
);

CREATE TABLE registry.sign_in_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at timestamptz NOT NULL,
    username    text NOT NULL,
    address     text NOT NULL,
    channel     text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('SUCCESS','WRONG','LOCKED','DISABLED','SIGNED_OUT'))
);
CREATE INDEX sign_in_event_recent ON registry.sign_in_event (username, occurred_at);
CREATE INDEX sign_in_event_address ON registry.sign_in_event (address, occurred_at);
REVOKE UPDATE, DELETE ON registry.sign_in_event FROM ${app_role};

CREATE TABLE registry.access_log (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at     timestamptz NOT NULL,
    actor           text NOT NULL,
    organisation_id bigint,
    action          text NOT NULL,
    object_kind     text NOT NULL,
    object_id       text NOT NULL,
    address         text
);
CREATE INDEX access_log_object ON registry.access_log (object_kind, object_id, occurred_at);
REVOKE UPDATE, DELETE ON registry.access_log FROM ${app_role};
