-- People hear of what concerns them, in the console and by e-mail (docs/adr/0021).
ALTER TABLE registry.app_user ADD COLUMN email text
    CHECK (length(email) <= 254 AND email ~ '^[^[:space:][:cntrl:]@<>",;:\\()]+@[^[:space:][:cntrl:]@<>",;:\\()]+$');
CREATE INDEX IF NOT EXISTS app_user_organisation ON registry.app_user (organisation_id);

-- What a person wants by e-mail; who has said nothing hears at once, in Chinese.
CREATE TABLE registry.notice_choice (
    user_id  bigint PRIMARY KEY REFERENCES registry.app_user,
    mail     text NOT NULL CHECK (mail IN ('AT_ONCE','DIGEST','NONE')),
    language text NOT NULL CHECK (language IN ('zh','en'))
);

-- Something happened, once: a repeated step finds its key taken. Written in the transaction in which it happened.
CREATE TABLE registry.notice_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind            text NOT NULL,
    event_key       text NOT NULL,
    organisation_id bigint NOT NULL REFERENCES registry.organisation,
    roles           text[] NOT NULL,    -- who of the organisation hears of it, unless it is the person's
    person          text,               -- user name of who hears of it alone, as long as the account is open and in the roles
    page            text NOT NULL CHECK (page IN ('task','lot','record','records','inbox')),
    page_key        text,
    details         jsonb NOT NULL,     -- words for the text, all of them strings
    occurred_at     timestamptz NOT NULL,
    spread_at       timestamptz,        -- when its recipients were found
    UNIQUE (kind, event_key)
);
CREATE INDEX notice_event_new ON registry.notice_event (id) WHERE spread_at IS NULL;
CREATE INDEX notice_event_old ON registry.notice_event (occurred_at);

-- A mail that is to be sent, or was. It is composed when it is sent and its text is kept nowhere.
CREATE TABLE registry.notice_mail (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    bigint NOT NULL REFERENCES registry.app_user,
    digest_on  date,                    -- the working day of a daily digest; null for a mail at once
    state      text NOT NULL CHECK (state IN ('WAITING','SENDING','SENT','FAILED','DROPPED')),
    attempts   integer NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL,
    taken_at   timestamptz,
    ended_at   timestamptz,
    cause      text,                    -- why it was not sent; holds no address
    created_at timestamptz NOT NULL,
    UNIQUE (user_id, digest_on)
);
CREATE INDEX notice_mail_due ON registry.notice_mail (next_at, id) WHERE state = 'WAITING';
CREATE INDEX notice_mail_taken ON registry.notice_mail (taken_at) WHERE state = 'SENDING';
CREATE INDEX notice_mail_failed ON registry.notice_mail (id) WHERE state = 'FAILED';
CREATE INDEX notice_mail_recent ON registry.notice_mail (user_id, created_at);
CREATE INDEX notice_mail_old ON registry.notice_mail (created_at);

-- One for each event and recipient.
CREATE TABLE registry.notice (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    bigint NOT NULL REFERENCES registry.notice_event ON DELETE CASCADE,
    user_id     bigint NOT NULL REFERENCES registry.app_user,
    read_at     timestamptz,
    mail_choice text NOT NULL CHECK (mail_choice IN ('AT_ONCE','DIGEST','NONE')),
    mail_id     bigint REFERENCES registry.notice_mail,
    UNIQUE (event_id, user_id)
);
CREATE INDEX notice_own ON registry.notice (user_id, id);
CREATE INDEX notice_unread ON registry.notice (user_id) WHERE read_at IS NULL;
CREATE INDEX notice_to_mail ON registry.notice (mail_choice, id) WHERE mail_id IS NULL AND mail_choice <> 'NONE';
CREATE INDEX notice_of_mail ON registry.notice (mail_id) WHERE mail_id IS NOT NULL;
